package dev.cotangent.sample;

import dev.cotangent.Differentiable;

/** The model of one regressor: the line h(x) = b + w·x. */
final class LinearRegression {
  private LinearRegression() {}

  /**
   * The mean squared error 1/m Σ (h(xᵢ) − yᵢ)².
   *
   * @param w the slope
   * @param b the intercept
   * @param x the regressor, one number a row
   * @param y the target, one number a row
   */
  @Differentiable(wrt = {"w", "b"})
  static double cost(double w, double b, double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double e = b + x[i] * w - y[i];
      sum += e * e;
    }
    return sum / x.length;
  }
}
