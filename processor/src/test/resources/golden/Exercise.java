package golden;

import dev.cotangent.Differentiable;

/** Straight-line code. */
final class Exercise {
  @Differentiable
  static double onPaper(double a, double b, double c) {
    return 1 / (a + Math.log(b)) + 1 / c;
  }
}
