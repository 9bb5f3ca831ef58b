package dev.cotangent.benchmarks.hand;

import java.util.Arrays;

/**
 * The adjoint of {@code Network.loss}: the activations of four hidden units side by side, the
 * hidden values kept until the error is known.
 */
public final class HandNetwork {
  private final double[] hidden;
  private double dB2;

  /** With a work array for a number of hidden units. */
  public HandNetwork(int units) {
    hidden = new double[units];
  }

  /**
   * Computes the value and the partials.
   *
   * @param w1Bar takes the partials of the hidden units' weights
   * @param b1Bar takes the partials of their offsets
   * @param w2Bar takes the partials of the output's weights
   */
  public double gradient(
      double[][] w1,
      double[] b1,
      double[] w2,
      double b2,
      double[][] x,
      double[] y,
      double[][] w1Bar,
      double[] b1Bar,
      double[] w2Bar) {
    Rows.clear(w1Bar);
    Arrays.fill(b1Bar, 0);
    Arrays.fill(w2Bar, 0);
    dB2 = 0;
    int n = x.length;
    double scale = 2.0 / n;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double[] xi = x[i];
      activate(w1, b1, xi);
      double output = b2;
      for (int h = 0; h < hidden.length; h++) {
        output += w2[h] * hidden[h];
      }
      double error = output - y[i];
      sum += error * error;
      double errorBar = error * scale;
      dB2 += errorBar;
      for (int h = 0; h < hidden.length; h++) {
        double value = hidden[h];
        w2Bar[h] += errorBar * value;
        double activationBar = errorBar * w2[h] * (1 - value * value);
        b1Bar[h] += activationBar;
        Rows.add(activationBar, xi, w1Bar[h], xi.length);
      }
    }
    return sum / n;
  }

  private void activate(double[][] w1, double[] b1, double[] x) {
    int h = 0;
    for (; h < hidden.length - 3; h += 4) {
      double[] w10 = w1[h];
      double[] w11 = w1[h + 1];
      double[] w12 = w1[h + 2];
      double[] w13 = w1[h + 3];
      double a0 = b1[h];
      double a1 = b1[h + 1];
      double a2 = b1[h + 2];
      double a3 = b1[h + 3];
      for (int f = 0; f < x.length; f++) {
        double xf = x[f];
        a0 += w10[f] * xf;
        a1 += w11[f] * xf;
        a2 += w12[f] * xf;
        a3 += w13[f] * xf;
      }
      hidden[h] = Math.tanh(a0);
      hidden[h + 1] = Math.tanh(a1);
      hidden[h + 2] = Math.tanh(a2);
      hidden[h + 3] = Math.tanh(a3);
    }
    for (; h < hidden.length; h++) {
      double[] row = w1[h];
      double a = b1[h];
      for (int f = 0; f < x.length; f++) {
        a += row[f] * x[f];
      }
      hidden[h] = Math.tanh(a);
    }
  }

  /** The partial with respect to the output's offset. */
  public double dB2() {
    return dB2;
  }
}
