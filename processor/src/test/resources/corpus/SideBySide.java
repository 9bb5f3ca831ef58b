package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Inner sums of several iterations that may run side by side, and such that must not. */
final class SideBySide {
  private SideBySide() {}

  /** Rows of any lengths, missing ones, too short a vector, too few offsets. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {
        "[[2*-1..1] [2*-1..1] [2*-1..1] [2*-1..1] [2*-1..1] [2*-1..1]] [6*-1..1] [2*-1..1]",
        "[[1 2 3] [4 5 6] [7 8 9] [1 1 2] [3 5 8] [2 4 6] [1 0 1] [2 2 2] [1 2]] [9*0..1] [1 2 3]",
        "[[1 2] [3 4] [5] [6 7] [8 9]] [1 2 3 4 5] [1 2]",
        "[[1] [2] [3]] [1 2 3] [1]",
        "[] [] []",
        "[[] [] [] []] [1 2 3 4] null"
      },
      singular = {
        "[[1 2] [3 4] [5 6] [7 8]] [1 2 3] [1 2]",
        "[[1 2] [3 4] [5 6] [7 8]] [1 2 3 4] [1]",
        "[[1 2] [3 4] [5 6 7] [7 8]] [1 2 3 4] [1 2]",
        "[[1 2] [3 4] null [7 8]] [1 2 3 4] [1 2]",
        "[[1 2] [3 4] [5 6] [7 8]] [1 2 3 4] null",
        "[[1 2] [3 4] [5 6] [7 8]] null [1 2]",
        "null [1] [1]"
      })
  static double layer(double[][] w, double[] b, double[] x) {
    double sum = 0.5;
    for (int k = 0; k < w.length; k++) {
      double s = b[k];
      for (int i = 0; i < w[k].length; i++) {
        s += w[k][i] * x[i];
      }
      sum = sum * 0.75 + s * s;
    }
    return sum;
  }

  /** What one iteration writes, a later one's inner sum reads. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[2*-1..1] [2*-1..1] [2*-1..1] [2*-1..1] [2*-1..1]] [2*-1..1]", "[[1 2] [3 4]] [1 2]"})
  static double readsWhatWasWritten(double[][] w, double[] x) {
    double sum = 0;
    for (int k = 0; k < w.length; k++) {
      double s = 0;
      for (int i = 0; i < x.length; i++) {
        s += w[k][i] * x[i];
      }
      x[k % x.length] = Math.sin(s);
      sum += s * s;
    }
    return sum;
  }

  /** The inner sum starts where the one before has ended. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[2*-1..1] [2*-1..1] [2*-1..1] [2*-1..1] [2*-1..1]] [2*-1..1]", "[] [1 2]"})
  static double goesOn(double[][] w, double[] x) {
    double s = 1;
    for (int k = 0; k < w.length; k++) {
      for (int i = 0; i < x.length; i++) {
        s += w[k][i] * x[i] * s;
      }
    }
    return s;
  }

  /** Powers are recorded; two sums and a number that counts along. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] 7", "[0.5 -1 2] 4", "[1 2] 1", "[] 5", "[1] 0"})
  static double polynomials(double[] x, int n) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      double t = k * 0.25;
      double value = 0;
      double squares = 1;
      double power = 1;
      for (int j = 0; j < x.length; j++) {
        value += x[j] * power;
        squares += x[j] * x[j];
        power *= t - squares * 0.125;
      }
      sum += value * value / squares;
    }
    return sum;
  }

  /** What throws behind an inner sum throws before the next one. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[[1 2] [3 4] [5 6] [7 8] [9 10]] 1 9", "[[2*-1..1] [2*-1..1]] -1..1 7"},
      singular = {"[[1 2] [3 4] [5 6] [7 8]] 1 2", "[[1 2] [3 4] null [7 8]] 1 1"})
  static double divides(double[][] w, double x, int d) {
    double sum = 0;
    for (int k = 0; k < w.length; k++) {
      double s = x;
      for (int i = 0; i < w[k].length; i++) {
        s += w[k][i] * s * x;
      }
      sum += s / (1 + 12 / (d - k));
    }
    return sum;
  }
}
