package results;

import static dev.cotangent.Derivative.JACOBIAN;
import static dev.cotangent.Derivative.JVP;
import static dev.cotangent.Derivative.VJP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Methods that return arrays: new ones, arguments, parts of arguments, nothing. */
final class Vectors {
  private Vectors() {}

  @Differentiable({JVP, VJP, JACOBIAN})
  @At({"-2..2 [3*-1..1]", "1.5 []", "2 null"})
  static double[] scaled(double a, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = a * x[i] * x[i];
    }
    return y;
  }

  @Differentiable({JVP, VJP, JACOBIAN})
  @At({"[4*0.5..2]", "[1]"})
  static double[] logarithms(double... x) {
    double[] y = x.clone();
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.log(y[i]) * x[0];
    }
    return y;
  }

  /** The result is the argument itself, overwritten. */
  @Differentiable({JVP, VJP, JACOBIAN})
  @At({"[5*-1..1]", "[2]", "[]"})
  static double[] prefixProducts(double[] x) {
    for (int i = 1; i < x.length; i++) {
      x[i] *= x[i - 1];
    }
    return x;
  }

  /** One of the arguments, untouched. */
  @Differentiable({JVP, VJP, JACOBIAN})
  @At({"[3*-1..1] [2*-1..1] true", "[1 2] [3] false", "null [3] true"})
  static double[] either(double[] x, double[] y, boolean first) {
    return first ? x : y;
  }

  /** Nothing for small numbers. */
  @Differentiable({JVP, VJP, JACOBIAN})
  @At({"-1..-0.5", "0.5..1"})
  static double[] perhaps(double x) {
    return x < 0 ? null : new double[] {x * x, Math.sin(x)};
  }

  /** What it returns does not depend on anything. */
  @Differentiable(value = {JVP, VJP, JACOBIAN}, suppress = "COT062")
  @At({"-1..1 4"})
  static double[] steps(double x, int n) {
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = 0.5 * i;
    }
    return y;
  }

  /** Some elements depend on the input, and others are copied from what is not differentiated. */
  @Differentiable(value = {JVP, VJP, JACOBIAN}, wrt = "x")
  @At({"-2..2 [4*-1..1]"})
  static double[] mixed(double x, double[] c) {
    double[] y = c.clone();
    y[1] = x * c[0];
    y[2] = 3;
    return y;
  }

  /** The passive argument becomes the result. */
  @Differentiable(value = {JVP, VJP, JACOBIAN}, wrt = "x")
  @At({"-2..2 [4*-1..1]"})
  static double[] into(double x, double[] y) {
    y[2] = Math.exp(x) * y[0];
    return y;
  }

  @Differentiable({JVP, VJP, JACOBIAN})
  @At(value = {"[3*-1..1] 0.5..1"}, differences = 1e-2)
  static float[] floats(float[] x, float s) {
    float[] y = new float[x.length + 1];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] * x[i] * s;
    }
    y[x.length] = s;
    return y;
  }

  @Differentiable({JVP, VJP, JACOBIAN})
  @At({"[4*-2..2]", "[0.5]"})
  static double[] softmax(double[] x) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double v : x) {
      largest = Math.max(largest, v);
    }
    double[] y = new double[x.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      y[i] = Math.exp(x[i] - largest);
      sum += y[i];
    }
    for (int i = 0; i < x.length; i++) {
      y[i] /= sum;
    }
    return y;
  }

  /** Two arrays whose references are swapped each sweep; one of them is returned. */
  @Differentiable({JVP, VJP, JACOBIAN})
  @At({"[5*-1..1] 4", "[5*-1..1] 3", "[1 2 3] 0"})
  static double[] jacobi(double[] start, int sweeps) {
    double[] u = start;
    double[] next = new double[u.length];
    for (int k = 0; k < sweeps; k++) {
      for (int i = 0; i < u.length; i++) {
        double left = i > 0 ? u[i - 1] : 0;
        double right = i < u.length - 1 ? u[i + 1] : 0;
        next[i] = 0.5 * (left + right) + 0.1 * u[i] * u[i];
      }
      double[] swap = u;
      u = next;
      next = k == 0 ? new double[u.length] : swap;
    }
    return u;
  }

  /** The Lotka–Volterra equations by the classical Runge–Kutta method. */
  @Differentiable({JVP, VJP, JACOBIAN})
  @At({"[0.5..2 0.5..2] [0.5..1 0.5..1] 6"})
  static double[] predators(double[] start, double[] rates, int steps) {
    double[] state = start.clone();
    double h = 0.1;
    for (int n = 0; n < steps; n++) {
      double[] k1 = slope(state, rates);
      double[] k2 = slope(moved(state, k1, h / 2), rates);
      double[] k3 = slope(moved(state, k2, h / 2), rates);
      double[] k4 = slope(moved(state, k3, h), rates);
      for (int i = 0; i < state.length; i++) {
        state[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
      }
    }
    return state;
  }

  private static double[] slope(double[] state, double[] rates) {
    return new double[] {
      state[0] * (rates[0] - state[1]), state[1] * (state[0] - rates[1]),
    };
  }

  private static double[] moved(double[] state, double[] slope, double h) {
    double[] moved = new double[state.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = state[i] + h * slope[i];
    }
    return moved;
  }

  /** Throws before, between and after stores to what the caller sees. */
  @Differentiable({JVP, VJP, JACOBIAN})
  @At({"[3*-1..1] 1", "[1 2 3] 7", "[1 2 3] -1", "null 1"})
  static double[] fails(double[] x, int k) {
    x[0] = x[0] * x[1];
    if (k < 0) {
      throw new IllegalStateException("negative");
    }
    x[k] = x[0] * 2;
    return x;
  }

  /** A helper that calls itself and returns an array. */
  @Differentiable({JVP, VJP, JACOBIAN})
  @At({"0.5..2 5", "2 0"})
  static double[] powers(double x, int n) {
    return power(x, n, new double[n + 1]);
  }

  private static double[] power(double x, int n, double[] into) {
    if (n == 0) {
      into[0] = 1;
      return into;
    }
    double[] less = power(x, n - 1, into);
    less[n] = x * less[n - 1];
    return less;
  }

  /** A helper that calls itself and returns a new array each time. */
  @Differentiable({JVP, VJP, JACOBIAN})
  @At({"[4*-1..1]", "[1]", "[3*-1..1]"})
  static double[] reversed(double[] x) {
    return reversed(x, 0);
  }

  private static double[] reversed(double[] x, int from) {
    if (from == x.length) {
      return new double[x.length];
    }
    double[] rest = reversed(x, from + 1);
    double[] mine = rest.clone();
    mine[x.length - 1 - from] = x[from] * (from + 1);
    return mine;
  }

  /** What a helper that calls itself is given has been overwritten by a passive number before. */
  @Differentiable(value = {JVP, VJP, JACOBIAN}, wrt = "x")
  @At({"[3*0.5..2] 2", "[1.5 2.5] 0.5"})
  static double[] overwritten(double[] x, double p) {
    x[1] = p;
    double[] powers = power(x[1], 3, new double[4]);
    return new double[] {powers[2] * x[0], x[0] * x[0] + powers[3], powers[1]};
  }
}
