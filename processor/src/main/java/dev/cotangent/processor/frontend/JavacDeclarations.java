package dev.cotangent.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * Declarations as javac itself knows them. It also has trees of files that nobody named, which it
 * found along its source path; it shows them to no processor, so that nothing is written for them.
 */
final class JavacDeclarations implements Declarations {
  private final Trees trees;

  /** The names of the outermost types of the files that are being compiled. */
  private final Set<String> shown = new HashSet<>();

  JavacDeclarations(Trees trees) {
    this.trees = trees;
  }

  /** Notes that javac shows the files of these elements to processors. */
  void show(Collection<? extends Element> elements) {
    elements.forEach(element -> shown.add(outermost(element)));
  }

  private static String outermost(Element element) {
    Element type = element;
    while (type.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
      type = type.getEnclosingElement();
    }
    return ((TypeElement) type).getQualifiedName().toString();
  }

  @Override
  public Optional<TreePath> path(Element element) {
    return Optional.ofNullable(trees.getPath(element));
  }

  @Override
  public boolean isCompiled(Element element) {
    return shown.contains(outermost(element)) && trees.getPath(element) != null;
  }

  @Override
  public SourcePositions positions(CompilationUnitTree unit) {
    return trees.getSourcePositions();
  }
}
