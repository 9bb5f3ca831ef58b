package dev.cotangent.processor.ir;

/**
 * Java's primitive types. Arithmetic is done in the first four; the small ones are for storage and
 * conversion.
 */
public enum PrimitiveType implements Type {
  DOUBLE("double"),
  FLOAT("float"),
  LONG("long"),
  INT("int"),
  SHORT("short"),
  BYTE("byte"),
  CHAR("char"),
  BOOLEAN("boolean");

  private final String keyword;

  PrimitiveType(String keyword) {
    this.keyword = keyword;
  }

  /** The Java keyword. */
  public String keyword() {
    return keyword;
  }

  @Override
  public String toString() {
    return keyword;
  }
}
