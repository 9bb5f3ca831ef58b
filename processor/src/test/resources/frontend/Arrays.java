package corpus;

import dev.cotangent.Differentiable;

class Arrays {
  @Differentiable
  static int storeOrder(int[] a, int i) {
    a[i] = i = 2;
    return i;
  }

  @Differentiable
  static double elementCompound(double[] x, int i) {
    x[i++] += x[i] * 2;
    x[i] *= i = 1;
    return i;
  }

  @Differentiable
  static double elementIncrement(double[] x, int[] k, byte[] b) {
    double r = x[0]++ + --x[1];
    k[0] += 0.7;
    b[0] += 100;
    return r + k[0]++ + ++b[0];
  }

  @Differentiable
  static double referenceFirst(double[] a, double[] b) {
    a[0] = (a = b)[1];
    return a[0];
  }

  @Differentiable
  static double loadOrder(double[] a, double[] b, int i) {
    return a[i] + (a = b)[i = 0] * a[i];
  }

  @Differentiable
  static double nullThenIndex(double[] a, int i) {
    double[] none = null;
    double r = a == null ? 1 : 0;
    if (i > 3) r += none[i = 0];
    return r + i;
  }

  @Differentiable
  static int rightSideBeforeCheck(int[] a, int i) {
    int[] none = null;
    if (i > 2) none[0] = i / (i - 3);
    a[7] = 1 / i;
    return 0;
  }

  @Differentiable
  static int compoundChecksFirst(int[] a, int i) {
    a[i] += 1 / (i - i);
    return a[i];
  }

  @Differentiable
  static double newArrays(int n, double x) {
    double[] w = new double[n];
    float f[] = new float[n], g = 1;
    int[] k = {1, 2, n};
    double[] v = new double[] {x, n, 'c'};
    boolean[] q = new boolean[3];
    q[1] = n > 2;
    w[0] = x;
    f[0] = 1.5f;
    return w[0] + f[0] + k[2] + v[1] + v.length + (q[1] ? g : 0);
  }

  @Differentiable
  static double emptyInitialiser(double x) {
    double[] none = {};
    return none.length + x;
  }

  @Differentiable
  static double byteLength(byte n, char c) {
    return new double[n].length + new int[c].length;
  }

  @Differentiable
  static double cloned(double[] x) {
    double[] y = x.clone();
    y[0] = 7;
    return x[0] + y[0] + x.clone().length;
  }

  @Differentiable
  static double swapped(double[] x, double[] y, boolean c) {
    double[] from = x, to = y;
    if (c) {
      double[] t = from;
      from = to;
      to = t;
    }
    to[0] = from[0] + 1;
    return x[0] - y[0];
  }

  @Differentiable
  static boolean identity(double[] x, double[] y) {
    double[] z = x;
    return x == z && (x != y || y == null) & null != z;
  }

  @Differentiable
  static double conditionalArray(double[] x, double[] y, boolean c) {
    double[] z = c ? x : y;
    double[] n = c ? null : z;
    return n == null ? z[0] : n[1];
  }

  @Differentiable
  static float floatArrays(float[] x, double[] y) {
    x[0] += y[0];
    x[1] = x[0] * x[0];
    x[2]--;
    y[1] = x[1];
    return x[2];
  }

  @Differentiable
  static double smallElements(char[] c, short[] s, long[] l, byte i) {
    s[0] = (short) (c[i] + 1);
    l['\1'] = s[0] * 1_000_000_000_000L;
    c[1]++;
    return l[1] + c[1];
  }

  @Differentiable
  static void fill(double[] x, double v) {
    for (int i = 0; i < x.length; i++) x[i] = v * i;
  }

  @Differentiable
  static double prefix(double[] x) {
    for (int i = 1; i < x.length; i++) x[i] += x[i - 1];
    return x[x.length - 1];
  }

  @Differentiable
  static double indirect(double[] x, int[] k) {
    double s = 0;
    for (int i : k) s += x[i];
    return s;
  }

  @Differentiable
  static double chainedStore(double[] x, float[] y) {
    double r = x[0] = y[0] = 2.7f;
    r += x[1] = y[1] += 1.1;
    return r;
  }

  @Differentiable
  static double replacedInLoop(double[] x, int n) {
    double[] now = x.clone();
    for (int k = 0; k < n; k++) {
      double[] next = new double[now.length];
      for (int i = 0; i < now.length; i++) next[i] = now[(i + 1) % now.length] * 0.5 + k;
      now = next;
    }
    return now[0];
  }

  @Differentiable
  static double varArray(double[] x) {
    var y = x;
    var z = new double[] {1, 2};
    y[0] = z[1];
    return y[0] + y.length;
  }
}
