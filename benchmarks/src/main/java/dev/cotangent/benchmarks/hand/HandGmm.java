package dev.cotangent.benchmarks.hand;

import java.util.Arrays;

/**
 * The adjoint of {@code Gmm.objective}: a point after the other, forward and at once back, for
 * which the scaled vectors of all components wait. The triangles are laid out in columns and, for
 * the products with their transposes, in rows that begin at zero, so that all inner loops are over
 * one index of all their arrays, which the compiler turns into vector instructions.
 */
public final class HandGmm {
  private final int k;
  private final int d;
  private final double[][] diagonals;
  private final double[] sums;
  private final double[] sumsBar;
  private final double[][] diagonalsBar;
  private final double[][][] columns;
  private final double[][][] rows;
  private final double[][][] columnsBar;
  private final double[][] centred;
  private final double[][] scaled;
  private final double[] centredBar;
  private final double[] terms;
  private final double[] exponentials;

  /** With work arrays for k components of d coordinates. */
  public HandGmm(int k, int d) {
    this.k = k;
    this.d = d;
    diagonals = new double[k][d];
    sums = new double[k];
    sumsBar = new double[k];
    diagonalsBar = new double[k][d];
    columns = new double[k][d][d];
    rows = new double[k][d][d];
    columnsBar = new double[k][d][d];
    centred = new double[k][d];
    scaled = new double[k][d];
    centredBar = new double[d];
    terms = new double[k];
    exponentials = new double[k];
  }

  /**
   * Computes the value and the partials.
   *
   * @param alphaBar takes the partials of alpha, of the same shape; so do the others
   */
  public double gradient(
      double[] alpha,
      double[][] mu,
      double[][] q,
      double[][] l,
      double[][] x,
      double gamma,
      int m,
      double[] alphaBar,
      double[][] muBar,
      double[][] qBar,
      double[][] lBar) {
    prepare(q, l);
    Arrays.fill(alphaBar, 0);
    Rows.clear(muBar);
    int n = x.length;
    double sum = 0;
    for (double[] point : x) {
      double max = forward(alpha, mu, point);
      double total = Rows.exponentials(terms, max, exponentials);
      sum += max + Math.log(total);
      double factor = 1 / total;
      for (int j = 0; j < k; j++) {
        double weight = factor * exponentials[j];
        alphaBar[j] += weight;
        sumsBar[j] += weight;
        reverse(j, -weight, muBar[j]);
      }
    }
    double alphaMax = Rows.max(alpha);
    double alphaSum = Rows.exponentials(alpha, alphaMax, exponentials);
    double logAlpha = alphaMax + Math.log(alphaSum);
    Rows.add(-n / alphaSum, exponentials, alphaBar, k);
    finish(l, gamma, m, qBar, lBar);
    return -n * d * 0.5 * Math.log(2 * Math.PI) + sum - n * logAlpha + prior(l, gamma, m);
  }

  private void prepare(double[][] q, double[][] l) {
    for (int j = 0; j < k; j++) {
      double sum = 0;
      for (int i = 0; i < d; i++) {
        diagonals[j][i] = Math.exp(q[j][i]);
        sum += q[j][i];
      }
      sums[j] = sum;
      sumsBar[j] = 0;
      Arrays.fill(diagonalsBar[j], 0);
      Rows.clear(columnsBar[j]);
      int p = 0;
      for (int c = 0; c < d; c++) {
        for (int r = c + 1; r < d; r++) {
          columns[j][c][r] = l[j][p];
          rows[j][r][c] = l[j][p];
          p++;
        }
      }
    }
  }

  /** The terms of a point; their maximum. */
  private double forward(double[] alpha, double[][] mu, double[] point) {
    for (int j = 0; j < k; j++) {
      double[] c = centred[j];
      double[] s = scaled[j];
      double[] muJ = mu[j];
      double[] diagonal = diagonals[j];
      for (int i = 0; i < d; i++) {
        double ci = point[i] - muJ[i];
        c[i] = ci;
        s[i] = diagonal[i] * ci;
      }
      double[][] column = columns[j];
      for (int i = 0; i < d - 1; i++) {
        multiplyAdd(column[i], c[i], s, i + 1, d);
      }
      double norm = 0;
      for (int i = 0; i < d; i++) {
        norm += s[i] * s[i];
      }
      terms[j] = alpha[j] + sums[j] - 0.5 * norm;
    }
    return Rows.max(terms);
  }

  /** Reverses a component's term; s̄ = bar · s. */
  private void reverse(int j, double bar, double[] muBarJ) {
    double[] c = centred[j];
    double[] s = scaled[j];
    double[] diagonal = diagonals[j];
    double[] diagonalBar = diagonalsBar[j];
    for (int i = 0; i < d; i++) {
      double sBar = bar * s[i];
      s[i] = sBar;
      diagonalBar[i] += sBar * c[i];
      centredBar[i] = sBar * diagonal[i];
    }
    double[][] row = rows[j];
    double[][] columnBar = columnsBar[j];
    for (int i = 1; i < d; i++) {
      multiplyAdd(row[i], s[i], centredBar, 0, i);
    }
    for (int i = 0; i < d - 1; i++) {
      multiplyAdd(s, c[i], columnBar[i], i + 1, d);
    }
    for (int i = 0; i < d; i++) {
      muBarJ[i] -= centredBar[i];
    }
  }

  private static void multiplyAdd(double[] row, double factor, double[] to, int begin, int end) {
    for (int i = begin; i < end; i++) {
      to[i] += row[i] * factor;
    }
  }

  /** From the adjoints of the work arrays to those of the parameters, the prior's among them. */
  private void finish(double[][] l, double gamma, int m, double[][] qBar, double[][] lBar) {
    double square = gamma * gamma;
    for (int j = 0; j < k; j++) {
      double sumBar = sumsBar[j] + m;
      for (int i = 0; i < d; i++) {
        double diagonal = diagonals[j][i];
        qBar[j][i] = sumBar + (diagonalsBar[j][i] - square * diagonal) * diagonal;
      }
      int p = 0;
      for (int c = 0; c < d; c++) {
        for (int r = c + 1; r < d; r++) {
          lBar[j][p] = columnsBar[j][c][r] - square * l[j][p];
          p++;
        }
      }
    }
  }

  private double prior(double[][] l, double gamma, int m) {
    int n = d + m + 1;
    double sum = 0;
    for (int j = 0; j < k; j++) {
      double frobenius = squaredNorm(diagonals[j]) + squaredNorm(l[j]);
      sum += 0.5 * gamma * gamma * frobenius - m * sums[j];
    }
    double constant = n * d * Math.log(gamma / Math.sqrt(2)) - logGammaDistribution(0.5 * n);
    return k * constant - sum;
  }

  private static double squaredNorm(double[] x) {
    double sum = 0;
    for (double xi : x) {
      sum += xi * xi;
    }
    return sum;
  }

  private double logGammaDistribution(double a) {
    double sum = 0.25 * d * (d - 1) * Math.log(Math.PI);
    for (int j = 1; j <= d; j++) {
      double y = a + 0.5 * (1 - j);
      double logGamma = 0;
      while (y > 1) {
        y -= 1;
        logGamma += Math.log(y);
      }
      sum += y == 1 ? logGamma : logGamma + 0.5 * Math.log(Math.PI);
    }
    return sum;
  }
}
