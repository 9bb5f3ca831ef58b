package dev.cotangent.processor.ir;

/**
 * Java's unary operators on primitive values; {@code ++} and {@code --} are assignments and never
 * reach the IR.
 */
public enum UnaryOperator {
  NEGATE("-"),
  BIT_NOT("~"),
  NOT("!");

  private final String symbol;

  UnaryOperator(String symbol) {
    this.symbol = symbol;
  }

  /** The operator as Java writes it. */
  public String symbol() {
    return symbol;
  }
}
