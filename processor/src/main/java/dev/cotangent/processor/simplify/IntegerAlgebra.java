package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Value;
import java.util.Optional;

/**
 * Identities of int, long and boolean operations, which hold with overflow. Each method appends
 * what stands for the operation, if that needs anything, and gives it, or nothing.
 */
final class IntegerAlgebra {
  private final Known known;
  private final Builder out;

  IntegerAlgebra(Known known, Builder out) {
    this.known = known;
    this.out = out;
  }

  /** What stands for the operation on integers. */
  Optional<Value> binary(BinaryOperator operator, Value a, Value b) {
    return switch (operator) {
      case ADD -> add(a, b).or(() -> add(b, a));
      case SUBTRACT -> subtract(a, b);
      case MULTIPLY -> multiply(a, b).or(() -> multiply(b, a));
      case DIVIDE -> when(known.is(b, 1), a);
      case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> when(known.is(b, 0), a);
      case AND, OR -> when(a == b, a);
      case EQUAL, LESS_EQUAL, GREATER_EQUAL -> always(a == b, true);
      case NOT_EQUAL, LESS, GREATER -> always(a == b, false);
      case XOR, REMAINDER -> Optional.empty();
    };
  }

  private static Optional<Value> when(boolean condition, Value value) {
    return condition ? Optional.of(value) : Optional.empty();
  }

  private Optional<Value> always(boolean condition, boolean content) {
    return condition ? Optional.of(out.constant(content)) : Optional.empty();
  }

  private Optional<Value> add(Value a, Value b) {
    return when(known.is(b, 0), a)
        .or(() -> operation(a, BinaryOperator.SUBTRACT, b).map(Binary::left))
        .or(() -> known.negated(b).map(n -> out.subtract(a, n)));
  }

  /** The operation that makes {@code value} from something and this right operand. */
  private Optional<Binary> operation(Value value, BinaryOperator operator, Value right) {
    return known
        .definition(value, Binary.class)
        .filter(op -> op.operator() == operator && equal(op.right(), right));
  }

  private boolean equal(Value a, Value b) {
    return a == b || (known.literal(a).isPresent() && known.literal(a).equals(known.literal(b)));
  }

  private Optional<Value> subtract(Value a, Value b) {
    if (a == b) {
      return Optional.of(out.zero(a.type()));
    }
    Optional<Binary> commuted =
        known
            .definition(a, Binary.class)
            .filter(op -> op.operator() == BinaryOperator.ADD && equal(op.left(), b));
    return when(known.is(b, 0), a)
        .or(() -> operation(a, BinaryOperator.ADD, b).map(Binary::left))
        .or(() -> commuted.map(Binary::right))
        .or(() -> known.negated(b).map(n -> out.add(a, n)));
  }

  private Optional<Value> multiply(Value a, Value b) {
    return when(known.is(b, 1), a).or(() -> when(known.is(b, 0), b));
  }

  /** What stands for the operation on booleans. */
  Optional<Value> booleans(BinaryOperator operator, Value a, Value b) {
    return booleanSides(operator, a, b).or(() -> booleanSides(operator, b, a));
  }

  private Optional<Value> booleanSides(BinaryOperator operator, Value a, Value b) {
    boolean yes = known.is(a, true);
    boolean no = known.is(a, false);
    return switch (operator) {
      case AND -> when(yes || a == b, b).or(() -> when(no, a));
      case OR -> when(no || a == b, b).or(() -> when(yes, a));
      case EQUAL -> when(yes, b);
      case NOT_EQUAL, XOR -> when(no, b);
      case MULTIPLY, DIVIDE, REMAINDER, ADD, SUBTRACT -> Optional.empty();
      case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> Optional.empty();
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> Optional.empty();
    };
  }

  /** What stands for {@code max(a, b)} of ints: a length is never negative. */
  Optional<Value> max(Value a, Value b) {
    boolean length =
        known.definition(a, Length.class).isPresent()
            && known.literal(b).map(c -> (Integer) c <= 0).orElse(false);
    return length ? Optional.of(a) : Optional.empty();
  }
}
