package dev.cotangent.processor.emit;

/**
 * Stage 7: how tightly Java's expressions bind, on the scale of {@link
 * dev.cotangent.processor.ir.BinaryOperator#precedence()}.
 */
final class Precedence {
  /** Names, literals, calls, selections, array accesses. */
  static final int PRIMARY = 16;

  /** Object and array creations, which an index must not follow directly. */
  static final int NEW = 15;

  /** Signs, complements, casts, negative literals. */
  static final int UNARY = 13;

  /** The loosest arithmetic, {@code +} and {@code -}. */
  static final int ADDITIVE = 11;

  /** {@code &&}. */
  static final int AND = 4;

  /** {@code ||}. */
  static final int OR = 3;

  /** {@code ?:}. */
  static final int CONDITIONAL = 2;

  /** Anything. */
  static final int LOOSEST = 0;

  private Precedence() {}
}
