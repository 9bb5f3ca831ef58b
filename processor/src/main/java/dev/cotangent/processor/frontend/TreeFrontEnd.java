package dev.cotangent.processor.frontend;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.cotangent.processor.ir.SourceRange;
import java.util.Collection;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic.Kind;

/**
 * The front end for javac, whose trees are at hand. It keeps no trees or elements between calls,
 * since they belong to a round.
 */
final class TreeFrontEnd implements FrontEnd {
  private final Trees trees;
  private final JavacDeclarations declarations;
  private final ProcessingEnvironment environment;

  /**
   * @param javac the environment as javac made it, without the wrapping of build tools
   */
  TreeFrontEnd(ProcessingEnvironment javac) {
    this.trees = Trees.instance(javac);
    this.declarations = new JavacDeclarations(trees);
    this.environment = javac;
  }

  private Optional<SourceUnit> unit(ExecutableElement method) {
    return declarations
        .path(method)
        .map(TreePath::getCompilationUnit)
        .map(tree -> new SourceUnit(declarations, tree));
  }

  @Override
  public void begin(Collection<ExecutableElement> methods) {
    declarations.show(methods);
  }

  @Override
  public boolean hasSource(ExecutableElement method) {
    return declarations.isCompiled(method);
  }

  @Override
  public Lowered lower(ExecutableElement method) {
    return unit(method)
        .map(unit -> ProgramLowering.lower(unit, environment, method))
        .orElseGet(() -> SourcelessFrontEnd.refused(method, "it comes from a class file"));
  }

  @Override
  public Optional<SourceText> source(ExecutableElement method) {
    return unit(method).flatMap(unit -> unit.text(method));
  }

  @Override
  public boolean print(Kind kind, String message, ExecutableElement method, SourceRange range) {
    Optional<SourceUnit> unit = unit(method);
    Optional<Tree> tree = unit.flatMap(u -> u.at(range));
    tree.ifPresent(t -> trees.printMessage(kind, message, t, unit.get().tree()));
    return tree.isPresent();
  }
}
