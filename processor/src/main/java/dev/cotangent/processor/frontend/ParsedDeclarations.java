package dev.cotangent.processor.frontend;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Declarations found by name in files that were parsed for it. Each outermost type's file is parsed
 * once: a compiler that reads a file again makes new elements for it.
 */
final class ParsedDeclarations implements Declarations {
  private final SourceTexts texts;
  private final Map<TypeElement, Optional<ParsedFile>> files = new HashMap<>();
  private final Map<CompilationUnitTree, SourcePositions> positions = new HashMap<>();

  ParsedDeclarations(SourceTexts texts) {
    this.texts = texts;
  }

  /** The file that declares the element. */
  Optional<ParsedFile> file(Element element) {
    return outermost(element).flatMap(type -> files.computeIfAbsent(type, this::parse));
  }

  private Optional<ParsedFile> parse(TypeElement type) {
    Optional<ParsedFile> file = texts.text(type).map(ParsedFile::parse);
    file.ifPresent(parsed -> positions.put(parsed.tree(), parsed.positions()));
    return file;
  }

  private static Optional<TypeElement> outermost(Element element) {
    TypeElement outermost = null;
    for (Element at = element; at != null; at = at.getEnclosingElement()) {
      outermost = at instanceof TypeElement type ? type : outermost;
    }
    return Optional.ofNullable(outermost);
  }

  @Override
  public boolean isCompiled(Element element) {
    return outermost(element).filter(type -> !texts.isClassFile(type)).isPresent();
  }

  @Override
  public SourcePositions positions(CompilationUnitTree unit) {
    return positions.get(unit);
  }

  @Override
  public Optional<TreePath> path(Element element) {
    Element outer = element.getEnclosingElement();
    if (outer == null || outer.getKind() == ElementKind.PACKAGE) {
      return file(element).flatMap(file -> type(file, element));
    }
    return path(outer)
        .filter(path -> path.getLeaf() instanceof ClassTree)
        .flatMap(path -> member(path, element));
  }

  private static Optional<TreePath> type(ParsedFile file, Element type) {
    return named(file.tree().getTypeDecls(), type)
        .map(tree -> new TreePath(new TreePath(file.tree()), tree));
  }

  private static Optional<TreePath> member(TreePath owner, Element element) {
    List<? extends Tree> members = ((ClassTree) owner.getLeaf()).getMembers();
    Optional<? extends Tree> found =
        element instanceof ExecutableElement method
            ? MethodMatch.find(method, methods(members))
            : named(members, element);
    return found.map(tree -> new TreePath(owner, tree));
  }

  private static Stream<MethodTree> methods(List<? extends Tree> members) {
    return members.stream().filter(MethodTree.class::isInstance).map(MethodTree.class::cast);
  }

  /** The type or the field, whichever the element is, of the element's name. */
  private static Optional<? extends Tree> named(List<? extends Tree> trees, Element element) {
    boolean isType = element instanceof TypeElement;
    return trees.stream()
        .filter(
            tree ->
                isType
                    ? tree instanceof ClassTree type
                        && type.getSimpleName().contentEquals(element.getSimpleName())
                    : tree instanceof VariableTree field
                        && field.getName().contentEquals(element.getSimpleName()))
        .findFirst();
  }
}
