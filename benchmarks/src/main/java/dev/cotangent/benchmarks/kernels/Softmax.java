package dev.cotangent.benchmarks.kernels;

import dev.cotangent.Differentiable;

/** Classification by softmax regression. */
public final class Softmax {
  private Softmax() {}

  /**
   * The mean negative log likelihood.
   *
   * @param w one row of weights a class
   * @param b one number a class
   * @param x one row of features an example
   * @param labels the class of each example
   */
  @Differentiable(wrt = {"w", "b"})
  public static double loss(double[][] w, double[] b, double[][] x, int[] labels) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double[] scores = new double[b.length];
      for (int c = 0; c < b.length; c++) {
        scores[c] = b[c] + dot(w[c], x[i]);
      }
      sum += logSumExp(scores) - scores[labels[i]];
    }
    return sum / x.length;
  }

  private static double dot(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += p[i] * q[i];
    }
    return sum;
  }

  private static double logSumExp(double[] x) {
    double max = x[0];
    for (double xi : x) {
      max = Math.max(max, xi);
    }
    double sum = 0;
    for (double xi : x) {
      sum += Math.exp(xi - max);
    }
    return max + Math.log(sum);
  }
}
