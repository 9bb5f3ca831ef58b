package dev.cotangent.benchmarks.hand;

/**
 * The adjoint of {@code Rosenbrock.value}: what a term says of the next element waits in a
 * variable, so that every partial is written once and none is cleared.
 */
public final class HandRosenbrock {
  private HandRosenbrock() {}

  /**
   * Computes the value and the partials.
   *
   * @param xBar takes the partials, as long as x
   */
  public static double gradient(double[] x, double[] xBar) {
    int last = x.length - 1;
    double sum = 0;
    double fromBefore = 0;
    double xi = x[0];
    for (int i = 0; i < last; i++) {
      double next = x[i + 1];
      double a = next - xi * xi;
      double b = 1 - xi;
      double a100 = 100 * a;
      sum += a100 * a + b * b;
      double a200 = a100 + a100;
      xBar[i] = fromBefore - 2 * (a200 * xi + b);
      fromBefore = a200;
      xi = next;
    }
    xBar[last] = fromBefore;
    return sum;
  }
}
