package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;
import static java.util.Arrays.copyOf;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;
import java.util.Arrays;

/** What the platform does with arrays: filled, copied, cut, moved within themselves. */
final class Copies {
  private Copies() {}

  private static double sumOfSquares(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (i + 1) * x[i] * x[i];
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[1 2 3] 0.5", "[4*-1..1] -1..1", "[] 2"},
      singular = {"null 1"})
  static double filled(double[] x, double v) {
    double first = x.length > 0 ? x[0] : 1;
    Arrays.fill(x, v * first);
    double[] more = new double[3];
    Arrays.fill(more, 2);
    more[1] *= v;
    return sumOfSquares(x) + sumOfSquares(more);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[1 2 3] 0.5 1 3", "[4*-1..1] -1..1 0 2", "[1 2] 3 1 1", "[] 1 0 0"},
      singular = {"[1 2] 1 1 0", "[1 2] 1 -1 1", "[1 2] 1 1 3", "null 1 2 1", "[1 2] 1 -2 -3"})
  static double filledRange(double[] x, double v, int from, int to) {
    double sum = sumOfSquares(x);
    Arrays.fill(x, from, to, Math.sin(v) * sum);
    return sum + sumOfSquares(x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[1 2 3] 2", "[1 2 3] 5", "[4*-1..1] 4", "[] 0", "[1] 0"},
      singular = {"null 2", "[1] -1"})
  static double copied(double[] x, int n) {
    double[] y = copyOf(x, n);
    int[] squares = Arrays.copyOf(new int[] {1, 4, 9}, n);
    for (int i = 0; i < y.length; i++) {
      y[i] += squares[i];
      y[i] *= y[i / 2];
    }
    return sumOfSquares(y) * 0.5 + sumOfSquares(x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[1 2 3] 1 3", "[1 2 3] 1 6", "[4*-1..1] 0 4", "[1 2] 2 2", "[1 2] 2 4"},
      singular = {"[1 2] 3 4", "[1 2] -1 1", "[1 2] 2 1", "null 1 2", "null 2 1", "[1 2] 4 4"})
  static double cut(double[] x, int from, int to) {
    double[] y = Arrays.copyOfRange(x, from, to);
    double sum = 0;
    for (double v : y) {
      sum += Math.sin(v) * (1 + sum);
    }
    return sum + y.length;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[1 2 3 4] 0 1 3", "[5*-1..1] 2 0 3", "[5*-1..1] 1 1 2", "[1 2] 0 2 0"},
      singular = {
        "[1 2] -1 0 1",
        "[1 2] 0 -1 1",
        "[1 2] 0 0 -1",
        "[1 2] 1 0 2",
        "[1 2] 0 1 2",
        "null 0 0 0",
        "[1 2] 2147483647 0 1"
      })
  static double movedWithin(double[] x, int from, int to, int n) {
    double before = sumOfSquares(x);
    System.arraycopy(x, from, x, to, n);
    return sumOfSquares(x) * Math.cos(before);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[1 2 3 4] 3", "[5*-1..1] 2", "[1] 0"})
  static double delayLine(double[] x, int steps) {
    double[] line = new double[x.length];
    double sum = 0;
    for (int s = 0; s < steps; s++) {
      System.arraycopy(line, 0, line, 1, line.length - 1);
      line[0] = x[s % x.length] * (1 + sum);
      sum += Math.sin(line[line.length - 1] + line[0]);
      System.arraycopy(line, 1, line, 0, line.length / 2);
    }
    return sum + sumOfSquares(line);
  }

  @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = "x")
  @At({"[1 2 3] [4 5 6]", "[3*-1..1] [3*-1..1]"})
  static double betweenArrays(double[] x, double[] data) {
    double[] both = new double[x.length + data.length];
    System.arraycopy(x, 0, both, 0, x.length);
    System.arraycopy(data, 0, both, x.length, data.length);
    System.arraycopy(both, 1, data, 0, 2);
    both[0] *= data[1];
    return sumOfSquares(both) + sumOfSquares(data);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 4] [5 6]]", "[[2*-1..1] [2*-1..1] [2*-1..1]]"})
  static double rowsMoved(double[][] m) {
    double[][] wider = Arrays.copyOf(m, m.length + 1);
    wider[m.length] = m[0];
    System.arraycopy(wider, 1, m, 0, m.length);
    m[0][0] *= wider[0][1];
    double[][] window = Arrays.copyOfRange(wider, 1, 3);
    Arrays.fill(window, 1, 2, m[m.length - 1]);
    window[1][1] += window[0][0];
    double sum = 0;
    for (double[][] part : new double[][][] {m, wider, window}) {
      for (double[] row : part) {
        sum += sumOfSquares(row) * (1 + 0.5 * sum);
      }
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(value = {"[1 2 3]", "[3*-1..1]"}, differences = 1e-2)
  static double floats(float[] x) {
    float[] y = x.clone();
    Arrays.fill(y, 0, 1, x[1] * x[1]);
    float[] z = Arrays.copyOfRange(y, 0, 2);
    System.arraycopy(z, 0, x, 1, 2);
    return x[0] * x[1] + x[2] * y[2];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5 3", "-1..1 2"})
  static double variable(double x, int n) {
    double[] a = n > 2 ? new double[] {x, x * x} : weights(x, n, x * 2);
    return mean() + mean(x) + mean(x, x * x, 3) + mean(a) * a[a.length - 1];
  }

  private static double[] weights(double... values) {
    values[0] *= 2;
    return values;
  }

  private static double mean(double... values) {
    double sum = 1;
    for (double v : values) {
      sum *= v;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }
}
