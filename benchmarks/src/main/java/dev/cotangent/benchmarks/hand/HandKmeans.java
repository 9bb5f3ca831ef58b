package dev.cotangent.benchmarks.hand;

import java.util.Arrays;

/**
 * Newton's direction of {@code Kmeans.cost}: with a cluster's size and sum of points, the gradient
 * is 2(size · centroid − sum) and the Hessian's diagonal 2 size.
 */
public final class HandKmeans {
  private final double[] flat;
  private final double[] distances;
  private final int[] sizes;

  /** With work arrays for k centroids of d coordinates. */
  public HandKmeans(int k, int d) {
    flat = new double[k * d];
    distances = new double[k];
    sizes = new int[k];
  }

  /**
   * Computes the value and the direction.
   *
   * @param direction takes the direction, of the shape of the centroids
   */
  public double direction(double[][] centroids, double[][] points, double[][] direction) {
    int k = centroids.length;
    int d = centroids[0].length;
    for (int j = 0; j < k; j++) {
      System.arraycopy(centroids[j], 0, flat, j * d, d);
    }
    Rows.clear(direction);
    Arrays.fill(sizes, 0);
    double sum = 0;
    for (double[] point : points) {
      distances(point, k, d);
      double nearest = Double.POSITIVE_INFINITY;
      int cluster = 0;
      for (int j = 0; j < k; j++) {
        if (distances[j] < nearest) {
          nearest = distances[j];
          cluster = j;
        }
      }
      sum += nearest;
      sizes[cluster]++;
      double[] row = direction[cluster];
      for (int i = 0; i < d; i++) {
        row[i] += point[i];
      }
    }
    for (int j = 0; j < k; j++) {
      for (int i = 0; i < d; i++) {
        direction[j][i] = centroids[j][i] - direction[j][i] / sizes[j];
      }
    }
    return sum;
  }

  /** The squared distances from a point, those from four centroids side by side. */
  private void distances(double[] point, int k, int d) {
    int j = 0;
    for (; j < k - 3; j += 4) {
      int p0 = j * d;
      int p1 = p0 + d;
      int p2 = p1 + d;
      int p3 = p2 + d;
      double s0 = 0;
      double s1 = 0;
      double s2 = 0;
      double s3 = 0;
      for (int i = 0; i < d; i++) {
        double x = point[i];
        double e0 = x - flat[p0 + i];
        double e1 = x - flat[p1 + i];
        double e2 = x - flat[p2 + i];
        double e3 = x - flat[p3 + i];
        s0 += e0 * e0;
        s1 += e1 * e1;
        s2 += e2 * e2;
        s3 += e3 * e3;
      }
      distances[j] = s0;
      distances[j + 1] = s1;
      distances[j + 2] = s2;
      distances[j + 3] = s3;
    }
    for (; j < k; j++) {
      double s = 0;
      for (int i = 0; i < d; i++) {
        double e = point[i] - flat[j * d + i];
        s += e * e;
      }
      distances[j] = s;
    }
  }
}
