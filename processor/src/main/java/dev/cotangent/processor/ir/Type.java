package dev.cotangent.processor.ir;

/** The type of a {@link Value}: exactly the Java type that the emitted variable has. */
public sealed interface Type permits PrimitiveType, ArrayType, ReferenceType, RecordType {

  /**
   * Whether values of this type carry derivatives by themselves: {@code double} or {@code float}.
   */
  default boolean isFloating() {
    return this == PrimitiveType.DOUBLE || this == PrimitiveType.FLOAT;
  }

  /** Whether this is an array, of whatever rank, whose innermost elements are floating. */
  default boolean isFloatingArray() {
    return this instanceof ArrayType array
        && (array.element().isFloating() || array.element().isFloatingArray());
  }

  /** Whether values of this type are floating or hold floating values, in arrays or components. */
  default boolean holdsFloating() {
    return isFloating() || isFloatingArray();
  }

  /** Whether values of this type are references (arrays and objects). */
  default boolean isReference() {
    return !(this instanceof PrimitiveType);
  }

  /**
   * The type of the derivative that belongs to a value of this type. Derivatives are carried in
   * {@code double}, so {@code float} has {@code double} and {@code float[]} has {@code double[]}.
   *
   * @throws IllegalStateException if values of this type carry no derivative
   */
  default Type derivative() {
    if (isFloating()) {
      return PrimitiveType.DOUBLE;
    }
    if (this instanceof ArrayType array && isFloatingArray()) {
      return new ArrayType(array.element().derivative());
    }
    throw new IllegalStateException("no derivative belongs to the type " + this);
  }
}
