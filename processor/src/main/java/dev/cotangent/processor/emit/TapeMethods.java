package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;

/** Stage 7: the runtime tape's methods for values of each type. */
final class TapeMethods {
  private static final ReferenceType OBJECT = new ReferenceType("java.lang.Object");

  private TapeMethods() {}

  static String push(Type type) {
    return "push" + stack(type);
  }

  static String pop(Type type) {
    return "pop" + stack(type);
  }

  private static String stack(Type type) {
    if (!(type instanceof PrimitiveType primitive)) {
      return "Reference";
    }
    return switch (primitive) {
      case DOUBLE, FLOAT -> "Double";
      case LONG -> "Long";
      case INT, SHORT, BYTE, CHAR -> "Int";
      case BOOLEAN -> "Boolean";
    };
  }

  /** Whether the stack's own type is wider than the value's. */
  static boolean popNeedsCast(Type type) {
    if (!(type instanceof PrimitiveType primitive)) {
      return !type.equals(OBJECT);
    }
    return switch (primitive) {
      case DOUBLE, LONG, INT, BOOLEAN -> false;
      case FLOAT, SHORT, BYTE, CHAR -> true;
    };
  }
}
