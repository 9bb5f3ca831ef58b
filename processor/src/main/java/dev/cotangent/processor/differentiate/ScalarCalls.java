package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.PrimitiveType;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The runtime's {@code Scalar} methods that stand for Java's floating operations, as templates. */
final class ScalarCalls {
  private static final String SCALAR = "{dev.cotangent.Scalar}";
  private static final String FLOAT_SCALAR = "{dev.cotangent.FloatScalar}";
  private static final String STRICT_SCALAR = "{dev.cotangent.StrictScalar}";

  /** Methods whose counterpart has another name. */
  private static final Map<String, String> RENAMED = Map.of("sum", "add");

  private ScalarCalls() {}

  /** An arithmetic operator on two scalars. */
  static String arithmetic(Binary op) {
    String method = method(op.operator());
    return op.result().type() == PrimitiveType.FLOAT
        ? FLOAT_SCALAR + "." + method + "($0, $1)"
        : "$0." + method + "($1)";
  }

  private static String method(BinaryOperator operator) {
    return switch (operator) {
      case ADD -> "add";
      case SUBTRACT -> "subtract";
      case MULTIPLY -> "multiply";
      case DIVIDE -> "divide";
      case REMAINDER -> "remainder";
      case SHIFT_LEFT,
          SHIFT_RIGHT,
          SHIFT_RIGHT_UNSIGNED,
          LESS,
          LESS_EQUAL,
          GREATER,
          GREATER_EQUAL,
          EQUAL,
          NOT_EQUAL,
          AND,
          XOR,
          OR ->
          throw new IllegalStateException(operator + " has no floating result");
    };
  }

  /** A function of {@code Math} and its kin. */
  static String function(MathCall op) {
    String name = RENAMED.getOrDefault(op.name(), op.name());
    String holes =
        IntStream.range(0, op.arguments().size())
            .mapToObj(i -> "$" + i)
            .collect(Collectors.joining(", "));
    boolean ofDoubles = op.owner().equals("java.lang.Double") && op.name().equals("sum");
    return ofDoubles ? "$0.add($1)" : owner(op) + "." + name + "(" + holes + ")";
  }

  private static String owner(MathCall op) {
    if (op.owner().equals(MathCall.SCALAR)) {
      return SCALAR;
    }
    if (op.result().type() == PrimitiveType.FLOAT) {
      return FLOAT_SCALAR;
    }
    return op.owner().equals("java.lang.StrictMath") ? STRICT_SCALAR : SCALAR;
  }
}
