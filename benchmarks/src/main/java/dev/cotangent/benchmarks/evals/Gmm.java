package dev.cotangent.benchmarks.evals;

import dev.cotangent.Differentiable;

/**
 * The eval {@code gmm}: the log posterior of a mixture of Gaussians with a Wishart prior on the
 * precisions.
 *
 * <p>The precision of a component is QᵀQ, where Q has the diagonal exp(q) and below it, column by
 * column, the elements of l.
 */
public final class Gmm {
  private Gmm() {}

  /**
   * The log posterior.
   *
   * @param alpha the logarithms of the weights of the k components, up to a constant
   * @param mu their means, k rows of d
   * @param q the logarithms of the diagonals, k rows of d
   * @param l the elements below the diagonals, k rows of d(d−1)/2
   * @param x the points, n rows of d
   * @param gamma of the prior: the scale
   * @param m of the prior: the degrees of freedom beyond d + 1
   */
  @Differentiable(wrt = {"alpha", "mu", "q", "l"})
  public static double objective(
      double[] alpha,
      double[][] mu,
      double[][] q,
      double[][] l,
      double[][] x,
      double gamma,
      int m) {
    int k = alpha.length;
    int d = x[0].length;
    int n = x.length;
    double[][] diagonals = new double[k][d];
    double[] sums = new double[k];
    for (int j = 0; j < k; j++) {
      for (int i = 0; i < d; i++) {
        diagonals[j][i] = Math.exp(q[j][i]);
        sums[j] += q[j][i];
      }
    }
    double[] centred = new double[d];
    double[] scaled = new double[d];
    double[] terms = new double[k];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        subtract(x[i], mu[j], centred);
        multiply(diagonals[j], l[j], centred, scaled);
        terms[j] = alpha[j] + sums[j] - 0.5 * squaredNorm(scaled);
      }
      sum += logSumExp(terms);
    }
    return -n * d * 0.5 * Math.log(2 * Math.PI)
        + sum
        - n * logSumExp(alpha)
        + logPrior(diagonals, sums, l, gamma, m);
  }

  /** The logarithm of the Wishart densities of all components. */
  private static double logPrior(
      double[][] diagonals, double[] sums, double[][] l, double gamma, int m) {
    int k = sums.length;
    int d = diagonals[0].length;
    int n = d + m + 1;
    double sum = 0;
    for (int j = 0; j < k; j++) {
      double frobenius = squaredNorm(diagonals[j]) + squaredNorm(l[j]);
      sum += 0.5 * gamma * gamma * frobenius - m * sums[j];
    }
    double constant = n * d * Math.log(gamma / Math.sqrt(2)) - logGammaDistribution(0.5 * n, d);
    return k * constant - sum;
  }

  private static void subtract(double[] x, double[] y, double[] result) {
    for (int i = 0; i < x.length; i++) {
      result[i] = x[i] - y[i];
    }
  }

  /** The product of Q and a vector. */
  private static void multiply(double[] diagonal, double[] l, double[] x, double[] result) {
    int d = x.length;
    for (int i = 0; i < d; i++) {
      result[i] = diagonal[i] * x[i];
    }
    int p = 0;
    for (int i = 0; i < d; i++) {
      for (int j = i + 1; j < d; j++) {
        result[j] += l[p] * x[i];
        p++;
      }
    }
  }

  private static double squaredNorm(double[] x) {
    double sum = 0;
    for (double xi : x) {
      sum += xi * xi;
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

  /** The logarithm of the multivariate gamma function. */
  private static double logGammaDistribution(double a, int d) {
    double sum = 0.25 * d * (d - 1) * Math.log(Math.PI);
    for (int j = 1; j <= d; j++) {
      sum += logGamma(a + 0.5 * (1 - j));
    }
    return sum;
  }

  /** ln Γ(x) for a positive multiple of one half, by Γ(x + 1) = x Γ(x). */
  private static double logGamma(double x) {
    double sum = 0;
    double y = x;
    while (y > 1) {
      y -= 1;
      sum += Math.log(y);
    }
    return y == 1 ? sum : sum + 0.5 * Math.log(Math.PI);
  }
}
