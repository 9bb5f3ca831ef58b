package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Arrays of one iteration that are handed to helpers with sweeps of their own, or come from them. */
final class LocalArrays {
  private LocalArrays() {}

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..1 3", "1 0"})
  static double handedOn(double a, int n) {
    double s = a;
    for (int k = 0; k < n; k++) {
      double[] t = new double[2];
      t[0] = s * a;
      t[1] = s + k;
      s = 0.5 * s + folded(t, 2) * s;
    }
    return s;
  }

  private static double folded(double[] t, int depth) {
    return depth == 0 ? t[0] * t[1] : folded(t, depth - 1) * t[0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..1 3", "1 0"})
  static double handedBack(double a, int n) {
    double s = a;
    for (int k = 0; k < n; k++) {
      double[] t = new double[2];
      t[0] = s * a;
      double[] same = filled(t, s, 1);
      s = 0.5 * s + same[0] * t[1];
      t[0] = 0;
    }
    return s;
  }

  private static double[] filled(double[] t, double x, int depth) {
    if (depth == 0) {
      t[1] = x * t[0];
      return t;
    }
    double[] same = filled(t, x * x, depth - 1);
    same[0] *= x;
    return same;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*0.5..1] 2", "[1 2] 0"})
  static double madeThere(double[] x, int depth) {
    double[] y = made(x, depth);
    y[0] += x[1] * y[1];
    double sum = 0;
    for (double v : y) {
      sum += v * v;
    }
    return sum;
  }

  private static double[] made(double[] x, int depth) {
    if (depth == 0) {
      return x;
    }
    double[] less = made(x, depth - 1);
    double[] y = new double[less.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.sin(less[i]) * less[0];
    }
    return y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[2*0.5..1] [2*0.5..1]] 2"})
  static double rowsThere(double[][] x, int depth) {
    double[][] y = turned(x, depth);
    y[0][0] *= x[1][1];
    return y[0][0] * y[1][0] + x[0][1];
  }

  private static double[][] turned(double[][] x, int depth) {
    if (depth == 0) {
      return x;
    }
    double[] first = x[0];
    x[0] = x[1];
    x[1] = first;
    x[1][0] *= x[0][1];
    return turned(x, depth - 1);
  }

  /** What the helper gives knows nothing of the input before it is filled. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..1 3"})
  static double emptyFromThere(double x, int n) {
    double[] y = ramp(n);
    y[0] = x * x;
    return y[0] * y[n - 1] + y[0];
  }

  private static double[] ramp(int n) {
    if (n == 0) {
      return new double[0];
    }
    double[] less = ramp(n - 1);
    double[] y = new double[n];
    for (int i = 0; i < less.length; i++) {
      y[i] = less[i];
    }
    y[n - 1] = n;
    return y;
  }
}
