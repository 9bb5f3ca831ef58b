package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Loops long enough for vectors, and some whose iterations must not run together. */
final class Vectors {
  private Vectors() {}

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 [13*-1..1] [13*-1..1]", "2 [] []", "0.5 [3] [4]", "0.5 [8*-1..1] [9*-1..1]"})
  static double multipleAndSum(double a, double[] x, double[] y) {
    double[] z = new double[x.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = a * x[i] + y[i] / 3 - -x[i];
    }
    double sum = 0;
    for (double element : z) {
      sum += element * element;
    }
    return sum;
  }

  /** Behind the last element of {@code y} an exception ends it, and {@code x} is half done. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[13*-1..1] [13*-1..1]", "[] null"},
      singular = {"[13*-1..1] [9*-1..1]", "[9*-1..1] null"})
  static double inPlace(double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      x[i] = x[i] * y[i] + 1;
    }
    double product = 1;
    for (double element : x) {
      product *= element;
    }
    return product;
  }

  /** Each iteration reads what the one before it has stored. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At("[13*-1..1]")
  static double recurrence(double[] x) {
    double[] y = new double[x.length];
    y[0] = 1;
    for (int i = 1; i < y.length; i++) {
      y[i] = x[i] * y[i - 1] + 0.5;
    }
    return y[y.length - 1];
  }

  /** Each iteration reads what the next one overwrites. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At("[13*-1..1]")
  static double movedDown(double[] x) {
    for (int i = 0; i < x.length - 1; i++) {
      x[i] = x[i + 1] * x[i];
    }
    return x[0] + 2 * x[3] + 3 * x[x.length - 2];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[14*-1..1] [14*-1..1] 1", "[14*-1..1] [14*-1..1] -1"},
      singular = {"[14*-1..1] [14*-1..1] 3", "[14*-1..1] [14*-1..1] 2147483647"})
  static double shifted(double[] x, double[] y, int by) {
    double[] z = new double[x.length];
    for (int i = x.length - 3; i >= 1; i--) {
      z[i] = x[i + by] * y[i - 1];
    }
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      sum += (i + 1) * z[i] * z[i];
    }
    return sum;
  }

  /** The rows of a triangle, one behind the other in one array. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(value = "[66*-1..1] [12*-1..1]", singular = "[60*-1..1] [12*-1..1]")
  static double triangle(double[] l, double[] x) {
    double[] y = x.clone();
    int p = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        y[j] += l[p] * x[i];
        p++;
      }
    }
    double sum = 0;
    for (double element : y) {
      sum += element * element;
    }
    return sum;
  }

  /** Two rows that are one. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At("[12*-1..1]")
  static double sameRow(double[] x) {
    double[][] rows = {x, x};
    for (int i = 0; i < x.length - 1; i++) {
      rows[0][i + 1] = rows[1][i] * 0.5 + rows[0][i + 1];
    }
    return x[x.length - 1] * x[4];
  }

  /** From a place that may lie before the array, or far behind it. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[12*-1..1] 0 12", "[12*-1..1] 2 11", "[12*-1..1] 5 2"},
      singular = {
        "[12*-1..1] -1 9", "[12*-1..1] 3 13"
      })
  static double between(double[] x, int from, int to) {
    double[] y = new double[12];
    for (int i = from; i < to; i++) {
      y[i] = x[i] * x[i];
    }
    return y[2] + y[3] * y[7] + y[11];
  }
}
