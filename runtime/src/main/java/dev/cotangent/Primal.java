package dev.cotangent;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * The value of an operation: a column of the table in {@link Operation}. Unused arguments are
 * ignored.
 */
@FunctionalInterface
interface Primal {
  /** The value as Java computes it, to the last bit. */
  double at(double x, double y, double z);

  /** A function of one argument. */
  static Primal unary(DoubleUnaryOperator f) {
    return (x, y, z) -> f.applyAsDouble(x);
  }

  /** A function of two arguments. */
  static Primal binary(DoubleBinaryOperator f) {
    return (x, y, z) -> f.applyAsDouble(x, y);
  }

  /** A function of three arguments. */
  static Primal ternary(Primal f) {
    return f;
  }
}
