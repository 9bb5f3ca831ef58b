package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Loops that carry values: every form of bounds, nests, recurrences. */
final class Loops {
  private Loops() {}

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 5", "2 0", "1.5 -3", "0.5 1"})
  static double power(double x, int n) {
    double p = 1;
    for (int i = 0; i < n; i++) {
      p *= x;
    }
    return p;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.3..0.7 2.5..3 7", "0.4 3.2 0"})
  static double logistic(double x, double r, int n) {
    for (int i = 0; i < n; i++) {
      x = r * x * (1 - x);
    }
    return x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 6", "0.5 1", "0.5 0", "2 -1"})
  static double down(double x, int n) {
    double p = 1;
    for (int i = n; i > 0; i--) {
      p = p * x + i;
    }
    return p;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 2 11", "0.5 3 3", "0.5 5 3"})
  static double steps(double x, int from, int to) {
    double p = 1;
    for (int i = from; i <= to; i += 3) {
      p = Math.sin(p * x) + i * x;
    }
    return p;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 9", "0.5 4", "0.5 -2"})
  static double stepsDown(double x, int n) {
    double p = x;
    for (int i = n; i >= 0; i -= 2) {
      p = p / (1 + p * p) + 0.1 * i * x;
    }
    return p;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..1 40", "0.9 3", "0.5 0.1"})
  static double whileBelow(double x, double limit) {
    double y = x;
    while (y < limit) {
      y = y * (1 + x) + 0.25;
    }
    return y * x;
  }

  /** Newton's iteration for the root of a, with as many steps as it takes. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"2", "0.5..9"})
  static double newtonUntilDone(double a) {
    double x = a;
    double before = 0;
    while (Math.abs(x - before) > 1e-14 * x) {
      before = x;
      x = 0.5 * (x + a / x);
    }
    return x;
  }

  /** What the body only writes is the loop's result all the same. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"1.5 0", "1.5 1", "1.5 2", "0.5..2 5"})
  static double valueBeforeTheLast(double x, int n) {
    double a = x;
    double b = 2 * x;
    double old = x * x;
    int i = n;
    while (i > 0) {
      old = b;
      b = a;
      a = x * b - old;
      i--;
    }
    return old;
  }

  /** Clenshaw's recurrence; the two last values are read behind the loop only. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5 [1 2 3]", "0.1..0.9 [5*-1..1]", "0.25 [3 4]"})
  static double chebyshev(double x, double[] c) {
    int p = 1;
    int i = c.length - 1;
    double b0 = c[0];
    double b1 = 0;
    double b2;
    do {
      b2 = b1;
      b1 = b0;
      b0 = x * b1 - b2 + c[p++];
    } while (--i > 0);
    return 0.5 * (b0 - b2);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..1.5 48", "1.25 97", "1 1"})
  static double whileOnIntegers(double x, int n) {
    double p = 1;
    while (n > 1) {
      if (n % 2 == 0) {
        n /= 2;
        p = p * x;
      } else {
        n = n * 3 + 1;
        p = p + Math.sin(x);
      }
    }
    return p;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 -1..1 3 4", "0.5 1 0 4", "0.5 1 3 0"})
  static double rectangular(double x, double y, int n, int m) {
    double p = x;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        p = Math.sin(p + y * i) * x + j;
      }
      p = p / 4;
    }
    return p;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 5", "0.5 1", "0.5 0"})
  static double triangular(double x, int n) {
    double p = 1;
    for (int i = 0; i < n; i++) {
      double q = x;
      for (int j = i; j < n; j++) {
        q = q * p / (1 + j) + x;
      }
      p = p + Math.cos(q);
    }
    return p;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.2..0.5 4", "0.3 0"})
  static double whileInsideFor(double x, int n) {
    double total = x;
    for (int i = 1; i <= n; i++) {
      double y = total / i;
      while (y < 3) {
        y = y * y + 1 + x;
      }
      total = total + Math.sqrt(y);
    }
    return total;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.2..0.5 3", "0.4 1"})
  static double forInsideWhile(double x, int n) {
    double y = x;
    while (y < 5) {
      double z = 1;
      for (int i = 0; i < n; i++) {
        z = z * (1 + y * 0.25);
      }
      y = y + z;
    }
    return y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 -1..1 8", "1 1 0"})
  static double fibonacci(double a, double b, int n) {
    for (int i = 0; i < n; i++) {
      double next = a + b * 0.5;
      a = b;
      b = next * a;
    }
    return a + b;
  }

  /** Continued fraction. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*1..3]", "[2]"})
  static double continuedFraction(double[] a) {
    double value = a[a.length - 1];
    for (int i = a.length - 2; i >= 0; i--) {
      value = a[i] + 1 / value;
    }
    return value;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*-1..1] -1..1", "[3] 2", "[] 2"})
  static double horner(double[] coefficients, double x) {
    double value = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      value = value * x + coefficients[i];
    }
    return value;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 0.1", "0.5 0.3"})
  static double doubleCounter(double x, double step) {
    double y = x;
    for (double t = 0; t < 0.95; t += step) {
      y = y + step * Math.sin(y + t);
    }
    return y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..1 5", "1 0"})
  static double longCounter(double x, long n) {
    double p = 1;
    for (long i = n; i > 0; i -= 2) {
      p = p * x + i;
    }
    return p;
  }

  /** The counter is changed in the body: not a counted loop. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..1 9", "1 2"})
  static double skipping(double x, int n) {
    double p = x;
    for (int i = 0; i < n; i++) {
      p = p * x + i;
      if (p > 3) {
        i++;
      }
    }
    return p;
  }

  /** The bound changes in the body. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..1 6", "1 1"})
  static double shrinkingBound(double x, int n) {
    double p = 1;
    for (int i = 0; i < n; i++) {
      p = Math.cos(p) * x + i;
      n--;
    }
    return p + n;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 6", "1 0"})
  static double branchesInLoop(double x, int n) {
    double p = x;
    double q = 1;
    for (int i = 0; i < n; i++) {
      if (i % 3 == 0) {
        p = p * q + x;
      } else if (p > 0) {
        double t = q;
        q = p;
        p = Math.sin(t);
      } else {
        q = q * 0.5;
      }
    }
    return p * q;
  }

  /** Several updates and a comma in the header. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*-1..1] 0.7", "[1] 2", "[] 1"})
  static double twoIndices(double[] a, double x) {
    double p = x;
    for (int i = 0, j = a.length - 1; i <= j; i++, j--) {
      p = p * a[i] + a[j] * x;
    }
    return p;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"1..2 5", "1.5 0"})
  static double lastTripOnly(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y = Math.sqrt(x + i);
    }
    return y * y * y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"2..3 2147483645", "2 2147483647"})
  static double nearTheEnd(double x, int from) {
    double p = x;
    for (int i = from; i < Integer.MAX_VALUE; i++) {
      p = p * x;
    }
    return p;
  }
}
