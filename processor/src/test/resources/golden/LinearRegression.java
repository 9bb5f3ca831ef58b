package golden;

import dev.cotangent.Differentiable;

final class LinearRegression {
  @Differentiable(wrt = {"w", "b"})
  static double cost(double w, double b, double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double e = b + x[i] * w - y[i];
      sum += e * e;
    }
    return sum / x.length;
  }
}
