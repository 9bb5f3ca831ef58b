package dev.cotangent.processor.ir;

/**
 * A type argument of a {@link ReferenceType}: a type, or a wildcard with a bound.
 *
 * @param type the type, or the wildcard's bound; {@code java.lang.Object} where there is none
 */
public record TypeArgument(Kind kind, Type type) {
  /** How the type stands there. */
  public enum Kind {
    /** {@code T}. */
    EXACT(""),
    /** {@code ? extends T}. */
    EXTENDS("? extends "),
    /** {@code ? super T}. */
    SUPER("? super ");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  /** The wildcard without a bound. */
  public static final TypeArgument ANY =
      new TypeArgument(Kind.EXTENDS, new ReferenceType("java.lang.Object"));

  /** The type itself. */
  public static TypeArgument of(Type type) {
    return new TypeArgument(Kind.EXACT, type);
  }

  @Override
  public String toString() {
    return equals(ANY) ? "?" : kind.prefix + type;
  }
}
