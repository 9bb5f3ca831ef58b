package demo;

import dev.cotangent.Differentiable;

/** A straight line through points, found by gradient descent. */
public final class LinearRegression {
  private LinearRegression() {}

  /** The mean squared error of the line {@code w * x + b}. */
  @Differentiable(wrt = {"w", "b"})
  static double cost(double w, double b, double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double e = b + x[i] * w - y[i];
      sum += e * e;
    }
    return sum / x.length;
  }

  /** Prints slope and intercept for a few points. */
  public static void main(String[] arguments) {
    double[] x = {0, 1, 2, 3};
    double[] y = {1, 3, 5, 7};
    double w = 0;
    double b = 0;
    var gradient = new LinearRegressionCost.Gradient();
    for (int step = 0; step < 1000; step++) {
      LinearRegressionCost.gradient(w, b, x, y, gradient);
      w -= 0.1 * gradient.dW();
      b -= 0.1 * gradient.dB();
    }
    System.out.printf("y = %.3f x + %.3f%n", w, b);
  }
}
