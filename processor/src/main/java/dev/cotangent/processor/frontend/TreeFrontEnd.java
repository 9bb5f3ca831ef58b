package dev.cotangent.processor.frontend;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.SourceRange;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic.Kind;

/**
 * The front end for javac, whose trees are at hand. It keeps nothing between calls, since trees and
 * elements belong to a round.
 */
final class TreeFrontEnd implements FrontEnd {
  private final Trees trees;
  private final ProcessingEnvironment environment;

  /**
   * @param javac the environment as javac made it, without the wrapping of build tools
   */
  TreeFrontEnd(ProcessingEnvironment javac) {
    this.trees = Trees.instance(javac);
    this.environment = javac;
  }

  private Optional<SourceUnit> unit(ExecutableElement method) {
    TreePath path = trees.getPath(method);
    return Optional.ofNullable(path).map(p -> new SourceUnit(trees, p.getCompilationUnit()));
  }

  @Override
  public boolean hasSource(ExecutableElement method) {
    return trees.getPath(method) != null;
  }

  @Override
  public Lowered lower(ExecutableElement method) {
    return unit(method).map(unit -> lower(method, unit)).orElseGet(() -> refused(method));
  }

  /** What a record may not be, an object may: those that are not differentiated may be either. */
  private Lowered lower(ExecutableElement method, SourceUnit unit) {
    Lowered lowered = lower(method, unit, false);
    boolean second =
        lowered instanceof Lowered.Refused
            && method.getParameters().stream()
                .anyMatch(parameter -> SignatureTypes.record(parameter.asType()).isPresent());
    if (second && lower(method, unit, true) instanceof Lowered.Success success) {
      return success;
    }
    return lowered;
  }

  private Lowered lower(ExecutableElement method, SourceUnit unit, boolean keepsObjects) {
    return new ProgramLowering(
            unit, environment.getElementUtils(), environment.getTypeUtils(), method, keepsObjects)
        .lower(method);
  }

  private static Lowered refused(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    String reason = "it comes from a class file";
    return new Lowered.Refused(
        List.of(Diagnostic.of(Code.NO_SOURCE, SourceRange.NONE, name, reason)));
  }

  @Override
  public boolean print(Kind kind, String message, ExecutableElement method, SourceRange range) {
    Optional<SourceUnit> unit = unit(method);
    Optional<Tree> tree = unit.flatMap(u -> u.at(range));
    tree.ifPresent(t -> trees.printMessage(kind, message, t, unit.get().tree()));
    return tree.isPresent();
  }
}
