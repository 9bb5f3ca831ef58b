package dev.cotangent.benchmarks.hand;

import java.util.Arrays;

/**
 * The adjoint of {@code Softmax.loss}: the scores of four classes side by side, each sum in its own
 * order; their adjoints are the probabilities less one at the label.
 */
public final class HandSoftmax {
  private final double[] scores;
  private final double[] exponentials;

  /** With work arrays for a number of classes. */
  public HandSoftmax(int classes) {
    scores = new double[classes];
    exponentials = new double[classes];
  }

  /**
   * Computes the value and the partials.
   *
   * @param wBar takes the partials of the weights
   * @param bBar takes the partials of the offsets
   */
  public double gradient(
      double[][] w, double[] b, double[][] x, int[] labels, double[][] wBar, double[] bBar) {
    Rows.clear(wBar);
    Arrays.fill(bBar, 0);
    int n = x.length;
    double scale = 1.0 / n;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double[] xi = x[i];
      score(w, b, xi, scores);
      double max = Rows.max(scores);
      double total = Rows.exponentials(scores, max, exponentials);
      sum += max + Math.log(total) - scores[labels[i]];
      double factor = scale / total;
      for (int c = 0; c < b.length; c++) {
        double scoreBar = factor * exponentials[c];
        if (c == labels[i]) {
          scoreBar -= scale;
        }
        bBar[c] += scoreBar;
        Rows.add(scoreBar, xi, wBar[c], xi.length);
      }
    }
    return sum / n;
  }

  private static void score(double[][] w, double[] b, double[] x, double[] scores) {
    int c = 0;
    for (; c < b.length - 3; c += 4) {
      double[] w0 = w[c];
      double[] w1 = w[c + 1];
      double[] w2 = w[c + 2];
      double[] w3 = w[c + 3];
      double s0 = 0;
      double s1 = 0;
      double s2 = 0;
      double s3 = 0;
      for (int f = 0; f < x.length; f++) {
        double xf = x[f];
        s0 += w0[f] * xf;
        s1 += w1[f] * xf;
        s2 += w2[f] * xf;
        s3 += w3[f] * xf;
      }
      scores[c] = b[c] + s0;
      scores[c + 1] = b[c + 1] + s1;
      scores[c + 2] = b[c + 2] + s2;
      scores[c + 3] = b[c + 3] + s3;
    }
    for (; c < b.length; c++) {
      double[] wc = w[c];
      double s = 0;
      for (int f = 0; f < x.length; f++) {
        s += wc[f] * x[f];
      }
      scores[c] = b[c] + s;
    }
  }
}
