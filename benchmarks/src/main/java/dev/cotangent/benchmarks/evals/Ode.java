package dev.cotangent.benchmarks.evals;

import dev.cotangent.Differentiable;

/**
 * The eval {@code ode}: y′₀ = x₀, y′ᵢ = xᵢ yᵢ₋₁ from y(0) = 0 to y(2) by the classical method of
 * Runge and Kutta.
 */
public final class Ode {
  private static final double END = 2;

  private Ode() {}

  /**
   * The last component of y(2).
   *
   * @param x one coefficient a component
   * @param steps how many steps of equal length are taken
   */
  @Differentiable
  public static double last(double[] x, int steps) {
    double[] y = solve(x, steps);
    return y[y.length - 1];
  }

  /**
   * All of y(2).
   *
   * @param x one coefficient a component
   * @param steps how many steps of equal length are taken
   */
  public static double[] solve(double[] x, int steps) {
    int n = x.length;
    double h = END / steps;
    double[] y = new double[n];
    double[] at = new double[n];
    double[] k1 = new double[n];
    double[] k2 = new double[n];
    double[] k3 = new double[n];
    double[] k4 = new double[n];
    for (int s = 0; s < steps; s++) {
      slope(x, y, k1);
      step(y, h / 2, k1, at);
      slope(x, at, k2);
      step(y, h / 2, k2, at);
      slope(x, at, k3);
      step(y, h, k3, at);
      slope(x, at, k4);
      for (int i = 0; i < n; i++) {
        y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
      }
    }
    return y;
  }

  private static void slope(double[] x, double[] y, double[] slope) {
    slope[0] = x[0];
    for (int i = 1; i < y.length; i++) {
      slope[i] = x[i] * y[i - 1];
    }
  }

  private static void step(double[] y, double h, double[] slope, double[] result) {
    for (int i = 0; i < y.length; i++) {
      result[i] = y[i] + h * slope[i];
    }
  }
}
