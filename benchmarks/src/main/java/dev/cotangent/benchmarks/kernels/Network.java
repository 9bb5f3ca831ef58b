package dev.cotangent.benchmarks.kernels;

import dev.cotangent.Differentiable;

/** A network with one hidden layer. */
public final class Network {
  private Network() {}

  /**
   * The mean squared error.
   *
   * @param w1 one row of weights a hidden unit
   * @param b1 one number a hidden unit
   * @param w2 one weight a hidden unit
   * @param b2 the offset of the output
   * @param x one row of features an example
   * @param y one target an example
   */
  @Differentiable(wrt = {"w1", "b1", "w2", "b2"})
  public static double loss(
      double[][] w1, double[] b1, double[] w2, double b2, double[][] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double output = b2;
      for (int h = 0; h < w1.length; h++) {
        double activation = b1[h];
        for (int f = 0; f < x[i].length; f++) {
          activation += w1[h][f] * x[i][f];
        }
        output += w2[h] * Math.tanh(activation);
      }
      double error = output - y[i];
      sum += error * error;
    }
    return sum / x.length;
  }
}
