package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import java.util.Map;
import java.util.Optional;

/** Stage 7: prints conditional expressions and the opposites of conditions. */
final class ConditionPrinter {
  private static final Map<BinaryOperator, BinaryOperator> OPPOSITES =
      Map.of(
          BinaryOperator.LESS, BinaryOperator.GREATER_EQUAL,
          BinaryOperator.LESS_EQUAL, BinaryOperator.GREATER,
          BinaryOperator.GREATER, BinaryOperator.LESS_EQUAL,
          BinaryOperator.GREATER_EQUAL, BinaryOperator.LESS,
          BinaryOperator.EQUAL, BinaryOperator.NOT_EQUAL,
          BinaryOperator.NOT_EQUAL, BinaryOperator.EQUAL);

  private final Plan plan;
  private final ExpressionPrinter printer;

  ConditionPrinter(Plan plan, ExpressionPrinter printer) {
    this.plan = plan;
    this.printer = printer;
  }

  /** The opposite: the opposite comparison where NaN makes no difference, else {@code !}. */
  Expression negated(Value condition) {
    if (plan.isFolded(condition)) {
      Op op = plan.uses().definition(condition);
      if (op instanceof Unary not && not.operator() == UnaryOperator.NOT) {
        return printer.print(not.operand());
      }
      if (op instanceof Binary comparison && hasOpposite(comparison)) {
        BinaryOperator opposite = OPPOSITES.get(comparison.operator());
        return printer.binary(opposite, printer.operands(comparison));
      }
    }
    Expression operand = printer.print(condition);
    return Expression.join(Precedence.UNARY, "!", operand.at(Precedence.UNARY));
  }

  private static boolean hasOpposite(Binary op) {
    return op.operator().isComparison()
        && (!op.operator().isOrdering() || !op.left().type().isFloating());
  }

  /** {@code a && b}, {@code a || b} or {@code c ? a : b}. */
  Expression print(If op) {
    Value first = op.thenRegion().yields().get(0);
    Value second = op.elseRegion().yields().get(0);
    Optional<Boolean> ifTrue = literal(first);
    Optional<Boolean> ifFalse = literal(second);
    if (ifTrue.isPresent() && ifFalse.isPresent()) {
      if (ifTrue.equals(ifFalse)) {
        return choice(op.condition(), first, second);
      }
      return ifTrue.get() ? printer.print(op.condition()) : negated(op.condition());
    }
    if (ifFalse.isPresent()) {
      return ifFalse.get()
          ? either(negated(op.condition()), first)
          : both(printer.print(op.condition()), first);
    }
    if (ifTrue.isPresent()) {
      return ifTrue.get()
          ? either(printer.print(op.condition()), second)
          : both(negated(op.condition()), second);
    }
    return choice(op.condition(), first, second);
  }

  private Optional<Boolean> literal(Value value) {
    return plan.uses().definition(value) instanceof Constant constant
            && constant.content() instanceof Boolean bool
        ? Optional.of(bool)
        : Optional.empty();
  }

  private Expression both(Expression left, Value right) {
    return Expression.infix(
        left.at(Precedence.AND), "&&", printer.print(right).at(Precedence.AND), Precedence.AND);
  }

  /** With parentheses around {@code &&}, whose precedence over {@code ||} readers forget. */
  private Expression either(Expression left, Value right) {
    return Expression.infix(clear(left), "||", clear(printer.print(right)), Precedence.OR);
  }

  private static Expression clear(Expression side) {
    return side.precedence() == Precedence.AND ? side.at(Precedence.UNARY) : side.at(Precedence.OR);
  }

  private Expression choice(Value condition, Value first, Value second) {
    return Expression.join(
        Precedence.CONDITIONAL,
        printer.print(condition).at(Precedence.OR),
        "$W? ",
        printer.print(first).at(Precedence.OR),
        "$W: ",
        printer.print(second).at(Precedence.CONDITIONAL));
  }
}
