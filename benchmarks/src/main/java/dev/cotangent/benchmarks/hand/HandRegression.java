package dev.cotangent.benchmarks.hand;

/** The adjoint of {@code Regression.cost}: one pass, the constant factor taken out of it. */
public final class HandRegression {
  private double dW;
  private double dB;

  /** Computes the value and the partials. */
  public double gradient(double w, double b, double[] x, double[] y) {
    int n = x.length;
    double sum = 0;
    double w0 = 0;
    double w1 = 0;
    double b0 = 0;
    double b1 = 0;
    int i = 0;
    for (; i < n - 1; i += 2) {
      double e0 = b + x[i] * w - y[i];
      double e1 = b + x[i + 1] * w - y[i + 1];
      sum = sum + e0 * e0 + e1 * e1;
      w0 += e0 * x[i];
      w1 += e1 * x[i + 1];
      b0 += e0;
      b1 += e1;
    }
    if (i < n) {
      double e = b + x[i] * w - y[i];
      sum += e * e;
      w0 += e * x[i];
      b0 += e;
    }
    double scale = 2.0 / n;
    dW = (w0 + w1) * scale;
    dB = (b0 + b1) * scale;
    return sum / n;
  }

  /** The partial with respect to the slope. */
  public double dW() {
    return dW;
  }

  /** The partial with respect to the intercept. */
  public double dB() {
    return dB;
  }
}
