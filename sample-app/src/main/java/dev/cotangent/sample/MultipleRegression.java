package dev.cotangent.sample;

import dev.cotangent.Differentiable;

/** The model of several regressors: the plane h(x) = b + w₁·x₁ + … + wₖ·xₖ. */
final class MultipleRegression {
  private MultipleRegression() {}

  /**
   * The mean squared error 1/m Σ (h(xᵢ) − yᵢ)².
   *
   * @param w the slopes, one for each of the k regressors
   * @param b the intercept
   * @param x the regressors row by row: {@code x[i * k + j]} is regressor j of row i
   * @param y the target, one number a row
   */
  @Differentiable(wrt = {"w", "b"})
  static double cost(double[] w, double b, double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double e = b - y[i];
      for (int j = 0; j < w.length; j++) {
        e += x[i * w.length + j] * w[j];
      }
      sum += e * e;
    }
    return sum / y.length;
  }
}
