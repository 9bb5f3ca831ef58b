package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stage 7: where Java widens a number by itself, so that {@code (double) i * x} is {@code i * x}
 * and {@code 2.0 * x} is {@code 2 * x}. At least one operand keeps the operation's type.
 */
final class Promotions {
  private static final double LARGEST_PLAIN_INTEGER = 1e6;

  /** The types that Java widens each type to. */
  private static final Map<Type, Set<Type>> WIDER =
      Map.of(
          PrimitiveType.FLOAT, Set.of(PrimitiveType.DOUBLE),
          PrimitiveType.LONG, Set.of(PrimitiveType.FLOAT, PrimitiveType.DOUBLE),
          PrimitiveType.INT, Set.of(PrimitiveType.LONG, PrimitiveType.FLOAT, PrimitiveType.DOUBLE));

  /** The functions of {@code Math} that have an overload for another type. */
  private static final Set<String> OVERLOADED =
      Set.of(
          "abs",
          "max",
          "min",
          "round",
          "signum",
          "ulp",
          "copySign",
          "nextAfter",
          "nextUp",
          "nextDown",
          "getExponent",
          "scalb",
          "fma",
          "clamp",
          "floorMod",
          "floorDiv",
          "ceilMod",
          "ceilDiv",
          "rint",
          "unsignedMultiplyHigh",
          "multiplyHigh");

  private final Plan plan;
  private final ExpressionPrinter printer;

  Promotions(Plan plan, ExpressionPrinter printer) {
    this.plan = plan;
    this.printer = printer;
  }

  /** The value in a narrower type that Java widens to its own, if there is such a form. */
  Optional<Expression> relaxed(Value value) {
    return plan.isFolded(value) ? relaxed(plan.uses().definition(value)) : Optional.empty();
  }

  /** The same for the result of an operation. */
  Optional<Expression> relaxed(Op op) {
    if (op instanceof Convert convert && widens(convert)) {
      return Optional.of(printer.print(convert.operand()));
    }
    if (op instanceof Constant constant && isPlainInteger(constant)) {
      long whole = ((Number) constant.content()).longValue();
      int precedence = whole < 0 ? Precedence.UNARY : Precedence.PRIMARY;
      return Optional.of(Expression.text(Long.toString(whole), precedence));
    }
    return Optional.empty();
  }

  private static boolean widens(Convert op) {
    return WIDER.getOrDefault(op.operand().type(), Set.of()).contains(op.result().type());
  }

  private static boolean isPlainInteger(Constant op) {
    if (!op.result().type().isFloating()) {
      return false;
    }
    double number = ((Number) op.content()).doubleValue();
    boolean negativeZero = number == 0 && 1 / number < 0;
    return number == Math.rint(number) && Math.abs(number) < LARGEST_PLAIN_INTEGER && !negativeZero;
  }

  /** The operands of a binary operation. */
  List<Expression> operands(Binary op) {
    Expression left = printer.print(op.left());
    Expression right = printer.print(op.right());
    if (op.operator().isShift()) {
      return List.of(left, right);
    }
    Optional<Expression> looseLeft = relaxed(op.left());
    Optional<Expression> looseRight = relaxed(op.right());
    if (looseLeft.isPresent() && looseRight.isPresent()) {
      return isLiteral(op.right())
          ? List.of(looseLeft.get(), right)
          : List.of(left, looseRight.get());
    }
    return List.of(looseLeft.orElse(left), looseRight.orElse(right));
  }

  private boolean isLiteral(Value value) {
    return plan.uses().definition(value) instanceof Constant;
  }

  /** The arguments of a mathematical function: exact where their type chooses an overload. */
  List<Expression> arguments(MathCall op) {
    boolean exact = OVERLOADED.contains(op.name());
    return op.arguments().stream()
        .map(argument -> exact ? printer.print(argument) : printer.printAssigned(argument))
        .toList();
  }
}
