package dev.cotangent.benchmarks.evals;

import dev.cotangent.Differentiable;

/** The eval {@code lse}: the logarithm of a sum of exponentials, without overflow. */
public final class Lse {
  private Lse() {}

  /**
   * ln Σ exp(xᵢ).
   *
   * @param x at least one number
   */
  @Differentiable
  public static double logSumExp(double[] x) {
    double max = x[0];
    for (int i = 1; i < x.length; i++) {
      max = Math.max(max, x[i]);
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.exp(x[i] - max);
    }
    return max + Math.log(sum);
  }
}
