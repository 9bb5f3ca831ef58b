package dev.cotangent.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import java.util.Optional;
import javax.lang.model.element.Element;

/** The way from elements to the trees that declare them. */
interface Declarations {
  /** Where the element is declared; empty if no tree of its declaration is at hand. */
  Optional<TreePath> path(Element element);

  /** Whether the element is being compiled from source, in whatever file. */
  boolean isCompiled(Element element);

  /** Where the trees of a file stand in it. */
  SourcePositions positions(CompilationUnitTree unit);
}
