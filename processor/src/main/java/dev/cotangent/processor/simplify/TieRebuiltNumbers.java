package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.Aliases;
import dev.cotangent.processor.analysis.BitFlow;
import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a number that is made from the bits of another one its derivative, where the bits differ by
 * what is constant but for jumps, as a sign or an exponent that was put in: {@code
 * Double.longBitsToDouble(Double.doubleToRawLongBits(x) & Long.MAX_VALUE)}. Both numbers move by
 * the same count of units in their last places, so that the partial is the ratio of these.
 *
 * <p>The number keeps its value to the last bit. What other numbers are made of remains without a
 * derivative, for others to refuse.
 */
public final class TieRebuiltNumbers implements Pass {
  private static final Map<String, String> INVERSE =
      Map.of(
          "doubleToLongBits", "longBitsToDouble",
          "doubleToRawLongBits", "longBitsToDouble",
          "floatToIntBits", "intBitsToFloat",
          "floatToRawIntBits", "intBitsToFloat");

  @Override
  public Program run(Program program) {
    HelperEffects effects = HelperEffects.of(program);
    return program.map(main -> tied(main, true, effects), helper -> tied(helper, false, effects));
  }

  private static Function tied(Function function, boolean main, HelperEffects effects) {
    Structure structure = Structure.of(function);
    return new Tie(BitFlow.of(function, structure, Aliases.of(function, main, effects)))
        .rewrite(function);
  }

  private static final class Tie extends Rewriter {
    private final BitFlow bits;

    Tie(BitFlow bits) {
      super(true);
      this.bits = bits;
    }

    @Override
    protected void rewrite(Op op, Builder out) {
      copy(op, out);
      if (op instanceof MathCall call) {
        source(call).ifPresent(source -> tie(call, source, out));
      }
    }

    /** What gave the bits. */
    private Optional<MathCall> source(MathCall call) {
      return INVERSE.containsValue(call.name())
          ? bits.whole(call.arguments().get(0))
              .filter(source -> INVERSE.get(source.name()).equals(call.name()))
          : Optional.empty();
    }

    private void tie(MathCall call, MathCall source, Builder out) {
      Value slope =
          Ties.slope("bitsSlope", map(List.of(source.result(), call.arguments().get(0))), out);
      Value carrier = out.multiply(out.widen(map(source.arguments().get(0))), slope);
      replace(call.result(), Ties.tied(map(call.result()), carrier, out));
    }
  }
}
