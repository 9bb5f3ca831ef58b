package dev.cotangent.benchmarks.evals;

import dev.cotangent.Differentiable;

/** The eval {@code hello}: a square. */
public final class Hello {
  private Hello() {}

  /**
   * x².
   *
   * @param x any number
   */
  @Differentiable
  public static double square(double x) {
    return x * x;
  }
}
