package dev.cotangent.processor.ir;

import java.util.Objects;

/**
 * A value: defined once, by an operation's result or a region's parameter, and compared by
 * identity.
 *
 * <p>The name is a wish (the user's variable, or one made from it such as {@code eBar}); the
 * emitter makes it unique. An empty name says that the user gave none.
 */
public final class Value {
  private final Type type;
  private final String name;
  private final SourceRange source;

  /** Makes a fresh value. */
  public Value(Type type, String name, SourceRange source) {
    this.type = Objects.requireNonNull(type);
    this.name = Objects.requireNonNull(name);
    this.source = Objects.requireNonNull(source);
  }

  /** Makes a fresh value without a name or a place. */
  public Value(Type type) {
    this(type, "", SourceRange.NONE);
  }

  /** The type of the variable that holds this value. */
  public Type type() {
    return type;
  }

  /** The wished name, or the empty string. */
  public String name() {
    return name;
  }

  /** Where the user wrote what this value is. */
  public SourceRange source() {
    return source;
  }

  /** A fresh value with the same type, name and place. */
  public Value fresh() {
    return new Value(type, name, source);
  }

  /** A fresh value with another name. */
  public Value renamed(String other) {
    return new Value(type, other, source);
  }

  @Override
  public String toString() {
    return (name.isEmpty() ? "%" : name) + ":" + type;
  }
}
