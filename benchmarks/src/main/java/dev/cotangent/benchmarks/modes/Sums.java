package dev.cotangent.benchmarks.modes;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HESSIAN;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JACOBIAN;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;

/** Sums over a vector, and their terms as residuals. */
public final class Sums {
  private Sums() {}

  /**
   * Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)².
   *
   * @param x at least two numbers
   */
  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  public static double rosenbrock(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double a = x[i + 1] - x[i] * x[i];
      double b = 1 - x[i];
      sum += 100 * a * a + b * b;
    }
    return sum;
  }

  /**
   * The numbers whose squares {@link #rosenbrock} adds up, two for each i.
   *
   * @param x at least two numbers
   */
  @Differentiable({JACOBIAN})
  public static double[] rosenbrockResiduals(double[] x) {
    double[] residuals = new double[2 * (x.length - 1)];
    for (int i = 0; i < x.length - 1; i++) {
      residuals[2 * i] = 10 * (x[i + 1] - x[i] * x[i]);
      residuals[2 * i + 1] = 1 - x[i];
    }
    return residuals;
  }

  /**
   * Σ xᵢ².
   *
   * @param x any numbers
   */
  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  public static double squares(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v * v;
    }
    return sum;
  }
}
