package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;

/** What operators make of constants, in a program in which nothing is folded yet. */
public final class ConstantNumbers {
  private final Structure structure;
  private final Builder builder = new Builder();

  private ConstantNumbers(Structure structure) {
    this.structure = structure;
  }

  /** The number; empty if it is none, or is not made of constants alone. */
  public static Optional<Number> of(Value value, Structure structure) {
    ConstantNumbers numbers = new ConstantNumbers(structure);
    if (!numbers.add(value)) {
      return Optional.empty();
    }
    Function function = new Function("constant", numbers.builder.region(List.of(), List.of(value)));
    try {
      return Interpreter.run(function)[0] instanceof Number number
          ? Optional.of(number)
          : Optional.empty();
    } catch (ArithmeticException divisionByZero) {
      return Optional.empty();
    }
  }

  /** Whether the value could be added, behind what it is made of; twice does no harm. */
  private boolean add(Value value) {
    Op op = structure.definition(value);
    boolean known =
        op instanceof Constant
            || ((op instanceof Unary || op instanceof Binary || op instanceof Convert)
                && op.operands().stream().allMatch(this::add));
    if (known) {
      builder.append(op);
    }
    return known;
  }
}
