package dev.cotangent.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.lang.model.element.Element;

/** Declarations as javac itself knows them. */
record JavacDeclarations(Trees trees) implements Declarations {
  @Override
  public Optional<TreePath> path(Element element) {
    return Optional.ofNullable(trees.getPath(element));
  }

  @Override
  public boolean isCompiled(Element element) {
    return trees.getPath(element) != null;
  }

  @Override
  public SourcePositions positions(CompilationUnitTree unit) {
    return trees.getSourcePositions();
  }
}
