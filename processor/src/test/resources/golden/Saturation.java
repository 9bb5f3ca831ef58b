package golden;

import dev.cotangent.Differentiable;

/** An accumulation with a nonlinear tail. */
final class Saturation {
  @Differentiable
  static double norm(double s, double[] x) {
    double sum = 0;
    for (double v : x) {
      double t = Math.tanh(s * v);
      sum += t * t;
    }
    return Math.sqrt(sum);
  }
}
