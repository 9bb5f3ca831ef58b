package golden;

import dev.cotangent.Differentiable;

/** A loop of unknown length. */
final class Newton {
  @Differentiable
  static double root(double a) {
    double x = a;
    double before = 0;
    while (Math.abs(x - before) > 1e-14 * x) {
      before = x;
      x = 0.5 * (x + a / x);
    }
    return x;
  }
}
