package dev.cotangent.processor.ir;

/**
 * Java's binary operators with their symbol and precedence (higher binds tighter); {@code &&} and
 * {@code ||} are {@link If}s.
 */
public enum BinaryOperator {
  MULTIPLY("*", 12),
  DIVIDE("/", 12),
  REMAINDER("%", 12),
  ADD("+", 11),
  SUBTRACT("-", 11),
  SHIFT_LEFT("<<", 10),
  SHIFT_RIGHT(">>", 10),
  SHIFT_RIGHT_UNSIGNED(">>>", 10),
  LESS("<", 9),
  LESS_EQUAL("<=", 9),
  GREATER(">", 9),
  GREATER_EQUAL(">=", 9),
  EQUAL("==", 8),
  NOT_EQUAL("!=", 8),
  AND("&", 7),
  XOR("^", 6),
  OR("|", 5);

  private final String symbol;
  private final int precedence;

  BinaryOperator(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  /** The operator as Java writes it. */
  public String symbol() {
    return symbol;
  }

  /** How tightly it binds; unary operators bind at 13, {@code ?:} at 2. */
  public int precedence() {
    return precedence;
  }

  /** Whether the result is boolean whatever the operands are. */
  public boolean isComparison() {
    return precedence == 9 || precedence == 8;
  }

  /** Whether this is one of the four basic operations of arithmetic. */
  public boolean isBasic() {
    return precedence >= 11 && this != REMAINDER;
  }

  /** Whether this is one of the four order relations. */
  public boolean isOrdering() {
    return precedence == 9;
  }

  /** Whether this shifts its left operand, so that the operands' types may differ. */
  public boolean isShift() {
    return precedence == 10;
  }
}
