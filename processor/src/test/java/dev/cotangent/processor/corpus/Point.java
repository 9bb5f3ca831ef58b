package dev.cotangent.processor.corpus;

/**
 * Arguments at which a method is checked, and what its gradient must be there, if that is known.
 */
final class Point {
  private final String text;
  private final Object[] arguments;
  private final boolean singular;
  private final Object[] expected;

  /**
   * A point.
   *
   * @param text as the corpus has it, with the number of the draw
   * @param singular whether differences say nothing here
   * @param expected what the gradient must be, one entry a parameter; null if nothing is stated
   */
  Point(String text, Object[] arguments, boolean singular, Object[] expected) {
    this.text = text;
    this.arguments = arguments;
    this.singular = singular;
    this.expected = expected;
  }

  /** The arguments, which nobody may write to. */
  Object[] arguments() {
    return arguments;
  }

  /** Copies of the arguments that a method may write to. */
  Object[] copy() {
    return Values.copy(arguments);
  }

  boolean singular() {
    return singular;
  }

  Object[] expected() {
    return expected;
  }

  @Override
  public String toString() {
    return text;
  }
}
