package dev.cotangent.benchmarks.hand;

/** The gradient of {@code Lse.logSumExp}: the exponentials of the value, over their sum. */
public final class HandLse {
  private HandLse() {}

  /**
   * Computes the value and the partials.
   *
   * @param xBar takes the partials, as long as x
   */
  public static double gradient(double[] x, double[] xBar) {
    double max = Rows.max(x);
    double sum = Rows.exponentials(x, max, xBar);
    Rows.set(1 / sum, xBar, xBar, x.length);
    return max + Math.log(sum);
  }
}
