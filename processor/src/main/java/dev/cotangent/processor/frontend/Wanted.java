package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.Type;
import java.util.Optional;

/**
 * What the surroundings of an expression want of it: nothing but its effect, a value, or a value
 * that is assigned to something of a declared type.
 */
record Wanted(boolean value, Optional<Type> type) {
  /** The effect alone. */
  static final Wanted EFFECT = new Wanted(false, Optional.empty());

  /** A value of whatever type it has. */
  static final Wanted VALUE = new Wanted(true, Optional.empty());

  /** A value to be assigned to this type. */
  static Wanted as(Type type) {
    return new Wanted(true, Optional.of(type));
  }
}
