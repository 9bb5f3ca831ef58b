package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Arrays that are made before a loop, and in which each iteration works. */
final class WorkArrays {
  private WorkArrays() {}

  /** Each iteration writes the array whole, whatever the caller passes. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] [[3*-1..1] [3*-1..1]]", "[2] []", "[] [[] []]"})
  static double whole(double[] w, double[][] x) {
    double[] work = new double[w.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < w.length; j++) {
        work[j] = w[j] * x[i][j];
      }
      for (int j = 0; j < work.length; j++) {
        sum += work[j] * work[j] * w[j];
      }
    }
    return sum;
  }

  /** Where a row is shorter than the first, an iteration reads what the one before it has left. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {
        "[3*-1..1] [[3*-1..1] [3*-1..1] [3*-1..1]]",
        "[3*-1..1] [[3*-1..1] [2*-1..1] [3*-1..1]]",
        "[3*-1..1] [[3*-1..1] [] [1*-1..1]]",
        "[1] [[3]]"
      },
      singular = {
        "[3*-1..1] [[3*-1..1] null]", "[3*-1..1] []", "null [[1 2]]", "[3*-1..1] null",
        "[2*-1..1] [[1 2] [1 2 3]]", "[3*-1..1] [null]", "[] [[] []]"
      })
  static double leftBehind(double[] w, double[][] x) {
    int d = x[0].length;
    double[] work = new double[d];
    double[] terms = new double[2];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double[] row = x[i];
      for (int j = 0; j < row.length; j++) {
        work[j] = w[j] * row[j];
      }
      for (int k = 0; k < 2; k++) {
        double product = k + 1;
        for (int j = 0; j < d; j++) {
          product *= 1 + work[j];
        }
        terms[k] = product;
      }
      sum += Math.log(3 + terms[0] * terms[1]) * w[0];
    }
    return sum;
  }

  /** What the last iteration leaves is looked at behind the loop. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At("[2*-1..1] [[2*-1..1] [2*-1..1]]")
  static double lookedAt(double[] w, double[][] x) {
    double[] work = new double[w.length];
    double sum = 0;
    for (double[] row : x) {
      for (int j = 0; j < w.length; j++) {
        work[j] = w[j] * row[j];
      }
      sum += work[0] * work[1];
    }
    return sum * work[0];
  }

  /** What an iteration leaves is added to by the next one. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At("[2*-1..1] [[2*-1..1] [2*-1..1] [2*-1..1]]")
  static double addedTo(double[] w, double[][] x) {
    double[] work = new double[w.length];
    double sum = 0;
    for (double[] row : x) {
      for (int j = 0; j < w.length; j++) {
        work[j] += w[j] * row[j];
      }
      for (int j = 0; j < w.length; j++) {
        sum += work[j] * work[j];
      }
    }
    return sum;
  }

  /** The array is written in some iterations alone. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At("[2*-1..1] [[2*0.1..1] [2*-1..-0.1] [2*0.1..1]]")
  static double writtenSometimes(double[] w, double[][] x) {
    double[] work = new double[w.length];
    double sum = 0;
    for (double[] row : x) {
      if (row[0] > 0) {
        for (int j = 0; j < w.length; j++) {
          work[j] = w[j] * row[j];
        }
      }
      for (int j = 0; j < w.length; j++) {
        sum += work[j] * work[j] * row[j];
      }
    }
    return sum;
  }

  /** How far the array is written depends on a row that another iteration changes. */
  @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = "w")
  @At("[2*-1..1] [2 2 1 2]")
  static double lengthsThatChange(double[] w, int[] lengths) {
    double[] work = new double[2];
    double sum = 0;
    for (int i = 0; i + 1 < lengths.length; i++) {
      for (int j = 0; j < lengths[i]; j++) {
        work[j] = w[j] * (i + 1);
      }
      lengths[i + 1] -= 1;
      for (int j = 0; j < 2; j++) {
        sum += work[j] * work[j];
      }
    }
    return sum;
  }

  /** The length is negative, and nobody may have asked for more than the caller would. */
  @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = "w")
  @At(value = "[2*-1..1] 2 [2 3 4]", singular = {"[2*-1..1] -1 [2]", "[2*-1..1] -1 []"})
  static double countedFromOutside(double[] w, int n, int[] lengths) {
    double[] work = new double[n];
    double sum = 0;
    for (int i = 0; i < lengths.length; i++) {
      for (int j = 0; j < Math.min(lengths[i], n); j++) {
        work[j] = w[j] * (i + 1);
      }
      for (int j = 0; j < n; j++) {
        sum += work[j] * work[j];
      }
    }
    return sum;
  }

  /** The length is negative where the loop may not run. */
  @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = "w")
  @At(value = {"[2*-1..1] 2 3", "[2*-1..1] 2 0"}, singular = {"[] -1 0", "[] -1 3"})
  static double noLength(double[] w, int n, int times) {
    double[] work = new double[n];
    double sum = 0;
    for (int i = 0; i < times; i++) {
      for (int j = 0; j < n; j++) {
        work[j] = w[j] * (i + 1);
      }
      for (int j = 0; j < n; j++) {
        sum += work[j] * work[j];
      }
    }
    return sum;
  }
}
