package dev.cotangent.benchmarks.inputs;

/**
 * An input of the eval {@code gmm}; the names are those of its JSON.
 *
 * @param alpha k numbers
 * @param mu k rows of d
 * @param q k rows of d
 * @param l k rows of d(d−1)/2
 * @param x n rows of d
 * @param gamma of the prior
 * @param m of the prior
 */
public record GmmInput(
    double[] alpha, double[][] mu, double[][] q, double[][] l, double[][] x, double gamma, int m) {
  /**
   * Random numbers of the public workloads' ranges.
   *
   * @param d coordinates
   * @param k components
   * @param n points
   */
  public static GmmInput random(int d, int k, int n) {
    Draws draws = new Draws(31_337);
    return new GmmInput(
        draws.vector(k, -1, 1),
        draws.matrix(k, d, 0, 1),
        draws.matrix(k, d, -1, 1),
        draws.matrix(k, d * (d - 1) / 2, -1, 1),
        draws.matrix(n, d, -2, 2),
        1,
        0);
  }
}
