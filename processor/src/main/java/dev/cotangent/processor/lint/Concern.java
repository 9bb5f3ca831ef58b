package dev.cotangent.processor.lint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be looked for. Probable mistakes are looked for unless the user declines. */
public enum Concern {
  /** Derivatives that end at a cast to an integer, at {@code round} and the like. */
  CUTS(true),
  /** Listed {@code wrt} parameters that the result does not depend on. */
  INFLUENCE(true),
  /** Functions with kinks or jumps that active values reach. */
  KINKS(false),
  /** Comparisons of active values. */
  BRANCHES(false),
  /** Arguments that are overwritten in place. */
  OVERWRITES(false),
  /** Forms that lose digits and have a better twin in {@link Math}. */
  FORMS(false);

  private final boolean usual;

  Concern(boolean usual) {
    this.usual = usual;
  }

  /** Whether it is looked for without being asked. */
  boolean isUsual() {
    return usual;
  }

  /** The word for it in the option. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The concern of that word. */
  static Optional<Concern> of(String word) {
    return Arrays.stream(values()).filter(concern -> concern.word().equals(word)).findFirst();
  }
}
