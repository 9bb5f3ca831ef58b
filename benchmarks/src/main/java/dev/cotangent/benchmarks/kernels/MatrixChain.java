package dev.cotangent.benchmarks.kernels;

import dev.cotangent.Differentiable;

/** A product of matrices. */
public final class MatrixChain {
  private MatrixChain() {}

  /**
   * The sum of the squares of the elements of a·b·c.
   *
   * @param a n rows of m
   * @param b m rows of p
   * @param c p rows of q
   */
  @Differentiable
  public static double squaredNorm(double[][] a, double[][] b, double[][] c) {
    double[][] product = multiply(multiply(a, b), c);
    double sum = 0;
    for (double[] row : product) {
      for (double element : row) {
        sum += element * element;
      }
    }
    return sum;
  }

  private static double[][] multiply(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        double aik = a[i][k];
        for (int j = 0; j < b[0].length; j++) {
          product[i][j] += aik * b[k][j];
        }
      }
    }
    return product;
  }
}
