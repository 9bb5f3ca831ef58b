package dev.cotangent.benchmarks.kernels;

import dev.cotangent.Differentiable;

/** The banana valley in n dimensions. */
public final class Rosenbrock {
  private Rosenbrock() {}

  /**
   * Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)².
   *
   * @param x at least two numbers
   */
  @Differentiable
  public static double value(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double a = x[i + 1] - x[i] * x[i];
      double b = 1 - x[i];
      sum += 100 * a * a + b * b;
    }
    return sum;
  }
}
