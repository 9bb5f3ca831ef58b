package lint;

import dev.cotangent.Differentiable;

/** Numbers that become integers, and what becomes of them. */
final class Cuts {
  private Cuts() {}

  @Differentiable
  static double cast(double x) {
    return (int) (x * 3) * x; // expect COT061 COT065
  }

  @Differentiable
  static double rounded(double price, double rate) {
    return Math.round(price * rate * 100) / 100.0; // expect COT061 COT065
  }

  @Differentiable
  static double throughAVariableAndALoop(double[] x) {
    long total = 0;
    for (double v : x) {
      total += (long) v; // expect COT061 COT065
    }
    return total * x[0];
  }

  @Differentiable
  @SuppressWarnings("lossy-conversions")
  static double compound(double x) {
    int k = 1;
    k += x; // expect COT061 COT065
    return k * x;
  }

  @Differentiable
  static double throughAnArray(double x) {
    int[] work = new int[2];
    work[1] = (int) x; // expect COT061 COT065
    return x * work[0] + work[1];
  }

  @Differentiable
  static double residual(double w, double x, double target) {
    double e = target - Math.round(w * x); // expect COT061 COT065
    return e * e;
  }

  @Differentiable
  static double exponent(double x) {
    return x * Math.scalb(1.0, Math.getExponent(x)); // expect COT061 COT065
  }

  @Differentiable
  static double startOfALoop(double x) {
    double sum = 0;
    for (int i = (int) x; i < 10; i++) { // expect COT061 COT065
      sum += i * x;
    }
    return sum;
  }

  @Differentiable
  static double chosen(double x, boolean up) {
    int k = up ? (int) x : 2; // expect COT061 COT065
    return k * x;
  }

  @Differentiable
  static double inAHelper(double x) {
    return bucket(x) + bucket(2 * x) + x;
  }

  @Differentiable
  static double inTheSameHelper(double x) {
    return bucket(x) * x;
  }

  static double bucket(double x) {
    return (int) x; // expect COT061 COT065
  }

  @Differentiable
  static double recursive(double x, int n) {
    return power(x, n) * x;
  }

  static double power(double x, int n) {
    return n == 0 ? (long) x : x * power(x, n - 1); // expect COT061 COT065
  }

  @Differentiable(suppress = {"COT061", "COT065"})
  static double meant(double x) {
    return (int) x * x;
  }

  // An index, a length, a bound, a decision: what is chosen is no number.

  @Differentiable(wrt = "x")
  static double index(double x, double[] table) {
    return table[(int) x] * x;
  }

  @Differentiable
  static double bound(double x) {
    double product = x;
    for (int i = 0; i < (int) x; i++) {
      product *= x;
    }
    return product * new double[(int) x].length;
  }

  @Differentiable
  static double decision(double x) {
    return (int) x % 2 == 0 ? x : -x;
  }

  // A whole part whose remainder is used as well: the derivative is right.

  @Differentiable
  static double interpolated(double x, double[] table) {
    int i = (int) x; // expect COT065
    double t = x - i;
    return (1 - t) * table[i] + t * table[i + 1];
  }

  @Differentiable(wrt = "x")
  static double scaledRemainder(double x, double h) {
    long n = Math.round(x / h); // expect COT065
    double r = x - n * h;
    return Math.exp(r) * n;
  }

  // Nothing active goes in, or nothing comes out.

  @Differentiable(wrt = "x")
  static double passive(double x, double y) {
    return (int) y * x;
  }

  @Differentiable(wrt = "x")
  static double passiveHelper(double x, double y) {
    return quiet(y) * x + x * quiet(y + 1);
  }

  static double quiet(double y) {
    return (int) y;
  }

  @Differentiable(wrt = "x")
  static double passiveRecursion(double x, double y) {
    return x * digits(y);
  }

  static double digits(double y) {
    return y < 10 ? (int) y : 1 + digits(y / 10);
  }

  @Differentiable
  static double unused(double x) {
    int k = (int) x;
    return x + (k > 2 ? 1 : 0);
  }
}
