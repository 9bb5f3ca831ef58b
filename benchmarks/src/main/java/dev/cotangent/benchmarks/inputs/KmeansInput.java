package dev.cotangent.benchmarks.inputs;

import java.util.Arrays;

/**
 * An input of the eval {@code kmeans}; the names are those of its JSON.
 *
 * @param points n rows of d
 * @param centroids k rows of d
 */
public record KmeansInput(double[][] points, double[][] centroids) {
  /**
   * Random points in the unit cube; the last ones are the centroids.
   *
   * @param k centroids
   * @param n points
   * @param d coordinates
   */
  public static KmeansInput random(int k, int n, int d) {
    double[][] points = new Draws(31_337).matrix(n, d, 0, 1);
    return new KmeansInput(points, Arrays.copyOfRange(points, n - k, n));
  }
}
