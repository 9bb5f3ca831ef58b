package dev.cotangent.processor.rules;

import static dev.cotangent.processor.rules.Rule.rule;
import static dev.cotangent.processor.rules.Scalings.product;
import static dev.cotangent.processor.rules.Scalings.seed;
import static dev.cotangent.processor.rules.Scalings.times;

import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.UnaryOperator;
import java.util.Map;

/**
 * The rules of Java's operators on floating numbers: {@code s} is the seed, {@code x} and {@code y}
 * are the operands, {@code r} is the result.
 */
final class OperatorTable {
  private static final Scaling DIVISOR = product((s, x, y, r) -> s.over(y).times(r).negated());

  /** For {@code 1/y}: a multiplication takes a fraction of the time of a division. */
  private static final Scaling RECIPROCAL = product((s, x, y, r) -> s.times(r).times(r).negated());

  /** The quotient s/y serves both operands. Plain IEEE arithmetic: division has no guard. */
  private static final Rule DIVIDE =
      rule(
          "/",
          product((s, x, y, r) -> s.over(y)),
          (a, seed) -> (isOne(a) ? RECIPROCAL : DIVISOR).scale(a, seed));

  /** The operators of the user's method. */
  static final Map<BinaryOperator, Rule> BINARY =
      Map.of(
          BinaryOperator.ADD,
          rule("+", seed(), seed()),
          BinaryOperator.SUBTRACT,
          rule("-", seed(), product((s, x, y, r) -> s.negated())),
          BinaryOperator.MULTIPLY,
          rule("*", times((x, y, r) -> y), times((x, y, r) -> x)),
          BinaryOperator.DIVIDE,
          DIVIDE,
          BinaryOperator.REMAINDER,
          rule("%", seed(), times((x, y, r) -> x.adjoint("remainderDy", y))));

  /**
   * The division that a derivative wrote. A reciprocal there is a partial that may be infinite, as
   * 1/(2r) of the square root, and stays guarded when it is differentiated again.
   */
  static final Rule FREE_DIVIDE =
      rule(
          "/",
          DIVIDE.scalings().get(0),
          (a, seed) ->
              a.isLiteral(0)
                  ? a.guarded(seed, a.output().over(a.argument(1)).negated())
                  : DIVIDE.scale(1, a, seed));

  static final Map<UnaryOperator, Rule> UNARY =
      Map.of(UnaryOperator.NEGATE, rule("-", product((s, x) -> s.negated())));

  private OperatorTable() {}

  private static boolean isOne(Application quotient) {
    return quotient.isLiteral(0) && quotient.literal(0) == 1;
  }
}
