package dev.cotangent.processor.lint;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a value was computed by, whatever variables and helpers it went through. */
final class Formula {
  private final Structure structure;

  Formula(Structure structure) {
    this.structure = structure;
  }

  /** The argument of a call of that function of {@link Math} or {@link StrictMath}. */
  Optional<Value> argument(Op op, String function) {
    boolean calls =
        op instanceof MathCall call
            && call.name().equals(function)
            && call.owner().endsWith("Math");
    return calls ? Optional.of(op.operands().get(0)) : Optional.empty();
  }

  /** Whether the operation subtracts such values. */
  boolean isDifference(Op op, Predicate<Value> left, Predicate<Value> right) {
    return isBinary(op, BinaryOperator.SUBTRACT, left, right);
  }

  /** 1 + x or x + 1, x being no constant. */
  boolean isOnePlus(Value value) {
    Op op = structure.definition(value);
    return isBinary(op, BinaryOperator.ADD, this::isOne, this::isComputed)
        || isBinary(op, BinaryOperator.ADD, this::isComputed, this::isOne);
  }

  /** 1 - x. */
  boolean isOneMinus(Value value) {
    return isDifference(structure.definition(value), this::isOne, this::isComputed);
  }

  /** exp(x). */
  boolean isExponential(Value value) {
    return argument(structure.definition(value), "exp").isPresent();
  }

  /** x·x + y·y. */
  boolean isSumOfSquares(Value value) {
    return isBinary(
        structure.definition(value), BinaryOperator.ADD, this::isSquare, this::isSquare);
  }

  private boolean isSquare(Value value) {
    Op op = structure.definition(value);
    if (op instanceof Binary product && product.operator() == BinaryOperator.MULTIPLY) {
      return isSame(product.left(), product.right());
    }
    boolean power = op instanceof MathCall call && call.name().equals("pow");
    return power && isNumber(op.operands().get(1), 2);
  }

  /** The constant 1 of any type, converted or not. */
  boolean isOne(Value value) {
    return isNumber(value, 1);
  }

  private boolean isNumber(Value value, double wanted) {
    Op op = structure.definition(value);
    if (op instanceof Convert conversion) {
      return isNumber(conversion.operand(), wanted);
    }
    return op instanceof Constant constant
        && constant.content() instanceof Number number
        && number.doubleValue() == wanted;
  }

  private boolean isComputed(Value value) {
    return !(structure.definition(value) instanceof Constant);
  }

  private static boolean isBinary(
      Op op, BinaryOperator operator, Predicate<Value> left, Predicate<Value> right) {
    return op instanceof Binary binary
        && binary.operator() == operator
        && left.test(binary.left())
        && right.test(binary.right());
  }

  /** Whether two values are certainly equal: the same, or computed alike from the same. */
  private boolean isSame(Value one, Value other) {
    if (one == other) {
      return true;
    }
    Op first = structure.definition(one);
    Op second = structure.definition(other);
    return first != null
        && second != null
        && first.getClass() == second.getClass()
        && isRepeatable(first, second)
        && isAlike(first, second);
  }

  /** Whether the two operations, on the same operands, are the same. */
  private boolean isAlike(Op first, Op second) {
    List<Value> operands = first.operands();
    if (operands.size() != second.operands().size()
        || !first
            .rebuild(operands, first.results(), List.of())
            .equals(second.rebuild(operands, first.results(), List.of()))) {
      return false;
    }
    for (int i = 0; i < operands.size(); i++) {
      if (!isSame(operands.get(i), second.operands().get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isRepeatable(Op first, Op second) {
    boolean pure = Effects.of(first).isPure() && first.regions().isEmpty();
    return pure || (first instanceof Load && nothingIsWrittenBetween(first, second));
  }

  private boolean nothingIsWrittenBetween(Op first, Op second) {
    Region region = structure.regionOf(first);
    if (region != structure.regionOf(second)) {
      return false;
    }
    int from = Math.min(structure.indexOf(first), structure.indexOf(second));
    int to = Math.max(structure.indexOf(first), structure.indexOf(second));
    return !Effects.of(region.ops().subList(from, to)).writes();
  }
}
