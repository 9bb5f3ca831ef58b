package dev.cotangent.hipparchus;

import dev.cotangent.Derivative;
import dev.cotangent.Differentiable;

/** What the tests minimise and solve. */
final class Problems {
  private Problems() {}

  /** Zero at (1, 1, …), at the end of a curved valley. */
  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN})
  static double rosenbrock(double[] x) {
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double valley = x[i + 1] - x[i] * x[i];
      double slope = 1 - x[i];
      sum += 100 * valley * valley + slope * slope;
    }
    return sum;
  }

  @Differentiable
  static double gradientOnly(double[] x) {
    return x[0] * x[0];
  }

  /** A damped oscillator: y″ = −p₀y − p₁y′. */
  @Differentiable(
      value = Derivative.JACOBIAN,
      wrt = {"y", "p"})
  static double[] oscillator(double t, double[] y, double[] p) {
    return new double[] {y[1], -p[0] * y[0] - p[1] * y[1]};
  }

  /** All predictions of a power law at once. */
  @Differentiable(value = Derivative.JACOBIAN, wrt = "b")
  static double[] powers(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = b[0] * Math.pow(x[i], b[1]);
    }
    return y;
  }
}
