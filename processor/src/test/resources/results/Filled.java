package results;

import static dev.cotangent.Derivative.JACOBIAN;
import static dev.cotangent.Derivative.JVP;
import static dev.cotangent.Derivative.VJP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** {@code void} methods that fill arrays of their callers. */
final class Filled {
  private Filled() {}

  @Differentiable(value = {JVP, VJP, JACOBIAN}, wrt = "x", outputs = "y")
  @At(value = {"[3*-1..1] [9 9 9]", "[] []"}, outputs = "y")
  static void squares(double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] * x[i];
    }
  }

  /** What was there before is an input, too. */
  @Differentiable(value = {JVP, VJP, JACOBIAN}, outputs = "y")
  @At(value = {"-1..1 [3*-1..1] [3*-1..1]"}, outputs = "y")
  static void axpy(double a, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      y[i] += a * x[i];
    }
  }

  /** In place: the only argument is input and output. */
  @Differentiable(value = {JVP, VJP, JACOBIAN}, outputs = "x")
  @At(value = {"[4*-1..1]", "[1]"}, outputs = "x")
  static void smooth(double[] x) {
    for (int k = 0; k < 2; k++) {
      for (int i = 1; i < x.length - 1; i++) {
        x[i] = 0.25 * (x[i - 1] + 2 * x[i] + x[i + 1] * x[i]);
      }
    }
  }

  /** The variable moves on, the caller's array stays. */
  @Differentiable(value = {JVP, VJP, JACOBIAN}, wrt = "x", outputs = "y")
  @At(value = {"-1..1 [1 2]"}, outputs = "y")
  static void rebound(double x, double[] y) {
    y[0] = x * x;
    y = new double[2];
    y[1] = x;
  }

  @Differentiable(value = {JVP, VJP, JACOBIAN}, wrt = {"r", "angle"}, outputs = {"dx", "y"})
  @At(value = {"0.5..2 -1..1 [5 5] [0]"}, outputs = {"dx", "y"})
  static void polar(double r, double angle, double[] y, double[] dx) {
    y[1] = r * Math.sin(angle);
    dx[0] = r * Math.cos(angle);
  }

  @Differentiable(value = {JVP, VJP, JACOBIAN}, outputs = "rows")
  @At(value = {"[[2*-1..1] [3*-1..1]] -1..1"}, outputs = "rows")
  static void scaleRows(double[][] rows, double a) {
    for (double[] row : rows) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= a;
      }
      a *= a;
    }
  }

  @Differentiable(value = {JVP, VJP, JACOBIAN}, wrt = "x", outputs = "y")
  @At(value = {"[2*-1..1] [0 0]"}, differences = 2e-3, outputs = "y")
  static void narrow(double[] x, float[] y) {
    for (int i = 0; i < x.length; i++) {
      y[i] = (float) (x[i] * x[0]);
    }
  }

  @Differentiable(value = {JVP, VJP, JACOBIAN}, wrt = "x", outputs = "y")
  @At(value = {"1..2 [1 2 3] 2", "1..2 [1 2 3] 5", "1..2 null 1"}, outputs = "y")
  static void countdown(double x, double[] y, int n) {
    if (n >= 0) {
      y[n] = x * (n + 1);
      countdown(x * x, y, n - 1);
    }
  }

  /** Not by what is in it: the array is given back as it came. */
  @Differentiable(value = {JVP, VJP, JACOBIAN}, outputs = "y")
  @At(value = {"-1..1 [3*-1..1]", "2 []"}, outputs = "y")
  static void untouched(double x, double[] y) {
    double unused = x * y.length;
    if (unused > 1e9) throw new IllegalStateException();
  }

  @Differentiable(value = {JVP, VJP, JACOBIAN}, outputs = {"y", "z"})
  @At(value = {"[2*-1..1] [3*-1..1]"}, outputs = {"y", "z"})
  static void bothUntouched(double[] y, double[] z) {}

  /** The variable moves on to a shorter array at once. */
  @Differentiable(value = {JVP, VJP, JACOBIAN}, outputs = "y")
  @At(value = {"-1..1 [4*-1..1] -1..1"}, outputs = "y")
  static void movesOnAtOnce(double x, double[] y, double z) {
    y = new double[3];
    System.arraycopy(y, 0, y, 1, 1);
  }
}
