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
  static final Map<BinaryOperator, Rule> BINARY =
      Map.of(
          BinaryOperator.ADD,
          rule("+", seed(), seed()),
          BinaryOperator.SUBTRACT,
          rule("-", seed(), product((s, x, y, r) -> s.negated())),
          BinaryOperator.MULTIPLY,
          rule("*", times((x, y, r) -> y), times((x, y, r) -> x)),
          // The quotient s/y serves both operands. Plain IEEE arithmetic: division has no guard.
          BinaryOperator.DIVIDE,
          rule(
              "/",
              product((s, x, y, r) -> s.over(y)),
              product((s, x, y, r) -> s.over(y).times(r).negated())),
          BinaryOperator.REMAINDER,
          rule("%", seed(), times((x, y, r) -> x.adjoint("remainderDy", y))));

  static final Map<UnaryOperator, Rule> UNARY =
      Map.of(UnaryOperator.NEGATE, rule("-", product((s, x) -> s.negated())));

  private OperatorTable() {}
}
