package dev.cotangent.processor.ir;

/** A Java array type of the given element type; arrays of arrays nest. */
public record ArrayType(Type element) implements Type {
  /** {@code double[]}. */
  public static final ArrayType DOUBLES = new ArrayType(PrimitiveType.DOUBLE);

  @Override
  public String toString() {
    return element + "[]";
  }
}
