package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.StrongMultiply;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The factors of free products in a loop's body that every iteration has alike: literals, and what
 * is computed outside. Only those count whose size is known to be moderate: taken out of a sum they
 * let nothing overflow or vanish that is not near the end of the range of numbers anyway.
 */
final class Factors {
  /** The exponent of a factor that still is moderate; the range of numbers ends at 1023. */
  private static final int LARGEST = 200;

  private static final int BITS_OF_A_LONG = 63;

  private final Known known;
  private final Set<Value> inside = Collections.newSetFromMap(new IdentityHashMap<>());

  Factors(Known known, Region body) {
    this.known = known;
    inside.addAll(body.parameters());
    body.ops().forEach(op -> inside.addAll(op.results()));
  }

  /** Between which powers of two a number is that is neither zero nor infinite nor NaN. */
  private record Exponents(int least, int most) {
    static Optional<Exponents> of(double number) {
      int exponent = Math.getExponent(number);
      return number == 0 || !Double.isFinite(number)
          ? Optional.empty()
          : Optional.of(new Exponents(exponent, exponent + 1));
    }

    Exponents times(Exponents other) {
      return new Exponents(least + other.least, most + other.most);
    }

    Exponents dividedBy(Exponents other) {
      return new Exponents(least - other.most, most - other.least);
    }

    boolean isModerate() {
      return least >= -LARGEST && most <= LARGEST;
    }
  }

  /** Those of the value: numbers, and values from outside, each as often as it is a factor. */
  List<Object> of(Value value) {
    List<Object> factors = new ArrayList<>();
    collect(value, factors);
    return factors;
  }

  private void collect(Value value, List<Object> factors) {
    Optional<Object> factor = factor(value);
    if (factor.isPresent()) {
      factors.add(factor.get());
      return;
    }
    product(value).ifPresent(op -> parts(op).forEach(part -> collect(part, factors)));
  }

  /** A seed of a strong product keeps its factors: one of zero makes the product zero. */
  private static List<Value> parts(Op product) {
    return product instanceof StrongMultiply strong
        ? List.of(strong.partial())
        : product.operands();
  }

  private Optional<Object> factor(Value value) {
    Optional<Object> literal = known.literal(value);
    boolean alike = literal.isPresent() || !inside.contains(value);
    return alike && exponents(value).isPresent()
        ? Optional.of(literal.orElse(value))
        : Optional.empty();
  }

  /** The free product in the body that the value is. */
  private Optional<Op> product(Value value) {
    return known.definition(value, Op.class).filter(op -> inside.contains(value) && isProduct(op));
  }

  /** Whether the operation is a product that may be computed otherwise. */
  static boolean isProduct(Op op) {
    return op instanceof StrongMultiply
        || (op instanceof Binary binary
            && binary.operator() == BinaryOperator.MULTIPLY
            && binary.result().type() == PrimitiveType.DOUBLE
            && !binary.exact());
  }

  /** The first of some factors that are moderate together. */
  List<Object> moderate(List<Object> factors) {
    List<Object> some = new ArrayList<>();
    Exponents all = new Exponents(0, 0);
    for (Object factor : factors) {
      Optional<Exponents> own =
          factor instanceof Double number ? Exponents.of(number) : exponents((Value) factor);
      Exponents more = all.times(own.orElseThrow());
      if (more.isModerate()) {
        some.add(factor);
        all = more;
      }
    }
    return some;
  }

  private Optional<Exponents> exponents(Value value) {
    if (value.type() != PrimitiveType.DOUBLE) {
      return Optional.empty();
    }
    return known
        .literal(value)
        .map(Double.class::cast)
        .flatMap(Exponents::of)
        .or(() -> known.definition(value, Convert.class).flatMap(Factors::ofWholeNumber))
        .or(() -> known.definition(value, Binary.class).flatMap(this::ofBinary))
        .filter(Exponents::isModerate);
  }

  private static Optional<Exponents> ofWholeNumber(Convert convert) {
    return convert.operand().type().isFloating()
        ? Optional.empty()
        : Optional.of(new Exponents(0, BITS_OF_A_LONG));
  }

  private Optional<Exponents> ofBinary(Binary binary) {
    boolean isProduct = binary.operator() == BinaryOperator.MULTIPLY;
    if (!isProduct && binary.operator() != BinaryOperator.DIVIDE) {
      return Optional.empty();
    }
    return exponents(binary.left())
        .flatMap(
            left ->
                exponents(binary.right())
                    .map(right -> isProduct ? left.times(right) : left.dividedBy(right)));
  }

  /**
   * The value without factors that it has.
   *
   * @param factors what is taken away; what has been found is removed
   * @param out takes the products that are left
   */
  Value without(List<Object> factors, Value value, Builder out) {
    return rest(factors, value, out).orElseGet(() -> out.constant(1.0));
  }

  /** What is left; empty for one. */
  private Optional<Value> rest(List<Object> factors, Value value, Builder out) {
    Optional<Object> factor = factor(value);
    if (factor.isPresent()) {
      return factors.remove(factor.get()) ? Optional.empty() : Optional.of(value);
    }
    Op product = product(value).orElse(null);
    if (product == null || factors.isEmpty()) {
      return Optional.of(value);
    }
    int before = factors.size();
    Value first = product.operands().get(0);
    Optional<Value> left =
        product instanceof StrongMultiply ? Optional.of(first) : rest(factors, first, out);
    Optional<Value> right = rest(factors, product.operands().get(1), out);
    if (factors.size() == before) {
      return Optional.of(value);
    }
    if (left.isEmpty() || right.isEmpty()) {
      return left.or(() -> right);
    }
    return Optional.of(
        product instanceof StrongMultiply
            ? out.strongMultiply(left.get(), right.get())
            : out.multiply(left.get(), right.get()));
  }
}
