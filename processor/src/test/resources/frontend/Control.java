package corpus;

import dev.cotangent.Differentiable;

class Control {
  @Differentiable
  static double branch(double a, double b) {
    double t = a * b;
    if (t > 1) {
      t = t * a;
    }
    return t * t;
  }

  @Differentiable
  static double chain(double x) {
    if (x < 0) {
      return -x;
    } else if (x < 1) {
      return x * x;
    } else if (x < 2) {
      return 2 * x - 1;
    }
    return 3;
  }

  @Differentiable
  static double earlyReturns(double x, double y) {
    if (x < 0) return y;
    double z = x * y;
    if (z > 10) {
      z -= 1;
      if (y > 0) {
        return z;
      }
      z *= 2;
    } else if (z < -10) {
      return -z;
    }
    z += 3;
    if (z == 3) return x;
    return z - y;
  }

  @Differentiable
  static double nestedMaybe(double a, double b, double c) {
    double r = 0;
    int k = 1;
    if (a > 0) {
      r = a;
      if (b > 0) {
        r += b;
        if (c > 0) {
          return r + c;
        }
        k = 2;
      }
      r *= 2;
    } else {
      if (c < 0) return c;
      k++;
    }
    r += k;
    {
      if (r > 5) return r * b;
      r -= 1;
    }
    return r / k;
  }

  @Differentiable
  static double definiteAfterMaybe(double a, double b) {
    double t;
    if (a > 0) {
      if (b > 0) return b;
      t = a;
    } else {
      t = 2;
    }
    return t * 3;
  }

  @Differentiable
  static void voidReturns(double[] x, int k) {
    if (k < 0) return;
    x[0] = k;
    if (k > 5) {
      if (k > 20) {
        return;
      }
      x[1] = k;
    }
    x[2] = -k;
    if (k == 3) {
      return;
    }
  }

  @Differentiable
  static double conditional(double x, int i, float f) {
    double a = x > 0 ? x : i;
    double b = i > 3 ? f : i;
    return a + (x < f ? 1 : 2) / 2 + b + (i == 0 ? 'a' : x);
  }

  @Differentiable
  static double conditionalEffects(boolean c, int i) {
    int j = 0;
    int r = c ? i++ : (j = i) + j--;
    return r * 100 + i * 10 + j;
  }

  @Differentiable
  static int shortCircuit(int a, int b) {
    int n = 0;
    if (a != 0 && b / a > 1) n += 1;
    if (a == 0 || b % a == 0) n += 2;
    if (a > 1 && (b > 2 || a++ > 3) && b-- > 0) n += 4;
    return n * 1000 + a * 10 + b;
  }

  @Differentiable
  static boolean shortCircuitValue(boolean a, boolean b, boolean c) {
    boolean d = a && (b = !b) || (c ^= a);
    return d ^ b & c;
  }

  @Differentiable
  static double nestedConditional(double x) {
    return x < 0 ? x < -1 ? -1 : x : x > 1 ? 1 : x;
  }

  @Differentiable
  static double emptyBranches(double x) {
    if (x > 0) {
    } else {
      ;
    }
    if (x < 0);
    if (x == 0) {
      x = 1;
    } else;
    return x;
  }

  @Differentiable
  static double blockScopes(double x) {
    double r = 0;
    {
      double t = x;
      r += t;
    }
    {
      int t = 3;
      r *= t;
    }
    if (x > 1) {
      double t = 2 * x;
      r += t;
    } else {
      float t = 1;
      r -= t;
    }
    return r;
  }

  @Differentiable
  static double conditionAssigns(double x) {
    double t;
    if ((t = x * 2) > 1) {
      return t;
    }
    boolean b = (t += 1) > 0.5;
    return b ? t : -t;
  }

  @Differentiable
  static double allPathsReturn(double x) {
    if (x > 0) {
      if (x > 1) {
        return 1;
      } else {
        return 2;
      }
    } else {
      return 3;
    }
  }

  @Differentiable
  static double constantConditions(double x) {
    final boolean debug = false;
    if (debug) x = 0;
    if (true) x += 1;
    return x;
  }

  @Differentiable
  static int conditionalTypes(boolean c, byte b, short s, char d, long l) {
    var x = c ? b : s;
    x += 70000;
    var y = c ? b : 100;
    y += 100;
    var z = c ? b : 1000;
    z += 1 << 20;
    var w = c ? l : d;
    w += 1L << 40;
    return x + 3 * y + 7 * z + (int) (w >> 20);
  }
}
