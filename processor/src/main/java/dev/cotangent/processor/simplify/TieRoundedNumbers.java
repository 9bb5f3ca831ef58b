package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.ConstantNumbers;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives what {@code x + 0x1p52 - 0x1p52} rounds to an integer the derivative of {@code
 * Math.rint(x)}, zero, where the rules of the operators would say one: between a constant so large
 * and its double there are integers only. In the real numbers the two steps cancel, so that nobody
 * writes them for anything else.
 */
public final class TieRoundedNumbers implements Pass {
  private static final double LARGE = 0x1p52;
  private static final double LARGE_FOR_FLOATS = 0x1p23;

  @Override
  public Program run(Program program) {
    Map<String, Function> helpers = new LinkedHashMap<>();
    program.helpers().forEach((name, helper) -> helpers.put(name, tied(helper)));
    return new Program(tied(program.main()), helpers);
  }

  private static Function tied(Function function) {
    return new Tie(Structure.of(function)).rewrite(function);
  }

  /** The operand, with that sign, plus a constant. */
  private record Shift(Value operand, int sign, double by) {
    /** What the constant becomes where this stands in the next one. */
    double within(Shift next) {
      return next.sign * by + next.by;
    }
  }

  private static final class Tie extends Rewriter {
    private final Structure structure;

    Tie(Structure structure) {
      this.structure = structure;
    }

    @Override
    protected void rewrite(Op op, Builder out) {
      copy(op, out);
      if (rounds(op)) {
        Value result = op.results().get(0);
        replace(result, Ties.tied(map(result), out.constant(0.0), out));
      }
    }

    private boolean rounds(Op op) {
      Optional<Shift> second = shift(op);
      Optional<Shift> first = second.flatMap(s -> shift(structure.definition(s.operand())));
      return first.isPresent()
          && first.get().within(second.get()) == 0
          && Math.abs(first.get().by()) >= large(op.results().get(0));
    }

    private static double large(Value value) {
      return value.type() == PrimitiveType.FLOAT ? LARGE_FOR_FLOATS : LARGE;
    }

    private Optional<Shift> shift(Op op) {
      if (!(op instanceof Binary binary) || !binary.result().type().isFloating()) {
        return Optional.empty();
      }
      Optional<Double> left = constant(binary.left());
      Optional<Double> right = constant(binary.right());
      if (binary.operator() == BinaryOperator.ADD) {
        return right
            .map(by -> new Shift(binary.left(), 1, by))
            .or(() -> left.map(by -> new Shift(binary.right(), 1, by)));
      }
      return binary.operator() == BinaryOperator.SUBTRACT
          ? right
              .map(by -> new Shift(binary.left(), 1, -by))
              .or(() -> left.map(by -> new Shift(binary.right(), -1, by)))
          : Optional.empty();
    }

    private Optional<Double> constant(Value value) {
      return ConstantNumbers.of(value, structure).map(Number::doubleValue);
    }
  }
}
