package corpus;

import dev.cotangent.Differentiable;

class Calls {
  @Differentiable
  static double mathFunctions(double x, double y) {
    return Math.sin(x) + Math.pow(x, y) - Math.atan2(y, x) * Math.hypot(x, y) + Math.max(x, y) - Math.min(x, 0)
        + Math.abs(x) + Math.signum(y) + Math.floor(x) + Math.fma(x, y, 1) + Math.copySign(x, y) + Math.cbrt(x);
  }

  @Differentiable
  static double mathOverloads(int i, long l, float f, double d) {
    return Math.max(i, l) + Math.abs(i) + Math.abs(f) + Math.max(f, i) + Math.min(l, d) + Math.sqrt(i)
        + Math.round(f) + Math.round(d) + Math.signum(f) + Math.ulp(f) + Math.scalb(f, i) + Math.nextUp(f);
  }

  @Differentiable
  static double numberClasses(double d, int i, float f, long l) {
    double r = Double.isNaN(d) ? 1 : Double.max(d, i);
    r += Double.compare(d, f) + Integer.bitCount(i) + Long.signum(l) + Float.sum(f, i) + Integer.max(i, 3);
    r += Double.longBitsToDouble(Double.doubleToLongBits(d)) + Float.floatToIntBits(f);
    return Double.isInfinite(r) | Float.isFinite(f) ? r : -r;
  }

  @Differentiable
  static long exact(int a, int b, long c) {
    return Math.addExact(a, b) + Math.floorDiv(a, b) + Math.floorMod(c, b) + Math.toIntExact(c);
  }

  @Differentiable
  static int floors(int a, int b) {
    return Math.floorDiv(a, b) * 7 + Math.floorMod(a, b) + Math.negateExact(a);
  }

  @Differentiable
  static double argumentOrder(double x, int i) {
    return Math.pow(x++, x) + three(i++, i, i++) + i;
  }

  static double three(int a, int b, double c) {
    return a + 10 * b + 100 * c;
  }

  @Differentiable
  static double softplus(double x, double y) {
    return helper(x) + helper(x, y) + helper(3) + helper(2f) + Calls.helper(y);
  }

  private static double helper(double x) {
    return Math.log1p(Math.exp(-Math.abs(x))) + Math.max(x, 0);
  }

  private static double helper(double x, double y) {
    return helper(x) * y;
  }

  private static double helper(long x) {
    return x * 1000;
  }

  @Differentiable
  static double recursive(double x, int n) {
    return n <= 0 ? 1 : x * recursive(x, n - 1);
  }

  @Differentiable
  static double mutual(double x, int n) {
    return even(n) ? x : odd(n) ? -x : 0;
  }

  static boolean even(int n) {
    return n == 0 || n > 0 && odd(n - 1);
  }

  static boolean odd(int n) {
    if (n <= 0) return false;
    return even(n - 1);
  }

  @Differentiable
  static double voidHelper(double[] x, double a) {
    scale(x, a);
    scale(x, 2);
    return x[0];
  }

  static void scale(double[] x, double a) {
    if (a == 0) return;
    for (int i = 0; i < x.length; i++) x[i] *= a;
  }

  @Differentiable
  static double varargs(double x, float y, double[] z) {
    return total() + total(x) + total(x, y, 3) + total(z) + total(1, total(2, 3));
  }

  static double total(double... values) {
    double s = 0;
    for (double v : values) s += v;
    return s + values.length;
  }

  @Differentiable
  static double phases(int i, char c, long l, float f) {
    return pick(i) + pick(c) * 10 + pick(l) * 100 + pick(f) * 1000 + pick((byte) i) * 10000 + pick('x');
  }

  static int pick(int x) {
    return 1;
  }

  static int pick(double x) {
    return 2;
  }

  static int pick(Object x) {
    return 3;
  }

  static int pick(double... x) {
    return 4;
  }

  @Differentiable
  static double returnsArray(double[] x, int n) {
    double[] y = copyOf(x, n);
    y[0] += 1;
    return y[y.length - 1] + x[0];
  }

  static double[] copyOf(double[] x, int n) {
    double[] y = new double[n];
    for (int i = 0; i < n; i++) y[i] = x[i % x.length];
    return y;
  }

  @Differentiable
  static float floatHelper(float f, int i) {
    return widen(f) > 2 ? half(i) : half(f);
  }

  static double widen(double d) {
    return d * 1.5;
  }

  static float half(float f) {
    return f / 2;
  }

  @Differentiable
  static double nestedClass(double x) {
    return Nested.inside(x) + Nested.Deeper.inside(x);
  }

  static class Nested {
    static double inside(double x) {
      return x + 1;
    }

    static class Deeper {
      static double inside(double x) {
        return Nested.inside(x) * three(1, 2, x);
      }
    }
  }

  @Differentiable
  static double unusedResult(double x, double[] a) {
    Math.sqrt(x);
    three(1, 2, a[0]);
    return x;
  }

  @Differentiable
  static double aliased(double[] x, double[] y) {
    add(x, x);
    add(x, y);
    return x[0];
  }

  static void add(double[] to, double[] from) {
    for (int i = 0; i < from.length; i++) to[i] += from[i];
  }

  @Differentiable
  static double nullArgument(double x) {
    return lengthOr(null, x) + lengthOr(new double[3], x);
  }

  static double lengthOr(double[] a, double x) {
    return a == null ? x : a.length;
  }

  @Differentiable
  static double shortResult(short s, int i) {
    return narrow(s) + narrow((short) i);
  }

  static short narrow(short s) {
    s *= 3;
    return s;
  }
}
