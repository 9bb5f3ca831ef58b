package dev.cotangent.processor.lint;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Where an active number becomes an integer that then is part of the result: its derivative is lost
 * on the way, which is rarely meant.
 *
 * <p>It is meant where the number's fraction is used as well, as in {@code int i = (int) x; double
 * t = x - i}: such a sum of a step and a remainder has the right derivative, and no warning.
 */
final class Cuts implements Check {
  @Override
  public void examine(Scene scene, Consumer<Diagnostic> found) {
    scene.forEach(
        op -> {
          if (isCut(op, scene) && isLoss(op, scene)) {
            found.accept(Diagnostic.of(Code.DERIVATIVE_CUT, op.source(), Operations.describe(op)));
          }
        });
  }

  /** Whether the operation makes an integer of a varied number. */
  static boolean isCut(Op op, Scene scene) {
    boolean makesInteger =
        op.results().size() == 1
            && op.results().get(0).type() instanceof PrimitiveType type
            && type != PrimitiveType.BOOLEAN
            && !type.isFloating();
    // How two numbers compare is no part of them.
    boolean compares = op instanceof MathCall call && call.name().equals("compare");
    boolean ofNumbers = scene.hasVariedOperand(op) || (op instanceof Opaque && ofArray(op, scene));
    return makesInteger && op.regions().isEmpty() && !compares && ofNumbers;
  }

  private static boolean ofArray(Op op, Scene scene) {
    return op.operands().stream()
        .anyMatch(v -> v.type().isFloatingArray() && scene.activity().isVaried(v));
  }

  private static boolean isLoss(Op op, Scene scene) {
    IntegerFlow flow = IntegerFlow.of(scene, op.results().get(0));
    return flow.reachesTheResult() && !leavesARemainder(op, scene);
  }

  /** Whether what is computed from the integer is subtracted from what the number came from. */
  static boolean leavesARemainder(Op cut, Scene scene) {
    IntegerFlow flow = IntegerFlow.of(scene, cut.results().get(0));
    List<Value> numbers = cut.operands().stream().filter(scene::isVariedNumber).toList();
    AtomicBoolean remainder = new AtomicBoolean();
    scene.forEach(
        op -> {
          if (op instanceof Binary binary
              && binary.operator() == BinaryOperator.SUBTRACT
              && scene.isVariedNumber(binary.left())
              && !scene.isVariedNumber(binary.right())
              && flow.reaches(binary.right())
              && numbers.stream().anyMatch(n -> scene.shareAnInput(n, binary.left()))) {
            remainder.set(true);
          }
        });
    return remainder.get();
  }
}
