package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Loops and blocks that are left early: break, continue, return, labels. */
final class Exits {
  private Exits() {}

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[6*0.1..1] 1.7", "[1.1 2 3] 90", "[1.1 2 3] 0.5", "[] 1"})
  static double sumUntil(double[] x, double limit) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      if (sum > limit) {
        break;
      }
      sum += x[i] * x[i] * limit;
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[6*-1..1]", "[-1 2 -3]", "[]"})
  static double positives(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] < 0) continue;
      sum += x[i] * Math.sin(x[i]);
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[6*-1..1]", "[-1 2 -3]", "[]"})
  static double skippedElements(double[] x) {
    double product = 1;
    for (double v : x) {
      if (v > 0.5) continue;
      product *= v;
      if (v < -0.9) continue;
      product += v * v;
    }
    return product;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[6*0.1..2]", "[0.5 3 4]", "[]", "[0.2 0.3]"})
  static double elementsUntil(double[] x) {
    double product = 1;
    for (double v : x) {
      product *= v + 0.5;
      if (v > 1.2) break;
      product += v;
    }
    return product * product;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[6*0.1..2] 2.5", "[0.5 3 4] 0.1", "[] 1", "[0.2 0.3] 5"})
  static double returnFromLoop(double[] x, double limit) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * x[i];
      if (sum > limit) {
        return sum * i - x[i] * limit;
      }
      sum *= 1.01;
    }
    return sum + limit;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.3..0.9 0.5..0.9", "0.1 0.2"})
  static double returnFromNest(double x, double y) {
    double t = x;
    for (int i = 0; i < 5; i++) {
      double u = y;
      for (int j = 0; j <= i; j++) {
        u += t * y;
        if (u > 2.5) {
          return u * x * i;
        }
        t *= 1.1 + 0.1 * x * j;
      }
      t += u * x;
    }
    return t;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[9*-1..1] 3", "[0.1 0.2 0.9 0.4 0.9 0.5 0.6 0.7 0.8] 3", "[1 1 1 1] 2", "[0.1 0.1 0.1 0.1] 2"})
  static double labelledBreak(double[] a, int n) {
    double sum = 1;
    int i = 0;
    rows:
    for (i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double v = a[i * n + j];
        if (v > 0.8) {
          break rows;
        }
        if (v < -0.8) {
          break;
        }
        sum += v * v * sum;
      }
      sum *= 1 + 0.1 * i;
    }
    return sum * (i + 1);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[9*-1..1] 3", "[0.1 0.2 0.9 0.4 0.9 0.5 0.6 0.7 0.8] 3"})
  static double labelledContinue(double[] a, int n) {
    double sum = 0;
    rows:
    for (int i = 0; i < n; i++) {
      double row = 1;
      for (int j = 0; j < n; j++) {
        double v = a[i * n + j];
        if (v > 0.6) {
          continue rows;
        }
        if (v < -0.6) {
          continue;
        }
        row *= 1 + v;
      }
      sum += row * row;
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"1.1..1.9", "20", "-3"})
  static double endless(double x) {
    double y = x;
    while (true) {
      y = y * 1.5 + 0.1 * x;
      if (y > 10) {
        break;
      }
      if (y < -10) {
        return y * y;
      }
    }
    return y * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"1.1..1.9", "20"})
  static double endlessReturn(double x) {
    double y = x;
    for (; ; ) {
      y = y * y + 0.1;
      if (y > 10) {
        return y + x;
      }
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"1.1..1.9", "20"})
  static double firstValueInside(double x) {
    double y;
    int k = 0;
    do {
      y = Math.sin(x + k) * x;
      if (k == 3) {
        k += 2;
        continue;
      }
      if (y < -5) {
        break;
      }
      k++;
    } while (k < 7);
    double z;
    while (true) {
      z = y * y;
      y += 0.3;
      if (z > 2) break;
    }
    return y * z + k;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.2..0.9", "3"})
  static double continueInDo(double x) {
    double sum = 0;
    int i = 0;
    do {
      i++;
      if (i % 3 == 0) continue;
      sum += Math.pow(x, i);
      if (sum > 4) break;
      sum *= 0.9;
    } while (i < 10);
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.2..0.9", "3"})
  static double doReturning(double x) {
    double t = x;
    do {
      t = t * t + x / 2;
      if (t > 3) return t;
      if (t < 0.05) return x;
      t += 0.2;
    } while (t < 2);
    return t * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"1.1..1.4", "-2"})
  static double conditionAssigns(double x) {
    double y = x;
    double sum = 0;
    while ((y = y * 1.3) < 10) {
      if (y > 4 && y < 5) continue;
      sum += y * x;
      if (sum > 40) break;
    }
    return sum + y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..0.9 0.5..0.9", "3 0.1", "-1 -0.5"})
  static double labelledBlock(double x, double y) {
    double z = x * y;
    done:
    {
      if (z > 1) break done;
      z += x;
      if (z < 0) {
        z *= y;
        break done;
      } else if (z < 0.7) {
        z = Math.exp(z);
      }
      z *= z;
    }
    return z * y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..0.9 0.5..0.9", "3 0.1", "-1 -1", "0.1 0.1"})
  static double labelledBlockReturning(double x, double y) {
    double z = x;
    outer:
    {
      inner:
      {
        if (z > 2) return z * z;
        if (z < 0) break outer;
        if (y < 0.3) break inner;
        z *= y;
      }
      z += Math.sin(z) * y;
    }
    return z - y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..0.9", "3", "-1"})
  static double labelledIf(double x) {
    double z = x;
    a:
    b:
    if (z > 0) {
      z = z * z;
      if (z > 4) break a;
      if (z > 0.6) break b;
      z += 1;
    }
    c:
    z *= x;
    return z;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*0.1..0.9]", "[2 3 4]", "[]", "[-1 -2]"})
  static double inPlaceUntil(double[] x) {
    double last = 0;
    for (int i = 1; i < x.length; i++) {
      x[i] = x[i] * x[i - 1] + 0.3;
      last = x[i];
      if (last > 6) break;
      x[i - 1] = last * last;
      if (last < 0.35) continue;
      x[i] += last;
    }
    double sum = last;
    for (double v : x) sum += v * v;
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.2..0.9 12", "1.5 20", "0 0"})
  static double updatesNoticed(double x, int n) {
    double sum = 0;
    int i;
    int odd = 1;
    for (i = 0; i < n; i++, odd += 2, sum += x) {
      if (i == 4) continue;
      if (sum > 5) break;
      sum += odd * x * x;
    }
    return sum * i + odd * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"2..3", "0.5"})
  static double newton(double a) {
    double x = a;
    for (int i = 0; i < 50; i++) {
      double next = (x + a / x) / 2;
      if (Math.abs(next - x) < 1e-9) {
        break;
      }
      x = next;
    }
    return x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.2..0.8 1.1..1.5", "0.1 3"})
  static double helpers(double x, double y) {
    double s = 0;
    for (int i = 0; i < 6; i++) {
      s += firstAbove(x, y, i) * x;
      if (s > 20) break;
    }
    return s;
  }

  private static double firstAbove(double x, double y, int from) {
    double p = y;
    for (int i = from; i < 9; i++) {
      if (p > 2) return p * x;
      if (i == 5) continue;
      p *= y;
    }
    return x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.2..0.8 4", "1.4 6", "0.3 0"})
  static double recursion(double x, int n) {
    double s = x;
    for (int i = 0; i < n; i++) {
      if (i == 2) continue;
      if (s > 3) return s * x;
      s += recursion(x * s * 0.5, n - 2 - i) * x;
    }
    return s;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"0.2..0.8 4", "1.4 6", "0.3 0"},
      differences = 1e-2)
  static float floats(float x, int n) {
    float s = x;
    for (int i = 0; i < n; i++) {
      s = s * s + x;
      if (s > 2) return s / 2;
      if (s < 0.1) break;
      s *= 1.2f;
    }
    return s;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[6*-1..1] 0.1..0.9", "[] 2", "[5 4 3] 1"})
  static double fillUntil(double[] x, double y) {
    double[] w = new double[x.length];
    int used = 0;
    for (double v : x) {
      double t = v * y;
      if (t > 0.6) break;
      if (t < -0.6) continue;
      w[used++] = t * t + v;
    }
    double product = y;
    for (int i = 0; i < used; i++) {
      product *= 1 + w[i];
    }
    return product;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.2..0.8 5", "1.4 6", "0.3 0", "-1.1 3"})
  static double everyWay(double x, int n) {
    double s = 1;
    outer:
    for (int i = 0; i < n; i++) {
      int k = 0;
      while (true) {
        k++;
        s += x / k;
        middle:
        for (int j = 0; ; j++) {
          if (j > k) break;
          if (s > 50) return s * s;
          if (j == 3) continue outer;
          if (s < 0) break outer;
          if (j == 2) break middle;
          s *= 1 + x * j;
          if (j == 1 && k == 1) continue middle;
        }
        if (k > i) break;
      }
      s -= x * x;
    }
    return s;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*0.1..0.9] 0.5", "[0.5 0.5] 0.2", "[] 1"})
  static double searchThenUse(double[] x, double y) {
    int found = -1;
    for (int i = 0; i < x.length; i++) {
      if (x[i] > y) {
        found = i;
        break;
      }
    }
    if (found < 0) {
      return y;
    }
    return x[found] * y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*0.1..0.9]", "[0.5 0.5]", "[]"})
  static double neverTwice(double[] x) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      s += x[i] * x[i];
      break;
    }
    do {
      s *= 2;
      break;
    } while (true);
    while (s > 0) {
      return s * s;
    }
    return s;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.1..0.9", "3"})
  static double bothGoOn(double x) {
    double y = x;
    for (int i = 0; i < 4; i++) {
      if (y > 0.5) {
        y *= x;
        if (y > 2) continue;
        y += 0.3;
      } else {
        if (i == 2) break;
        y = Math.sqrt(y + x);
      }
      y += 0.1 * i * x;
    }
    return y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.1..0.9 5", "3 7", "1 0"})
  static double longCounter(double x, long n) {
    double y = x;
    for (long i = n; i > 0; i -= 2) {
      if (i == 3) continue;
      y += x * i;
      if (y > 30) break;
    }
    return y * y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.1..0.9 0.31", "3 0.51"})
  static double doubleCounter(double x, double step) {
    double y = 0;
    for (double t = 0; t < 2; t += step) {
      if (t > 0.9 && t < 1.4) continue;
      y += Math.sin(x * t);
      if (y > 1.5) break;
    }
    return y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.1..0.9 0.3..0.9", "3 0.55"})
  static double voidHelper(double x, double y) {
    double[] w = {x, y, x * y, 1, 2};
    spread(w, y);
    return w[0] * w[1] + w[2] * w[3] + w[4];
  }

  private static void spread(double[] w, double y) {
    for (int i = 0; i + 1 < w.length; i++) {
      w[i + 1] += w[i] * y;
      if (w[i + 1] > 2) return;
      if (w[i + 1] < 0.5) continue;
      w[i] *= w[i + 1];
    }
    w[0] = 1;
  }

  /** What each round makes anew is worth something only behind the loop. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.1..0.9 3", "3 1", "0.5 0"})
  static double lastRoundOnly(double x, int n) {
    double y = x;
    int k = 0;
    while (k < n) {
      y = Math.sin(x + k) * x;
      k++;
    }
    return y;
  }
}
