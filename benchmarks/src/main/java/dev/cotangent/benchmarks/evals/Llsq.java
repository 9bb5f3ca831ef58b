package dev.cotangent.benchmarks.evals;

import dev.cotangent.Differentiable;

/** The eval {@code llsq}: a polynomial fitted to the sign function by least squares. */
public final class Llsq {
  private Llsq() {}

  /**
   * Half the sum of squared residuals, ½ Σᵢ (sign(tᵢ) − Σⱼ xⱼ tᵢʲ)², at n points tᵢ from −1 to 1.
   *
   * @param x the coefficients of the polynomial, the constant first
   * @param n the number of points, at least 2
   */
  @Differentiable
  public static double cost(double[] x, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double t = -1 + i * 2.0 / (n - 1);
      double residual = Math.signum(t) - polynomial(x, t);
      sum += residual * residual;
    }
    return 0.5 * sum;
  }

  private static double polynomial(double[] x, double t) {
    double sum = 0;
    double power = 1;
    for (int j = 0; j < x.length; j++) {
      sum += x[j] * power;
      power *= t;
    }
    return sum;
  }
}
