package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.StrongMultiply;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * What an operation computes, where that depends on its operands alone: two operations with equal
 * keys have equal results (or both throw). Whether they are exact is not part of it.
 */
record ExpressionKey(Object what, List<Value> operands, Type type) {
  private static final Set<BinaryOperator> COMMUTATIVE =
      EnumSet.of(
          BinaryOperator.ADD,
          BinaryOperator.MULTIPLY,
          BinaryOperator.EQUAL,
          BinaryOperator.NOT_EQUAL,
          BinaryOperator.AND,
          BinaryOperator.OR,
          BinaryOperator.XOR);

  /** A literal with its name, or what is called. */
  private record Part(String name, Object detail) {}

  /**
   * The key of an operation, if it has one.
   *
   * @param operands what the operation's operands are now
   * @param order a number for each value, by which the operands of commutative operators are sorted
   */
  static Optional<ExpressionKey> of(Op op, List<Value> operands, ToIntFunction<Value> order) {
    return what(op).map(what -> new ExpressionKey(what, sorted(what, operands, order), type(op)));
  }

  private static Type type(Op op) {
    return op.results().get(0).type();
  }

  private static Optional<Object> what(Op op) {
    if (op instanceof Constant constant) {
      // Two variables that start alike are two variables still, and literals cost nothing.
      Object content = Optional.ofNullable(constant.content());
      return Optional.of(new Part(constant.result().name(), content));
    }
    if (op instanceof Unary unary) {
      return Optional.of(unary.operator());
    }
    if (op instanceof Binary binary) {
      return Optional.of(binary.operator());
    }
    if (op instanceof MathCall call) {
      return Optional.of(new Part(call.owner(), call.name()));
    }
    if (op instanceof Opaque opaque) {
      boolean pure = opaque.effect() == Opaque.Effect.NONE && !opaque.results().isEmpty();
      return pure ? Optional.of(new Part("opaque", opaque.template())) : Optional.empty();
    }
    boolean plain = op instanceof Convert || op instanceof StrongMultiply || op instanceof Length;
    return plain ? Optional.of(op.getClass()) : Optional.empty();
  }

  private static List<Value> sorted(Object what, List<Value> operands, ToIntFunction<Value> order) {
    boolean swap =
        what instanceof BinaryOperator operator
            && COMMUTATIVE.contains(operator)
            && order.applyAsInt(operands.get(0)) > order.applyAsInt(operands.get(1));
    return swap ? List.of(operands.get(1), operands.get(0)) : List.copyOf(operands);
  }
}
