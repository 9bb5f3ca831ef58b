package dev.cotangent.benchmarks.modes;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HESSIAN;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JACOBIAN;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;

/** A network with one hidden layer and several outputs. */
public final class Layers {
  private Layers() {}

  /**
   * The mean squared error.
   *
   * @param w1 one row of weights a hidden unit
   * @param b1 one number a hidden unit
   * @param w2 one row of weights an output
   * @param b2 one number an output
   * @param x one row of features an example
   * @param y one row of targets an example
   */
  @Differentiable(
      value = {GRADIENT, JVP, HVP, HESSIAN},
      wrt = {"w1", "b1", "w2", "b2"})
  public static double loss(
      double[][] w1, double[] b1, double[][] w2, double[] b2, double[][] x, double[][] y) {
    double sum = 0;
    double[] hidden = new double[b1.length];
    for (int i = 0; i < x.length; i++) {
      for (int h = 0; h < b1.length; h++) {
        double activation = b1[h];
        for (int f = 0; f < x[i].length; f++) {
          activation += w1[h][f] * x[i][f];
        }
        hidden[h] = Math.tanh(activation);
      }
      for (int o = 0; o < b2.length; o++) {
        double error = b2[o] - y[i][o];
        for (int h = 0; h < b1.length; h++) {
          error += w2[o][h] * hidden[h];
        }
        sum += error * error;
      }
    }
    return sum / x.length;
  }

  /**
   * The outputs for all examples, one after the other.
   *
   * @param w1 one row of weights a hidden unit
   * @param b1 one number a hidden unit
   * @param w2 one row of weights an output
   * @param b2 one number an output
   * @param x one row of features an example
   */
  @Differentiable(
      value = {JACOBIAN},
      wrt = {"w1", "b1", "w2", "b2"})
  public static double[] outputs(
      double[][] w1, double[] b1, double[][] w2, double[] b2, double[][] x) {
    double[] outputs = new double[x.length * b2.length];
    double[] hidden = new double[b1.length];
    for (int i = 0; i < x.length; i++) {
      for (int h = 0; h < b1.length; h++) {
        double activation = b1[h];
        for (int f = 0; f < x[i].length; f++) {
          activation += w1[h][f] * x[i][f];
        }
        hidden[h] = Math.tanh(activation);
      }
      for (int o = 0; o < b2.length; o++) {
        double output = b2[o];
        for (int h = 0; h < b1.length; h++) {
          output += w2[o][h] * hidden[h];
        }
        outputs[i * b2.length + o] = output;
      }
    }
    return outputs;
  }
}
