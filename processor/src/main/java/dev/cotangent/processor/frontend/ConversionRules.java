package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;

/** Java's promotions and widenings between primitive types, and the conversion of constants. */
final class ConversionRules {
  /** The type of {@code null} before its context gives it another. */
  static final ReferenceType NULL = new ReferenceType("null");

  private ConversionRules() {}

  /** Whether arithmetic is defined on the type. */
  static boolean isNumeric(Type type) {
    return type instanceof PrimitiveType && type != PrimitiveType.BOOLEAN;
  }

  /** Whether the type is one of the five integral ones. */
  static boolean isIntegral(Type type) {
    return isNumeric(type) && !type.isFloating();
  }

  /** Whether values of the type are computed with as {@code int}. */
  static boolean isSmall(Type type) {
    return type == PrimitiveType.BYTE || type == PrimitiveType.SHORT || type == PrimitiveType.CHAR;
  }

  /** Unary numeric promotion. */
  static PrimitiveType promote(PrimitiveType type) {
    return isSmall(type) ? PrimitiveType.INT : type;
  }

  /** Binary numeric promotion. */
  static PrimitiveType promote(PrimitiveType left, PrimitiveType right) {
    PrimitiveType a = promote(left);
    PrimitiveType b = promote(right);
    return widens(a, b) ? b : a;
  }

  /** Whether {@code from} is {@code to} or widens to it without a cast. */
  static boolean widens(PrimitiveType from, PrimitiveType to) {
    if (from == to) {
      return true;
    }
    return switch (from) {
      case BYTE -> to == PrimitiveType.SHORT || widens(PrimitiveType.INT, to);
      case SHORT, CHAR -> widens(PrimitiveType.INT, to);
      case INT -> to == PrimitiveType.LONG || widens(PrimitiveType.LONG, to);
      case LONG -> to == PrimitiveType.FLOAT || to == PrimitiveType.DOUBLE;
      case FLOAT -> to == PrimitiveType.DOUBLE;
      case DOUBLE, BOOLEAN -> false;
    };
  }

  /** Whether the integer fits the type, one of the small ones. */
  static boolean fits(int constant, PrimitiveType type) {
    return toInt(convert(constant, type)) == constant;
  }

  private static int toInt(Object content) {
    return content instanceof Character c ? c : ((Number) content).intValue();
  }

  /** A boxed constant converted as a cast would. */
  static Object convert(Object content, PrimitiveType target) {
    if (content instanceof Boolean) {
      return content;
    }
    Number number = content instanceof Character c ? (Number) (int) c : (Number) content;
    return switch (target) {
      case DOUBLE -> number.doubleValue();
      case FLOAT -> number.floatValue();
      case LONG -> number.longValue();
      case INT -> number.intValue();
      case SHORT -> (short) number.intValue();
      case BYTE -> (byte) number.intValue();
      case CHAR -> (char) number.intValue();
      case BOOLEAN -> throw new IllegalArgumentException("no number is a boolean");
    };
  }

  /** The primitive type whose box the constant is. */
  static PrimitiveType typeOf(Object content) {
    if (content instanceof Double) {
      return PrimitiveType.DOUBLE;
    } else if (content instanceof Float) {
      return PrimitiveType.FLOAT;
    } else if (content instanceof Long) {
      return PrimitiveType.LONG;
    } else if (content instanceof Integer) {
      return PrimitiveType.INT;
    } else if (content instanceof Short) {
      return PrimitiveType.SHORT;
    } else if (content instanceof Byte) {
      return PrimitiveType.BYTE;
    } else if (content instanceof Character) {
      return PrimitiveType.CHAR;
    }
    return PrimitiveType.BOOLEAN;
  }
}
