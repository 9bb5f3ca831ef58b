package dev.cotangent.processor.lint;

import dev.cotangent.processor.analysis.BitFlow;
import dev.cotangent.processor.analysis.ConstantNumbers;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Value;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where the bits of an active number become part of the result. What is computed from them is
 * neither constant between jumps, as a cast is, nor anything that a rule could tell, so that this
 * is an error and not a concern.
 *
 * <p>A number split in two is another matter: its leading bits are constant between jumps, and
 * where they are subtracted from the number, step and remainder have its derivative together.
 */
final class Bits implements Check {
  @Override
  public void examine(Scene scene, Consumer<Diagnostic> found) {
    scene.forEach(
        op -> {
          if (isBits(op, scene) && matters(op, scene) && !splits(op, scene)) {
            found.accept(Diagnostic.of(Code.BITS_OF_ACTIVE, op.source(), Operations.describe(op)));
          }
        });
  }

  private static boolean isBits(Op op, Scene scene) {
    return BitFlow.takesApart(op) && scene.hasVariedOperand(op);
  }

  private static boolean matters(Op op, Scene scene) {
    IntegerFlow flow = IntegerFlow.of(scene, op.results().get(0), scene.bits()::moves);
    return flow.reachesTheResult() || flow.reachesACaller();
  }

  private static boolean splits(Op op, Scene scene) {
    return !IntegerFlow.of(scene, op.results().get(0)).reachesACaller()
        && onlyLeadingBitsAreTaken(op.results().get(0), scene)
        && Cuts.leavesARemainder(op, scene);
  }

  private static boolean onlyLeadingBitsAreTaken(Value bits, Scene scene) {
    AtomicBoolean only = new AtomicBoolean(true);
    scene.forEach(
        op -> {
          boolean yielded = op.regions().stream().anyMatch(r -> r.yields().contains(bits));
          boolean used = op.operands().contains(bits) && !clearsTrailingBits(op, scene);
          if (yielded || used) {
            only.set(false);
          }
        });
    return only.get();
  }

  /** Whether a constant mask takes away the last of the bits and nothing else. */
  private static boolean clearsTrailingBits(Op op, Scene scene) {
    return op instanceof Binary binary
        && binary.operator() == BinaryOperator.AND
        && Stream.of(binary.left(), binary.right())
            .flatMap(operand -> ConstantNumbers.of(operand, scene.structure()).stream())
            .anyMatch(mask -> mask.longValue() < -1 && Long.bitCount(-mask.longValue()) == 1);
  }
}
