package golden;

import dev.cotangent.Differentiable;

/** A branch: nothing is recorded. */
final class Threshold {
  @Differentiable
  static double above(double a, double b) {
    double t = a * b;
    if (t > 1) {
      t = Math.log(t) * a;
    }
    return t * t;
  }
}
