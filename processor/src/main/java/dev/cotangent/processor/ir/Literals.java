package dev.cotangent.processor.ir;

/** The boxed constants that {@link Constant} holds. */
public final class Literals {
  private Literals() {}

  /** Zero, or false. */
  public static Object zero(PrimitiveType type) {
    return switch (type) {
      case DOUBLE -> 0.0;
      case FLOAT -> 0f;
      case LONG -> 0L;
      case INT -> 0;
      case SHORT -> (short) 0;
      case BYTE -> (byte) 0;
      case CHAR -> (char) 0;
      case BOOLEAN -> false;
    };
  }
}
