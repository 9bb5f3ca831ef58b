package dev.cotangent.benchmarks.hand;

import java.util.Arrays;

/**
 * The adjoint of {@code Det.determinant}: a minor's adjoint is known before the minor, since the
 * expansion is linear in each, so that one recursion gives the minors and takes their adjoints;
 * nothing is kept. The last two rows are expanded on the spot.
 */
public final class HandDet {
  private final double[] a;
  private final double[] aBar;
  private final int size;
  private final int[] nextRow;
  private final int[] nextColumn;

  private HandDet(double[] a, int size, double[] aBar) {
    this.a = a;
    this.aBar = aBar;
    this.size = size;
    nextRow = new int[size + 1];
    nextColumn = new int[size + 1];
    for (int i = 0; i < size; i++) {
      nextRow[i] = i + 1;
      nextColumn[i] = i + 1;
    }
  }

  /**
   * Computes the value and the partials.
   *
   * @param aBar takes the partials, as long as a
   */
  public static double gradient(double[] a, int size, double[] aBar) {
    Arrays.fill(aBar, 0);
    HandDet det = new HandDet(a, size, aBar);
    return size == 1 ? det.one() : det.minor(size, 1);
  }

  private double one() {
    aBar[0] = 1;
    return a[0];
  }

  private double minor(int n, double seed) {
    if (n == 2) {
      return two(seed);
    }
    int row = nextRow[size];
    int column = nextColumn[size];
    int before = size;
    double sum = 0;
    double sign = 1;
    nextRow[size] = nextRow[row];
    for (int j = 0; j < n; j++) {
      int at = row * size + column;
      int after = nextColumn[column];
      nextColumn[before] = after;
      double signed = sign * a[at];
      double minor = minor(n - 1, seed * signed);
      sum += signed * minor;
      aBar[at] += seed * sign * minor;
      nextColumn[before] = column;
      before = column;
      column = after;
      sign = -sign;
    }
    nextRow[size] = row;
    return sum;
  }

  private double two(double seed) {
    int row = nextRow[size];
    int upper = row * size;
    int lower = nextRow[row] * size;
    int left = nextColumn[size];
    int right = nextColumn[left];
    double a0 = a[upper + left];
    double a1 = a[upper + right];
    double b0 = a[lower + left];
    double b1 = a[lower + right];
    aBar[upper + left] += seed * b1;
    aBar[upper + right] -= seed * b0;
    aBar[lower + left] -= seed * a1;
    aBar[lower + right] += seed * a0;
    return 0.0 + a0 * b1 + -a1 * b0;
  }
}
