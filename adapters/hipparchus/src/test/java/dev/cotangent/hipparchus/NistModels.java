package dev.cotangent.hipparchus;

import dev.cotangent.Differentiable;

/** The models of NIST's reference problems in nonlinear regression, for one observation each. */
final class NistModels {
  private NistModels() {}

  @Differentiable(wrt = "b")
  static double misra1a(double[] b, double x) {
    return b[0] * (1 - Math.exp(-b[1] * x));
  }

  @Differentiable(wrt = "b")
  static double misra1b(double[] b, double x) {
    return b[0] * (1 - Math.pow(1 + b[1] * x / 2, -2));
  }

  @Differentiable(wrt = "b")
  static double chwirut2(double[] b, double x) {
    return Math.exp(-b[0] * x) / (b[1] + b[2] * x);
  }

  @Differentiable(wrt = "b")
  static double danWood(double[] b, double x) {
    return b[0] * Math.pow(x, b[1]);
  }

  @Differentiable(wrt = "b")
  static double gauss1(double[] b, double x) {
    return b[0] * Math.exp(-b[1] * x) + bell(b, 2, x) + bell(b, 5, x);
  }

  private static double bell(double[] b, int first, double x) {
    double z = (x - b[first + 1]) / b[first + 2];
    return b[first] * Math.exp(-z * z);
  }

  @Differentiable(wrt = "b")
  static double lanczos3(double[] b, double x) {
    double sum = 0;
    for (int i = 0; i < b.length; i += 2) {
      sum += b[i] * Math.exp(-b[i + 1] * x);
    }
    return sum;
  }

  @Differentiable(wrt = "b")
  static double mgh17(double[] b, double x) {
    return b[0] + b[1] * Math.exp(-x * b[3]) + b[2] * Math.exp(-x * b[4]);
  }

  @Differentiable(wrt = "b")
  static double rat43(double[] b, double x) {
    return b[0] / Math.pow(1 + Math.exp(b[1] - b[2] * x), 1 / b[3]);
  }

  @Differentiable(wrt = "b")
  static double roszman1(double[] b, double x) {
    return b[0] - b[1] * x - Math.atan(b[2] / (x - b[3])) / Math.PI;
  }

  /** A quotient of polynomials with as many coefficients above; the lowest below is one. */
  @Differentiable(wrt = "b")
  static double rational(double[] b, double x, int above) {
    double numerator = 0;
    for (int i = above - 1; i >= 0; i--) {
      numerator = numerator * x + b[i];
    }
    double denominator = 0;
    for (int i = b.length - 1; i >= above; i--) {
      denominator = denominator * x + b[i];
    }
    return numerator / (1 + denominator * x);
  }
}
