package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of values from the operations that define them. */
final class Known {
  private final Map<Value, Op> definitions = new IdentityHashMap<>();

  /** From now on the results of this operation are known to be its. */
  void define(Op op) {
    op.results().forEach(result -> definitions.put(result, op));
  }

  /** The operation of that kind which defines the value, if one does. */
  <T extends Op> Optional<T> definition(Value value, Class<T> kind) {
    Op op = definitions.get(value);
    return kind.isInstance(op) ? Optional.of(kind.cast(op)) : Optional.empty();
  }

  /** The primitive content of a value that is a literal. */
  Optional<Object> literal(Value value) {
    return definition(value, Constant.class).flatMap(Known::primitive);
  }

  private static Optional<Object> primitive(Constant constant) {
    return Optional.ofNullable(constant.content()).filter(c -> !(c instanceof String));
  }

  /** Whether the value is a literal number equal to this one; zeros of both signs are equal. */
  boolean is(Value value, double number) {
    return literal(value)
        .map(c -> c instanceof Number n && n.doubleValue() == number)
        .orElse(false);
  }

  /** Whether the value is this boolean literal. */
  boolean is(Value value, boolean content) {
    return literal(value).map(c -> c.equals(content)).orElse(false);
  }

  /** What the value is the negative of, if it is made by a negation. */
  Optional<Value> negated(Value value) {
    return definition(value, Unary.class)
        .filter(op -> op.operator() == UnaryOperator.NEGATE)
        .map(Unary::operand);
  }

  /** Whether the floating value is certainly neither infinite nor NaN. */
  boolean isFinite(Value value) {
    boolean integral =
        definition(value, Convert.class).map(op -> !op.operand().type().isFloating()).orElse(false);
    return integral
        || literal(value).map(c -> Double.isFinite(((Number) c).doubleValue())).orElse(false);
  }
}
