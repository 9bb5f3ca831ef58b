package dev.cotangent.processor.ir;

/**
 * Java's operators on boxed primitive values, exactly: int overflow, float rounding, the exception
 * of an integer division by zero. The interpreter runs on it and constants are folded with it.
 */
public final class JavaArithmetic {
  private JavaArithmetic() {}

  /** The unary operator applied to an operand whose box says its type. */
  public static Object unary(UnaryOperator operator, Object operand) {
    return switch (operator) {
      case NEGATE -> negate(operand);
      case BIT_NOT -> {
        if (operand instanceof Long a) {
          yield ~a;
        }
        yield ~((Integer) operand);
      }
      case NOT -> !((Boolean) operand);
    };
  }

  private static Object negate(Object operand) {
    if (operand instanceof Double a) {
      return -a;
    }
    if (operand instanceof Float a) {
      return -a;
    }
    if (operand instanceof Long a) {
      return -a;
    }
    return -((Integer) operand);
  }

  /**
   * The binary operator applied to operands whose boxes say their type; references are compared by
   * identity.
   *
   * @throws ArithmeticException for an integer division by zero
   */
  public static Object binary(BinaryOperator operator, Object left, Object right) {
    if (operator.isShift()) {
      return shift(operator, left, ((Number) right).longValue());
    }
    if (left instanceof Double a && right instanceof Double b) {
      return doubles(operator, a, b);
    }
    if (left instanceof Float a && right instanceof Float b) {
      return floats(operator, a, b);
    }
    if (left instanceof Long a && right instanceof Long b) {
      return longs(operator, a, b);
    }
    if (left instanceof Integer a && right instanceof Integer b) {
      return ints(operator, a, b);
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return booleans(operator, a, b);
    }
    return references(operator, left, right);
  }

  private static Object doubles(BinaryOperator operator, double a, double b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case REMAINDER -> a % b;
      case LESS -> a < b;
      case LESS_EQUAL -> a <= b;
      case GREATER -> a > b;
      case GREATER_EQUAL -> a >= b;
      case EQUAL -> a == b;
      case NOT_EQUAL -> a != b;
      case AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED ->
          throw undefined(operator, "double");
    };
  }

  private static Object floats(BinaryOperator operator, float a, float b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case REMAINDER -> a % b;
      case LESS -> a < b;
      case LESS_EQUAL -> a <= b;
      case GREATER -> a > b;
      case GREATER_EQUAL -> a >= b;
      case EQUAL -> a == b;
      case NOT_EQUAL -> a != b;
      case AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED ->
          throw undefined(operator, "float");
    };
  }

  private static Object longs(BinaryOperator operator, long a, long b) {
    checkDivisor(operator, b);
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case REMAINDER -> a % b;
      case LESS -> a < b;
      case LESS_EQUAL -> a <= b;
      case GREATER -> a > b;
      case GREATER_EQUAL -> a >= b;
      case EQUAL -> a == b;
      case NOT_EQUAL -> a != b;
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> shift(operator, a, b);
    };
  }

  private static Object ints(BinaryOperator operator, int a, int b) {
    checkDivisor(operator, b);
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case REMAINDER -> a % b;
      case LESS -> a < b;
      case LESS_EQUAL -> a <= b;
      case GREATER -> a > b;
      case GREATER_EQUAL -> a >= b;
      case EQUAL -> a == b;
      case NOT_EQUAL -> a != b;
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> shift(operator, a, b);
    };
  }

  /** Throws what Java throws, with its message, which HotSpot drops when it throws often. */
  private static void checkDivisor(BinaryOperator operator, long divisor) {
    boolean divides = operator == BinaryOperator.DIVIDE || operator == BinaryOperator.REMAINDER;
    if (divides && divisor == 0) {
      throw new ArithmeticException("/ by zero");
    }
  }

  private static Object booleans(BinaryOperator operator, boolean a, boolean b) {
    return switch (operator) {
      case EQUAL -> a == b;
      case NOT_EQUAL -> a != b;
      case AND -> a && b;
      case OR -> a || b;
      case XOR -> a ^ b;
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> throw undefined(operator, "boolean");
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> throw undefined(operator, "boolean");
      case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> throw undefined(operator, "boolean");
    };
  }

  private static Object references(BinaryOperator operator, Object a, Object b) {
    if (operator == BinaryOperator.EQUAL) {
      return a == b;
    }
    if (operator == BinaryOperator.NOT_EQUAL) {
      return a != b;
    }
    throw undefined(operator, "such operands");
  }

  /** The distance is masked by the left operand's type, so that its own type does not matter. */
  private static Object shift(BinaryOperator operator, Object left, long distance) {
    boolean right = operator == BinaryOperator.SHIFT_RIGHT;
    if (left instanceof Long a) {
      if (operator == BinaryOperator.SHIFT_LEFT) {
        return a << distance;
      }
      return right ? a >> distance : a >>> distance;
    }
    int a = (Integer) left;
    if (operator == BinaryOperator.SHIFT_LEFT) {
      return a << distance;
    }
    return right ? a >> distance : a >>> distance;
  }

  private static IllegalArgumentException undefined(BinaryOperator operator, String type) {
    return new IllegalArgumentException(operator.symbol() + " is not defined for " + type);
  }

  /** The number as Java casts it to the primitive type; neither may be boolean. */
  public static Object convert(Object operand, PrimitiveType type) {
    if (operand instanceof Character c) {
      return convert((int) c, type);
    }
    return operand instanceof Double || operand instanceof Float
        ? fromFloating((Number) operand, type)
        : fromIntegral((Number) operand, type);
  }

  private static Object fromFloating(Number operand, PrimitiveType type) {
    return switch (type) {
      case DOUBLE -> operand.doubleValue();
      case FLOAT -> operand.floatValue();
      case LONG -> operand.longValue();
      // Java narrows a floating number to the small types by way of int.
      case INT, SHORT, BYTE, CHAR -> fromIntegral(operand.intValue(), type);
      case BOOLEAN -> throw new IllegalArgumentException("a number is not a boolean");
    };
  }

  private static Object fromIntegral(Number operand, PrimitiveType type) {
    return switch (type) {
      case DOUBLE -> operand.doubleValue();
      case FLOAT -> operand.floatValue();
      case LONG -> operand.longValue();
      case INT -> operand.intValue();
      case SHORT -> operand.shortValue();
      case BYTE -> operand.byteValue();
      case CHAR -> (char) operand.intValue();
      case BOOLEAN -> throw new IllegalArgumentException("a number is not a boolean");
    };
  }
}
