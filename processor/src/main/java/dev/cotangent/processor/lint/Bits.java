package dev.cotangent.processor.lint;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where the bits of an active number become part of the result. What is computed from them is
 * neither constant between jumps, as a cast is, nor anything that a rule could tell, so that this
 * is an error and not a concern.
 */
final class Bits implements Check {
  private static final Set<String> TO_BITS =
      Set.of(
          "doubleToLongBits",
          "doubleToRawLongBits",
          "floatToIntBits",
          "floatToRawIntBits",
          "hashCode");

  @Override
  public void examine(Scene scene, Consumer<Diagnostic> found) {
    scene.forEach(
        op -> {
          if (isBits(op, scene) && IntegerFlow.of(scene, op.results().get(0)).reachesTheResult()) {
            found.accept(Diagnostic.of(Code.BITS_OF_ACTIVE, op.source(), Operations.describe(op)));
          }
        });
  }

  private static boolean isBits(Op op, Scene scene) {
    return op instanceof MathCall call
        && TO_BITS.contains(call.name())
        && scene.hasVariedOperand(op);
  }
}
