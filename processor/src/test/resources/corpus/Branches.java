package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Conditions: if and else, conditional expressions, short circuits, early returns. */
final class Branches {
  private Branches() {}

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"2 3", "0.5 -1", "1.1..2 1..3", "-1..0.2 1..3"})
  static double above(double a, double b) {
    double t = a * b;
    if (t > 1) {
      t = Math.log(t) * a;
    }
    return t * t;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-3..-1.2", "-0.8..0.8", "1.2..4"})
  static double huber(double e) {
    if (e < -1) {
      return -2 * e - 1;
    } else if (e > 1) {
      return 2 * e - 1;
    }
    return e * e;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"-1 -1", "-1 2", "0.5 0.4", "3 0.1", "3 4"},
      singular = "0.5 0.5")
  static double conditionalExpressions(double x, double y) {
    double z = x > 0 ? y > x ? x * y : y > 0.2 ? x / y : Math.sin(y) : x * x * y;
    return z * (z < 0 ? -1 : 2);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"1 2 0", "-1 2 1", "-1 -2 2", "1 -2 1"})
  static double shortCircuits(double x, double y, int i) {
    double[] table = {x, y};
    if (i < table.length && table[i] > 0 || x > y) {
      x = x * y + i;
    }
    if (!(i >= 2) && table[i] < 0) {
      y = y * y;
    }
    return x * y + (x > 0 && y > 0 ? x : y);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-0.5 1", "0.5 1", "1.5 1", "2.5 -1", "3.5 2"})
  static double earlyReturns(double x, double y) {
    if (x < 0) {
      return x * y;
    }
    double z = Math.exp(y);
    if (x > 1) {
      if (x > 3) {
        return z;
      }
      z = z * x;
      if (y < 0) {
        return z * z;
      }
    }
    return z + x * x;
  }

  /** Both branches change several variables, some unused afterwards. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"1 2 3", "2 1 3", "-1..1 -1..1 -1..1"})
  static double swapping(double a, double b, double c) {
    double low;
    double high;
    double lost = 0;
    if (a < b) {
      low = a;
      high = b;
      lost = c;
    } else {
      low = b;
      high = a;
      c = c * c;
    }
    return (high - low) * c + low * Math.exp(high) + 0 * lost;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"0.5 1 2", "1.5 1 2", "3 1 2"},
      singular = {"2 1 2", "1 1 2"})
  static double clamped(double x, double low, double high) {
    double y = x < low ? low : Math.min(x, high);
    return y * y + x * low * high;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"1 1", "-1 1", "-1 -2", "3 -2"})
  static double nestedIfs(double x, double y) {
    double r = x;
    if (x > 0) {
      if (y > 0) {
        r = x * y;
      } else {
        r = x / (1 + y * y);
        if (x > 2) {
          r += y;
        }
      }
    } else {
      if (y < -1) {
        r *= y * y;
      }
    }
    return r * r;
  }

  /** The guard of a root: where it is not taken, its infinite slope must not show. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"4 3", "-1 2 => 0 1"},
      singular = "0 1 => 0 1")
  static double guarded(double x, double y) {
    double root = x > 0 ? Math.sqrt(x) : 0;
    return root * y + y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5 2", "2 0.5", "-1 -3"})
  static double conditionOnComputed(double x, double y) {
    double p = x * y;
    boolean positive = p > 0;
    double q = Math.abs(p) + 1;
    if (positive) {
      q = Math.sqrt(q);
    }
    if (positive && q > 1.2 || x < y) {
      p = p * q;
    }
    return p + q;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"1 [1 2]", "-1 [3 4]"})
  static double storesInBranches(double x, double[] a) {
    if (x > 0) {
      a[0] = x * a[1];
    } else {
      a[1] = x * x * a[0];
      a[0] = 1;
    }
    return a[0] * a[1] + x;
  }

  /** An array chosen by a condition. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"1 [1 2] [3 4 5]", "-1 [1 2] [3 4 5]"})
  static double chosenArray(double x, double[] a, double[] b) {
    double[] c = x > 0 ? a : b;
    double last = c[c.length - 1];
    return c[0] * last * x + a[0] * b[0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"1 [1 2] [3 4]", "-1 [1 2] [3 4]"})
  static double writesIntoChosen(double x, double[] a, double[] b) {
    double[] target;
    if (x > 0) {
      target = a;
    } else {
      target = b;
    }
    target[0] *= x;
    target[1] = target[0] * target[1];
    return a[0] * b[1] + a[1] * b[0];
  }

  /** Each branch is nested in the ones before. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 0", "0.5 17", "0.3 35", "0.3 36"})
  static double manyBranches(double x, int k) {
    double y = x;
    if (k == 0) {
      y = Math.sin(y) * 0.5 + x;
    } else if (k == 1) {
      y = y * x - 1;
    } else if (k == 2) {
      y = x / (y * y + 3);
    } else if (k == 3) {
      y = Math.sin(y) * 3.5 + x;
    } else if (k == 4) {
      y = y * x - 4;
    } else if (k == 5) {
      y = x / (y * y + 6);
    } else if (k == 6) {
      y = Math.sin(y) * 6.5 + x;
    } else if (k == 7) {
      y = y * x - 7;
    } else if (k == 8) {
      y = x / (y * y + 9);
    } else if (k == 9) {
      y = Math.sin(y) * 9.5 + x;
    } else if (k == 10) {
      y = y * x - 10;
    } else if (k == 11) {
      y = x / (y * y + 12);
    } else if (k == 12) {
      y = Math.sin(y) * 12.5 + x;
    } else if (k == 13) {
      y = y * x - 13;
    } else if (k == 14) {
      y = x / (y * y + 15);
    } else if (k == 15) {
      y = Math.sin(y) * 15.5 + x;
    } else if (k == 16) {
      y = y * x - 16;
    } else if (k == 17) {
      y = x / (y * y + 18);
    } else if (k == 18) {
      y = Math.sin(y) * 18.5 + x;
    } else if (k == 19) {
      y = y * x - 19;
    } else if (k == 20) {
      y = x / (y * y + 21);
    } else if (k == 21) {
      y = Math.sin(y) * 21.5 + x;
    } else if (k == 22) {
      y = y * x - 22;
    } else if (k == 23) {
      y = x / (y * y + 24);
    } else if (k == 24) {
      y = Math.sin(y) * 24.5 + x;
    } else if (k == 25) {
      y = y * x - 25;
    } else if (k == 26) {
      y = x / (y * y + 27);
    } else if (k == 27) {
      y = Math.sin(y) * 27.5 + x;
    } else if (k == 28) {
      y = y * x - 28;
    } else if (k == 29) {
      y = x / (y * y + 30);
    } else if (k == 30) {
      y = Math.sin(y) * 30.5 + x;
    } else if (k == 31) {
      y = y * x - 31;
    } else if (k == 32) {
      y = x / (y * y + 33);
    } else if (k == 33) {
      y = Math.sin(y) * 33.5 + x;
    } else if (k == 34) {
      y = y * x - 34;
    } else if (k == 35) {
      y = x / (y * y + 36);
    }
    return y * y;
  }
}
