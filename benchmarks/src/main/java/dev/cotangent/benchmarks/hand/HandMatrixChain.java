package dev.cotangent.benchmarks.hand;

import java.util.Arrays;

/**
 * The adjoint of {@code MatrixChain.squaredNorm}: for P = ab and R = Pc, with R̄ = 2R, it is c̄ =
 * PᵀR̄, P̄ = R̄cᵀ, ā = P̄bᵀ, b̄ = aᵀP̄; all along rows.
 */
public final class HandMatrixChain {
  private final double[][] product;
  private final double[][] result;
  private final double[] productBar;

  /** With work arrays for a of n rows, b of p columns and c of q columns. */
  public HandMatrixChain(int n, int p, int q) {
    product = new double[n][p];
    result = new double[n][q];
    productBar = new double[p];
  }

  /**
   * Computes the value and the partials.
   *
   * @param aBar takes the partials of a, of the same shape; so do the others
   */
  public double gradient(
      double[][] a, double[][] b, double[][] c, double[][] aBar, double[][] bBar, double[][] cBar) {
    multiply(a, b, product);
    multiply(product, c, result);
    Rows.clear(bBar);
    Rows.clear(cBar);
    int p = b[0].length;
    int q = c[0].length;
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double[] row = result[i];
      for (int j = 0; j < q; j++) {
        double element = row[j];
        sum += element * element;
        row[j] = 2 * element;
      }
      double[] productRow = product[i];
      for (int k = 0; k < c.length; k++) {
        productBar[k] = Rows.dot(row, c[k], q);
        Rows.add(productRow[k], row, cBar[k], q);
      }
      for (int k = 0; k < b.length; k++) {
        aBar[i][k] = Rows.dot(productBar, b[k], p);
        Rows.add(a[i][k], productBar, bBar[k], p);
      }
    }
    return sum;
  }

  private static void multiply(double[][] a, double[][] b, double[][] product) {
    int p = b[0].length;
    for (int i = 0; i < a.length; i++) {
      double[] row = product[i];
      double[] ai = a[i];
      // From +0, as the elements of a new matrix; 0 + x is not x where x is −0.
      Arrays.fill(row, 0);
      int k = 0;
      for (; k < b.length - 3; k += 4) {
        addFour(ai[k], b[k], ai[k + 1], b[k + 1], ai[k + 2], b[k + 2], ai[k + 3], b[k + 3], row, p);
      }
      for (; k < b.length; k++) {
        Rows.add(ai[k], b[k], row, p);
      }
    }
  }

  private static void addFour(
      double f0,
      double[] row0,
      double f1,
      double[] row1,
      double f2,
      double[] row2,
      double f3,
      double[] row3,
      double[] to,
      int n) {
    for (int j = 0; j < n; j++) {
      to[j] = to[j] + f0 * row0[j] + f1 * row1[j] + f2 * row2[j] + f3 * row3[j];
    }
  }
}
