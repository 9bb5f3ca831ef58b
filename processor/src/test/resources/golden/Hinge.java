package golden;

import dev.cotangent.Differentiable;

/** A helper, called in a sum. */
final class Hinge {
  static double softplus(double x) {
    return x > 20 ? x : Math.log1p(Math.exp(x));
  }

  @Differentiable(wrt = "w")
  static double loss(double w, double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += softplus(-y[i] * w * x[i]);
    }
    return sum;
  }
}
