package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Value;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which bits of an integer may be set, by the masks and shifts that it is made with. An {@code int}
 * stands for the {@code long} that it widens to.
 */
final class PossibleBits {
  private final Structure structure;
  private final Map<Value, Long> known = new IdentityHashMap<>();

  PossibleBits(Structure structure) {
    this.structure = structure;
  }

  long of(Value value) {
    Long found = known.get(value);
    if (found == null) {
      found = constant(value).map(Number::longValue).orElseGet(() -> computed(value));
      known.put(value, found);
    }
    return found;
  }

  boolean isConstant(Value value) {
    return constant(value).isPresent();
  }

  private Optional<Number> constant(Value value) {
    return ConstantNumbers.of(value, structure);
  }

  private long computed(Value value) {
    Op op = structure.definition(value);
    if (op instanceof Convert convert && isInteger(convert.operand()) && isInteger(value)) {
      long bits = of(convert.operand());
      return value.type() == PrimitiveType.INT ? (int) bits : bits;
    }
    return op instanceof Binary binary && isInteger(value) ? binary(binary) : -1;
  }

  private long binary(Binary op) {
    return switch (op.operator()) {
      case AND -> of(op.left()) & of(op.right());
      case OR, XOR -> of(op.left()) | of(op.right());
      case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED ->
          constant(op.right()).map(count -> shifted(op, count.intValue())).orElse(-1L);
      default -> -1;
    };
  }

  private long shifted(Binary op, int count) {
    long bits = of(op.left());
    return op.left().type() == PrimitiveType.LONG
        ? shift(op.operator(), bits, count)
        : shift(op.operator(), (int) bits, count);
  }

  /** What Java makes of a {@code long}. */
  static long shift(BinaryOperator operator, long bits, int count) {
    return switch (operator) {
      case SHIFT_LEFT -> bits << count;
      case SHIFT_RIGHT -> bits >> count;
      case SHIFT_RIGHT_UNSIGNED -> bits >>> count;
      default -> throw new IllegalArgumentException(operator + " shifts nothing");
    };
  }

  /** What Java makes of an {@code int}. */
  static long shift(BinaryOperator operator, int bits, int count) {
    return switch (operator) {
      case SHIFT_LEFT -> bits << count;
      case SHIFT_RIGHT -> bits >> count;
      case SHIFT_RIGHT_UNSIGNED -> bits >>> count;
      default -> throw new IllegalArgumentException(operator + " shifts nothing");
    };
  }

  private static boolean isInteger(Value value) {
    return value.type() == PrimitiveType.INT || value.type() == PrimitiveType.LONG;
  }
}
