package lint;

import static java.lang.Math.exp;

import dev.cotangent.Derivative;
import dev.cotangent.Differentiable;

/** The other concerns. */
final class Concerns {
  private Concerns() {}

  @Differentiable(wrt = {"x", "idle"})
  static double listed(
      double x,
      double idle) { // expect COT062
    return x * x;
  }

  @Differentiable(wrt = {"x", "weights"})
  static double listedArray(double x, double[] weights) { // expect COT062
    return x * weights.length;
  }

  record Pair(double first, double second) {}

  @Differentiable(wrt = {"x", "used", "idle"})
  static double listedRecords(
      double x,
      Pair used,
      Pair idle) { // expect COT062
    return x * used.second();
  }

  @Differentiable(wrt = {"x", "step"}, suppress = "COT062")
  static double keptSilent(double x, double step) {
    return x;
  }

  @Differentiable
  static double notListed(double x, double idle) {
    return x;
  }

  @Differentiable(wrt = {"x", "y"})
  static double onlyThroughAStep(double x, double y) { // expect COT062
    return x * Math.floor(y); // expect COT065
  }

  @Differentiable(
      value = {Derivative.GRADIENT, Derivative.JVP, Derivative.HVP},
      wrt = {"x"})
  static double kinks(double x, double y) {
    double a = Math.abs(x); // expect COT064
    double b = Math.abs(x) + Math.max(x, 0); // expect COT064
    double c = Math.min(y, 3) + Math.abs(y);
    double d = StrictMath.rint(x) + Math.signum(x) * x; // expect COT065
    double unused = Math.abs(x - y);
    return a + b * c + d + x % y; // expect COT064
  }

  @Differentiable(wrt = "x")
  static double branches(double x, double[] data, int n) {
    double r = x;
    if (x > 0 && n > 2) { // expect COT066
      r *= 2;
    }
    while (r < 100) { // expect COT066
      r = r * r + 1;
    }
    for (int i = 0; i < n; i++) {
      r += data[i] > 0 ? data[i] : x;
    }
    return r;
  }

  @Differentiable(wrt = {"x", "y"})
  static double overwrites(double[] x, double[] y, double[] out) {
    x[0] = y[0] * y[1]; // expect COT067
    out[0] = x[1];
    double[] copy = y.clone();
    copy[0] = 2;
    scale(x, 2);
    fill(x, 1); // expect COT067
    return x[0] + copy[0] * copy[1];
  }

  static void scale(double[] v, double factor) {
    for (int i = 0; i < v.length; i++) {
      v[i] *= factor; // expect COT067
    }
  }

  static void fill(double[] v, int from) {
    if (from < v.length) {
      v[from] = 1;
      fill(v, from + 1);
    }
  }

  @Differentiable(wrt = "x")
  static double forms(double x, double y, double[] v) {
    double a = Math.log(1 + x) + Math.log(x + 1.0); // expect COT068
    double b = exp(x) - 1; // expect COT068
    double c = 1 - StrictMath.exp(2 * x); // expect COT068
    double grown = exp(y * x);
    double d = grown - 1f; // expect COT068
    double e = Math.sqrt(x * x + y * y); // expect COT068
    double f = Math.sqrt((x - y) * (x - y) + Math.pow(y, 2)); // expect COT068
    double squares = x * x + v[0] * v[0];
    double g = Math.sqrt(squares); // expect COT068
    double h = Math.log(1 - x * y); // expect COT068
    return a + b + c + d + e + f + g + h;
  }

  @Differentiable(wrt = "x")
  static double otherForms(double x, double y, double[] v) {
    double a = Math.log(2 + x) + Math.log(1 + y) + Math.log(1 + 1) * x;
    double b = exp(x) - 2 + (exp(y) - 1);
    double c = Math.sqrt(x * y + y * y) + Math.sqrt(x * x + 1 + y * y);
    double before = v[0];
    v[0] = x;
    double d = Math.sqrt(before * v[0] + x * x);
    double log1p = Math.log1p(x) + Math.expm1(x) + Math.hypot(x, y);
    return a + b + c + d + log1p;
  }
}
