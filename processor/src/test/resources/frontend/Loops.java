package corpus;

import dev.cotangent.Differentiable;

class Loops {
  @Differentiable
  static double sum(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * x[i];
    }
    return sum / x.length;
  }

  @Differentiable
  static double forEach(double[] x, float[] y, int[] z) {
    double s = 1;
    for (double v : x) s = s * 0.5 + v;
    for (double v : y) {
      v *= 2;
      s -= v;
    }
    for (final var k : z) s += k / 3;
    return s;
  }

  @Differentiable
  static double nested(double[] x, int n) {
    double s = 0;
    for (int i = 0; i < n; i++) {
      double row = 0;
      for (int j = i; j >= 0; --j) {
        row += x[j] * i;
      }
      s += row * row;
    }
    return s;
  }

  @Differentiable
  static double logistic(double r, double x, int n) {
    for (int i = 0; i < n; ++i) {
      x = r * x * (1 - x);
    }
    return x;
  }

  @Differentiable
  static double strides(double x, int n) {
    double s = 0;
    for (int i = -n; i <= n; i += 3) s += i * x;
    for (int i = n; i > -n; i -= 2) s -= i;
    for (int i = 10; i >= n; i = i - 1) s *= 0.9;
    for (int i = 0; n > i; i = i + 2) s += 1;
    for (int i = 0; i < 0; i++) s = 0;
    return s;
  }

  @Differentiable
  static double whileLoop(double x, int n) {
    int i = 0;
    while (i < n && x < 1e6) {
      x = x * x + 1;
      i += 2;
    }
    return x + i;
  }

  @Differentiable
  static double newton(double a, int n) {
    double x = a;
    double old = 0;
    int k = 0;
    while (Math.abs(x - old) > 1e-12 && k++ < 50) {
      old = x;
      x = 0.5 * (x + a / x);
    }
    return x + k;
  }

  @Differentiable
  static double conditionAssigns(double x, int n) {
    double t;
    double s = 0;
    int left = n;
    while ((t = x * left) > 1 && left-- > 0) {
      s += t;
    }
    return s + t + left;
  }

  @Differentiable
  static double conditionStores(double[] x, int n) {
    int i = 0;
    while (i < n && (x[i] = x[i] * 2) > 1) i++;
    return i;
  }

  @Differentiable
  static double doWhile(double x, int n) {
    double t;
    int i = 0;
    do {
      t = x * i;
      i++;
    } while (i < n);
    return t + i;
  }

  @Differentiable
  static double boundChanges(double x, int n) {
    double s = 0;
    for (int i = 0; i < n; i++) {
      s += x;
      n--;
    }
    return s + n;
  }

  @Differentiable
  static double indexChanges(double x, int n) {
    double s = 0;
    for (int i = 0; i < n; i++) {
      if (s > 3) i++;
      s += x + i;
    }
    return s;
  }

  @Differentiable
  static double boundFromMemory(int[] start, double[] x, int n) {
    double s = 0;
    for (int i = 0; i < n; i++) {
      for (int j = start[i] % 4; j < start[i + 1] % 4; j++) {
        s += x[j];
      }
    }
    return s;
  }

  @Differentiable
  static double boundOverwritten(int[] bound, int n) {
    double s = 0;
    bound[0] = n;
    for (int i = 0; i < bound[0]; i++) {
      s += i;
      bound[0]--;
    }
    return s;
  }

  @Differentiable
  static double twoVariables(double x, int n) {
    double s = 0;
    for (int i = 0, j = n; i < n; i++, j -= 2) s = s * x + j;
    for (int i = 0, j = 0; i < n; i++, j += i) s += j;
    for (int i = 0, m = n * 2; i < m; i++) s += 1;
    return s;
  }

  @Differentiable
  static double otherIndexTypes(double x, int n) {
    double s = 0;
    for (long i = 0; i < n; i++) s += x;
    for (byte i = 0; i < n; i++) s -= i;
    for (double d = 0; d < n; d += 0.5) s += d;
    for (var i = 0; i < n; i++) s += i;
    for (int i = 0; i < n * 0.5; i++) s += 2;
    for (int i = 0; i < (short) n; i++) s += 2;
    for (int i = 0; i < n + 0L; i++) s += 2;
    return s;
  }

  @Differentiable
  static double boundThrows(double[] x, int a, int n) {
    double s = 1;
    for (int i = 0; i < 10 / a; i += 5000) s += x[0];
    return s + n;
  }

  @Differentiable
  static double arraySwappedInside(double[] x, double[] y, int n) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      s += x[i];
      if (i == n) x = y;
    }
    return s;
  }

  @Differentiable
  static double emptyHeader(double x, int n) {
    int i = 0;
    for (; i < n; ) {
      x += i++;
    }
    for (i = 3; i < n; i += 2) x *= 2;
    return x + i;
  }

  @Differentiable
  static double bubble(double[] x) {
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j + 1 < x.length - i; j++) {
        if (x[j] > x[j + 1]) {
          double t = x[j];
          x[j] = x[j + 1];
          x[j + 1] = t;
        }
      }
    }
    return x.length > 0 ? x[0] : 0;
  }

  @Differentiable
  static int collatz(int n) {
    int steps = 0;
    while (n > 1) {
      n = n % 2 == 0 ? n / 2 : 3 * n + 1;
      steps++;
    }
    return steps;
  }

  @Differentiable
  static double localsInBody(double x, int n) {
    double last = x;
    for (int i = 0; i < n; i++) {
      double t;
      if (i % 2 == 0) t = last;
      else t = -last * i;
      int k = i;
      k *= 2;
      last = t + k;
    }
    return last;
  }

  @Differentiable
  static double forEachReassigned(double[] x, double[] y) {
    double s = 0;
    for (double v : x) {
      x = y;
      s += v;
    }
    return s + (x == y ? 1 : 0);
  }

  static final int STEP = 2;

  @Differentiable
  static double constantSteps(double x, int n) {
    final int three = 3;
    for (int i = 0; i < n; i += STEP) x += i;
    for (int i = 0; i < n; i += three - 1) x += i;
    for (int i = n; i > 0; i += -three) x += i;
    return x;
  }

  @Differentiable
  static double conditionCalls(double[] x, int n) {
    int rounds = 0;
    while (halve(x) > 0.01 && rounds < n) rounds++;
    return rounds;
  }

  static double halve(double[] x) {
    x[0] = x[0] / 2;
    return x[0];
  }

  @Differentiable
  static double returnAfterLoop(double[] x, int n) {
    double s = 0;
    if (n > 3) {
      for (double v : x) s += v;
      return s;
    }
    for (int i = 0; i < n; i++) s -= x[i];
    return s;
  }
}
