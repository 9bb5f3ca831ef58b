package golden;

import dev.cotangent.Differentiable;

/** An array read and written in place. */
final class Relaxation {
  @Differentiable
  static double energy(double[] u, double k) {
    for (int i = 1; i < u.length - 1; i++) {
      u[i] = 0.5 * (u[i - 1] + u[i + 1]) + k * Math.sin(u[i]);
    }
    double sum = 0;
    for (double v : u) {
      sum += v * v;
    }
    return sum;
  }
}
