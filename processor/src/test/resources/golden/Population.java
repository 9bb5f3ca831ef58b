package golden;

import dev.cotangent.Differentiable;

/** A carried value: one number an iteration is recorded. */
final class Population {
  @Differentiable
  static double after(double x, double r, int n) {
    for (int i = 0; i < n; i++) {
      x = r * x * (1 - x);
    }
    return x;
  }
}
