package dev.cotangent.benchmarks.evals;

import dev.cotangent.Differentiable;

/** The eval {@code det}: a determinant by recursive expansion along the first row. */
public final class Det {
  private Det() {}

  /**
   * The determinant of a square matrix.
   *
   * @param a the matrix, row by row
   * @param size its number of rows and of columns
   */
  @Differentiable
  public static double determinant(double[] a, int size) {
    int[] nextRow = new int[size + 1];
    int[] nextColumn = new int[size + 1];
    for (int i = 0; i < size; i++) {
      nextRow[i] = i + 1;
      nextColumn[i] = i + 1;
    }
    // The lists begin behind the last row and column.
    nextRow[size] = 0;
    nextColumn[size] = 0;
    return minor(a, size, size, nextRow, nextColumn);
  }

  /**
   * The determinant of what is left of the matrix.
   *
   * @param n how many rows and columns are left
   * @param nextRow for each row the next one that is left; for {@code size}, the first
   * @param nextColumn the same for columns
   */
  private static double minor(double[] a, int size, int n, int[] nextRow, int[] nextColumn) {
    int row = nextRow[size];
    int column = nextColumn[size];
    if (n == 1) {
      return a[row * size + column];
    }
    double sum = 0;
    double sign = 1;
    int before = size;
    nextRow[size] = nextRow[row];
    for (int j = 0; j < n; j++) {
      nextColumn[before] = nextColumn[column];
      sum += sign * a[row * size + column] * minor(a, size, n - 1, nextRow, nextColumn);
      nextColumn[before] = column;
      before = column;
      column = nextColumn[column];
      sign = -sign;
    }
    nextRow[size] = row;
    return sum;
  }
}
