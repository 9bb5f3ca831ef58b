package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;
import static dev.cotangent.Derivative.VJP;

import dev.cotangent.Differentiable;

/** What the methods of {@link Linked}, another file, call. */
final class Kernels {
  private Kernels() {}

  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      wrt = "x")
  static double wave(double x, double phase, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.sin(x * i + phase);
    }
    return sum * x;
  }

  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      companion = "KernelsWaveOfArray")
  static double wave(double[] x, double... weights) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.cos(x[i]) * (i < weights.length ? weights[i] : 1);
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double relax(double[] state, double rate) {
    double moved = 0;
    for (int i = 1; i < state.length; i++) {
      double old = state[i];
      state[i] = old + rate * (state[i - 1] - old * old);
      moved += Math.abs(state[i] - old) * state[i];
    }
    return moved;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double tower(double x, int n) {
    return n == 0 ? x : Math.sin(tower(x * 1.1, n - 1)) * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double settle(double x) {
    double y = x;
    while (y > 1) {
      y = Math.sqrt(y) * 0.9 + 0.01 * x;
    }
    return y * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static float halves(float x, float[] a) {
    float y = x > 0 ? x / 2 : x * x;
    return y * a[0] + a[1];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double orNothing(double[] a, double x) {
    return a == null ? x : a[0] * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double smooth(double[] from, double[] to, int rounds) {
    double[] scratch = new double[from.length];
    double energy = 0;
    for (int r = 0; r < rounds; r++) {
      for (int i = 1; i + 1 < from.length; i++) {
        scratch[i] = (from[i - 1] + from[i] * from[i] + from[i + 1]) / 3;
      }
      for (int i = 0; i < to.length; i++) {
        to[i] += scratch[i];
        energy += to[i] * scratch[i];
      }
    }
    return energy;
  }

  private static final double[] SERIES = {1, -0.5, 0.25, 0.1};

  /** Its value is one of a table, whatever becomes of the array. */
  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      wrt = "state")
  static double tabled(double x, double[] state, int k) {
    state[1] += 1.5;
    return SERIES[k & 3];
  }

  /** A new array, or none. */
  @Differentiable(value = {JVP, VJP}, wrt = "x")
  static double[] powers(double x, double[] scale, int n) {
    if (n < 0) {
      return null;
    }
    double[] y = new double[n];
    double power = 1;
    for (int i = 0; i < n; i++) {
      power *= x;
      y[i] = power * scale[i % scale.length];
    }
    return y;
  }

  /** One of its arguments, of which it changes one. */
  @Differentiable({JVP, VJP})
  static double[] larger(double[] a, double[] b) {
    a[0] += b[0] * b[0];
    return a[0] > b[0] ? a : b;
  }

  /** Rows, one of them shared, one missing. */
  @Differentiable({JVP, VJP})
  static double[][] outer(double[] a, double[][] rows) {
    double[] own = {a[0] * a[1], a[1]};
    rows[0][0] = own[0];
    return new double[][] {own, rows[0], null, own, a};
  }

  @Differentiable(value = {JVP, VJP}, wrt = "x", outputs = "y")
  static void fill(double[] x, double[] y, double scale) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.sin(x[i % x.length] * scale) + y[i] * x[0];
    }
  }

  @Differentiable(value = {JVP, VJP}, outputs = {"sum", "product"})
  static void both(double a, double b, float[] sum, double[] product) {
    sum[0] = (float) (a + b);
    product[0] = a * b;
  }

  @Differentiable(value = {JVP, VJP}, outputs = "y")
  static void nothing(double x, double[] y) {}

  @Differentiable({JVP, VJP})
  static double[] recursive(double[] x, int n) {
    if (n == 0) {
      return x.clone();
    }
    double[] less = recursive(x, n - 1);
    less[n % less.length] *= x[0];
    return less;
  }
}
