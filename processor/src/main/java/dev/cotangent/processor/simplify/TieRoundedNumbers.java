package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.ConstantNumbers;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Gives what {@code x + 0x1p52 - 0x1p52} rounds to an integer the derivative of {@code
 * Math.rint(x)}, zero, where the rules of the operators would say one: between a constant so large
 * and its double there are integers only. In the real numbers the two steps cancel, so that nobody
 * writes them for anything else. Where the constant is known only when the companion runs, its size
 * decides there.
 */
public final class TieRoundedNumbers implements Pass {
  private static final double LARGE = 0x1p52;
  private static final double LARGE_FOR_FLOATS = 0x1p23;

  /** A constant whose value the companion sees when it runs. */
  private static final Pattern FIELD = Pattern.compile("\\{[\\w.]+}\\.\\w+");

  @Override
  public Program run(Program program) {
    return program.map(TieRoundedNumbers::tied);
  }

  private static Function tied(Function function) {
    return new Tie(Structure.of(function)).rewrite(function);
  }

  /** A constant: a literal, or a field that others have computed. */
  private record Amount(Value value, String name, int sign, boolean literal) {}

  /** The operand, with that sign, plus or minus an amount. */
  private record Shift(Value operand, int sign, Amount amount, int times) {
    /** Whether nothing of the amounts is left behind the next one. */
    boolean isUndoneBy(Shift next) {
      return amount.name.equals(next.amount.name)
          && next.sign * times * amount.sign + next.times * next.amount.sign == 0;
    }
  }

  private static final class Tie extends Rewriter {
    private final Structure structure;

    Tie(Structure structure) {
      super(true);
      this.structure = structure;
    }

    @Override
    protected void rewrite(Op op, Builder out) {
      copy(op, out);
      Optional<Shift> second = shift(op);
      Optional<Shift> first = second.flatMap(s -> shift(structure.definition(s.operand())));
      if (first.isPresent() && first.get().isUndoneBy(second.get())) {
        tie(op.results().get(0), first.get(), second.get().sign(), out);
      }
    }

    private void tie(Value result, Shift shift, int sign, Builder out) {
      if (!shift.amount().literal()) {
        Value slope =
            Ties.slope("roundingSlope", List.of(bits(map(shift.amount().value()), out)), out);
        Value moved = out.multiply(out.widen(map(shift.operand())), slope);
        Value carrier = sign * shift.sign() > 0 ? moved : out.negate(moved);
        replace(result, Ties.tied(map(result), carrier, out));
      } else if (Double.parseDouble(shift.amount().name()) >= large(result)) {
        replace(result, Ties.tied(map(result), out.constant(0.0), out));
      }
    }

    private static double large(Value value) {
      return value.type() == PrimitiveType.FLOAT ? LARGE_FOR_FLOATS : LARGE;
    }

    private static Value bits(Value number, Builder out) {
      boolean single = number.type() == PrimitiveType.FLOAT;
      Value bits = out.value(single ? PrimitiveType.INT : PrimitiveType.LONG, "");
      String owner = single ? "java.lang.Float" : "java.lang.Double";
      String name = single ? "floatToRawIntBits" : "doubleToRawLongBits";
      out.append(new MathCall(owner, name, List.of(number), false, bits));
      return bits;
    }

    private Optional<Shift> shift(Op op) {
      if (!(op instanceof Binary binary) || !binary.result().type().isFloating()) {
        return Optional.empty();
      }
      boolean adds = binary.operator() == BinaryOperator.ADD;
      if (!adds && binary.operator() != BinaryOperator.SUBTRACT) {
        return Optional.empty();
      }
      int right = adds ? 1 : -1;
      return amount(binary.right())
          .map(by -> new Shift(binary.left(), 1, by, right))
          .or(() -> amount(binary.left()).map(by -> new Shift(binary.right(), right, by, 1)));
    }

    private Optional<Amount> amount(Value value) {
      if (structure.definition(value) instanceof Opaque opaque) {
        boolean field = FIELD.matcher(opaque.template()).matches();
        return field
            ? Optional.of(new Amount(value, opaque.template(), 1, false))
            : Optional.empty();
      }
      return ConstantNumbers.of(value, structure)
          .map(Number::doubleValue)
          .map(by -> new Amount(value, Double.toString(Math.abs(by)), by < 0 ? -1 : 1, true));
    }
  }
}
