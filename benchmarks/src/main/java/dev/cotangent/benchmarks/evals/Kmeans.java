package dev.cotangent.benchmarks.evals;

import dev.cotangent.Derivative;
import dev.cotangent.Differentiable;

/** The eval {@code kmeans}: how far points are from the nearest of some centroids. */
public final class Kmeans {
  private Kmeans() {}

  /**
   * The sum over the points of the squared distance to the nearest centroid.
   *
   * @param centroids at least one, of as many coordinates as the points
   * @param points only read
   */
  @Differentiable(
      value = {Derivative.GRADIENT, Derivative.HVP},
      wrt = "centroids")
  public static double cost(double[][] centroids, double[][] points) {
    double sum = 0;
    for (double[] point : points) {
      double nearest = Double.POSITIVE_INFINITY;
      for (double[] centroid : centroids) {
        nearest = Math.min(nearest, squaredDistance(point, centroid));
      }
      sum += nearest;
    }
    return sum;
  }

  private static double squaredDistance(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      double difference = p[i] - q[i];
      sum += difference * difference;
    }
    return sum;
  }
}
