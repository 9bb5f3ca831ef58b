package dev.cotangent.benchmarks.kernels;

import dev.cotangent.Differentiable;

/** Linear regression with one regressor. */
public final class Regression {
  private Regression() {}

  /**
   * The mean squared error of the line b + w·x.
   *
   * @param w the slope
   * @param b the intercept
   * @param x the regressor
   * @param y the target, as long as x
   */
  @Differentiable(wrt = {"w", "b"})
  public static double cost(double w, double b, double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double e = b + x[i] * w - y[i];
      sum += e * e;
    }
    return sum / x.length;
  }
}
