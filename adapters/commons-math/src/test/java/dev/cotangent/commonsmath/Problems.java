package dev.cotangent.commonsmath;

import dev.cotangent.Differentiable;

/** What the tests minimise and fit. */
final class Problems {
  private Problems() {}

  @Differentiable
  static double rosenbrock(double[] x) {
    double valley = x[1] - x[0] * x[0];
    double slope = 1 - x[0];
    return 100 * valley * valley + slope * slope;
  }

  /** Logistic growth: the capacity, the delay and the rate, at a time. */
  @Differentiable(wrt = "b")
  static double logistic(double[] b, double t) {
    return b[0] / (1 + Math.exp(b[1] - b[2] * t));
  }
}
