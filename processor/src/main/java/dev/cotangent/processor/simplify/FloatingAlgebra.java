package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Value;
import java.util.Optional;

/**
 * Identities of free floating operations. Each holds for every operand, infinities and NaN
 * included, up to the sign of a zero, to rounding and to what would leave the range of numbers
 * halfway; so a product with zero stays, unless the other factor is known to be finite. Each method
 * appends what stands for the operation and gives it, or nothing.
 */
final class FloatingAlgebra {
  private final Known known;
  private final Builder out;

  FloatingAlgebra(Known known, Builder out) {
    this.known = known;
    this.out = out;
  }

  /** What stands for the operation. */
  Optional<Value> binary(BinaryOperator operator, Value a, Value b) {
    return switch (operator) {
      case ADD -> add(a, b);
      case SUBTRACT -> subtract(a, b);
      case MULTIPLY -> multiply(a, b).or(() -> multiply(b, a)).or(() -> signs(operator, a, b));
      case DIVIDE -> divide(a, b).or(() -> signs(operator, a, b));
      case REMAINDER, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> Optional.empty();
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL -> Optional.empty();
      case AND, XOR, OR -> Optional.empty();
    };
  }

  private Optional<Value> add(Value a, Value b) {
    if (known.is(a, 0)) {
      return Optional.of(b);
    }
    if (known.is(b, 0)) {
      return Optional.of(a);
    }
    if (a == b && a.type() == PrimitiveType.DOUBLE) {
      return Optional.of(out.multiply(out.constant(2.0), a));
    }
    Optional<Value> left = known.negated(a).map(n -> out.subtract(b, n));
    return known
        .negated(b)
        .map(n -> out.subtract(a, n))
        .or(() -> left)
        .or(() -> scaled(BinaryOperator.ADD, a, b));
  }

  private Optional<Value> subtract(Value a, Value b) {
    if (known.is(b, 0)) {
      return Optional.of(a);
    }
    if (known.is(a, 0)) {
      return Optional.of(out.negate(b));
    }
    return known
        .negated(b)
        .map(n -> out.add(a, n))
        .or(() -> known.negated(a).map(n -> out.negate(add(n, b).orElseGet(() -> out.add(n, b)))))
        .or(() -> scaled(BinaryOperator.SUBTRACT, a, b));
  }

  /** A sum of two products with the same power of two, which may as well scale the sum. */
  private Optional<Value> scaled(BinaryOperator operator, Value a, Value b) {
    Optional<Binary> left = scaling(a);
    Optional<Binary> right = scaling(b);
    if (left.isEmpty()
        || right.isEmpty()
        || !known.literal(left.get().left()).equals(known.literal(right.get().left()))) {
      return Optional.empty();
    }
    Value sum = out.binary(operator, left.get().right(), right.get().right());
    return Optional.of(out.multiply(left.get().left(), sum));
  }

  private Optional<Binary> scaling(Value product) {
    return known
        .definition(product, Binary.class)
        .filter(op -> !op.exact() && op.operator() == BinaryOperator.MULTIPLY)
        .filter(op -> op.result().type() == PrimitiveType.DOUBLE)
        .filter(op -> known.literal(op.left()).map(x -> isPowerOfTwo((Double) x)).orElse(false));
  }

  /** The product when the first factor is special. */
  private Optional<Value> multiply(Value a, Value b) {
    if (known.is(a, 1)) {
      return Optional.of(b);
    }
    if (known.is(a, -1)) {
      return Optional.of(out.negate(b));
    }
    return known.is(a, 0) && known.isFinite(b) ? Optional.of(a) : literals(a, b);
  }

  /** A literal times a product or quotient of a literal, where it makes no other rounding. */
  private Optional<Value> literals(Value a, Value b) {
    Optional<Binary> other = known.definition(b, Binary.class).filter(op -> !op.exact());
    if (other.isEmpty() || a.type() != PrimitiveType.DOUBLE) {
      return Optional.empty();
    }
    Value left = other.get().left();
    Value right = other.get().right();
    if (other.get().operator() == BinaryOperator.DIVIDE) {
      return merged(a, left).map(literal -> out.divide(out.constant(literal), right));
    }
    return other.get().operator() == BinaryOperator.MULTIPLY
        ? merged(a, left)
            .map(literal -> out.multiply(out.constant(literal), right))
            .or(() -> merged(a, right).map(literal -> out.multiply(out.constant(literal), left)))
        : Optional.empty();
  }

  private Optional<Double> merged(Value a, Value literal) {
    return known
        .literal(a)
        .flatMap(
            x ->
                known
                    .literal(literal)
                    .filter(y -> isPowerOfTwo((Double) x) || isPowerOfTwo((Double) y))
                    .map(y -> (Double) x * (Double) y))
        .filter(merged -> Math.abs(merged) >= Double.MIN_NORMAL && Double.isFinite(merged));
  }

  private static boolean isPowerOfTwo(double x) {
    return Math.abs(x) == Math.scalb(1.0, Math.getExponent(x));
  }

  private Optional<Value> divide(Value a, Value b) {
    if (known.is(b, 1)) {
      return Optional.of(a);
    }
    return known.is(b, -1) ? Optional.of(out.negate(a)) : Optional.empty();
  }

  /** Takes the signs out of a product or a quotient, where a sum can swallow them. */
  private Optional<Value> signs(BinaryOperator operator, Value a, Value b) {
    Optional<Value> left = known.negated(a);
    Optional<Value> right = known.negated(b);
    if (left.isEmpty() && right.isEmpty()) {
      return Optional.empty();
    }
    Value positive = out.binary(operator, left.orElse(a), right.orElse(b));
    return Optional.of(left.isPresent() && right.isPresent() ? positive : out.negate(positive));
  }

  /** What stands for the negative of the value. */
  Optional<Value> negate(Value a) {
    Optional<Binary> difference =
        known
            .definition(a, Binary.class)
            .filter(op -> !op.exact() && op.operator() == BinaryOperator.SUBTRACT);
    return known.negated(a).or(() -> difference.map(op -> out.subtract(op.right(), op.left())));
  }

  /** What stands for the strong product. */
  Optional<Value> strong(Value seed, Value partial) {
    Optional<Object> literal = known.literal(seed);
    if (literal.isPresent()) {
      double s = (Double) literal.get();
      if (s == 0) {
        return Optional.of(out.constant(0.0));
      }
      return Optional.of(s == 1 ? partial : product(seed, partial));
    }
    return known.isFinite(partial) ? Optional.of(product(seed, partial)) : Optional.empty();
  }

  private Value product(Value a, Value b) {
    return multiply(a, b).or(() -> multiply(b, a)).orElseGet(() -> out.multiply(a, b));
  }
}
