package dev.cotangent.lbfgs4j;

import dev.cotangent.Differentiable;

/** What the tests minimise. */
final class Problems {
  private Problems() {}

  /** Zero at (1, 1, …), at the end of a curved valley. */
  @Differentiable
  static double rosenbrock(double[] x) {
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double valley = x[i + 1] - x[i] * x[i];
      double slope = 1 - x[i];
      sum += 100 * valley * valley + slope * slope;
    }
    return sum;
  }
}
