package dev.cotangent.benchmarks.hand;

import java.util.Arrays;

/** What the adjoints do with rows; loops that the compiler turns into vector instructions. */
final class Rows {
  private Rows() {}

  /** Adds a multiple of a row to another. */
  static void add(double factor, double[] row, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] += factor * row[i];
    }
  }

  /** Puts a multiple of a row into another. */
  static void set(double factor, double[] row, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = factor * row[i];
    }
  }

  /** The scalar product, in four sums. */
  static double dot(double[] p, double[] q, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < n - 3; i += 4) {
      s0 += p[i] * q[i];
      s1 += p[i + 1] * q[i + 1];
      s2 += p[i + 2] * q[i + 2];
      s3 += p[i + 3] * q[i + 3];
    }
    for (; i < n; i++) {
      s0 += p[i] * q[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** The largest, as Java's max has it. */
  static double max(double[] row) {
    double max = row[0];
    for (double element : row) {
      max = Math.max(max, element);
    }
    return max;
  }

  /** Puts exp(x − max) into a row; the sum in the order of the elements. */
  static double exponentials(double[] row, double max, double[] to) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      double exp = Math.exp(row[i] - max);
      to[i] = exp;
      sum += exp;
    }
    return sum;
  }

  /** Sets all elements to zero. */
  static void clear(double[][] rows) {
    for (double[] row : rows) {
      Arrays.fill(row, 0);
    }
  }
}
