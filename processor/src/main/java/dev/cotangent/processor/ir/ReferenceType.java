package dev.cotangent.processor.ir;

/** A class or interface type, by its qualified source name; opaque to every stage. */
public record ReferenceType(String qualifiedName) implements Type {
  /** The stack of the runtime that recursive helpers keep their reverse sweep's values on. */
  public static final ReferenceType TAPE = new ReferenceType("dev.cotangent.runtime.Tape");

  /** The define-by-run scalar of the runtime. */
  public static final ReferenceType SCALAR = new ReferenceType("dev.cotangent.Scalar");

  @Override
  public String toString() {
    return qualifiedName;
  }
}
