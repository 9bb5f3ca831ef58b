package dev.cotangent.benchmarks.hand;

/** The derivative of {@code Hello.square}. */
public final class HandHello {
  private double dX;

  /** Computes the value and the derivative. */
  public double gradient(double x) {
    dX = 2 * x;
    return x * x;
  }

  /** The derivative. */
  public double dX() {
    return dX;
  }
}
