package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Matrices and rows that helpers are given and give back, inlined and recursive. */
final class MatrixHelpers {
  private MatrixHelpers() {}

  private static double[][] product(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
          sum += a[i][k] * b[k][j];
        }
        c[i][j] = sum;
      }
    }
    return c;
  }

  private static double[][] transposed(double[][] a) {
    double[][] t = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        t[j][i] = a[i][j];
      }
    }
    return t;
  }

  private static double trace(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i][i];
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 4]] 3", "[[2*-1..1] [2*-1..1]] 4", "[[0.5]] 0"})
  static double traceOfPower(double[][] a, int power) {
    double[][] p = transposed(a);
    for (int k = 0; k < power; k++) {
      p = product(p, a);
    }
    return trace(p);
  }

  private static double[] row(double[][] m, int i) {
    return m[i];
  }

  private static void swap(double[][] m, int i, int j) {
    double[] t = m[i];
    m[i] = m[j];
    m[j] = t;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 4]]", "[[2*-1..1] [2*-1..1] [3*-1..1]]"})
  static double swappedByHelper(double[][] m) {
    row(m, 0)[0] *= row(m, 1)[1];
    swap(m, 0, 1);
    row(m, 0)[1] += row(m, 1)[0] * m[0][0];
    swap(m, 0, m.length - 1);
    return m[0][0] * m[0][1] + m[1][0] * m[1][1];
  }

  private static double sumOfRows(double[][] m, int from, int to, double x) {
    if (to - from == 1) {
      double[] row = m[from];
      row[0] = row[0] * x + row[row.length - 1];
      return row[0] * row[0];
    }
    int middle = (from + to) >>> 1;
    double left = sumOfRows(m, from, middle, x);
    double[] t = m[from];
    m[from] = m[middle];
    m[middle] = t;
    return left * sumOfRows(m, middle, to, x * left);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 4]] 0.5", "[[2*-1..1] [1] [2*-1..1]] -1..1", "[[2 3]] 1"})
  static double recursive(double[][] m, double x) {
    return sumOfRows(m, 0, m.length, x) + m[0][0];
  }

  private static double minor(double[][] a, boolean[] used, int row) {
    if (row == a.length) {
      return 1;
    }
    double sum = 0;
    double sign = 1;
    for (int j = 0; j < a.length; j++) {
      if (!used[j]) {
        used[j] = true;
        sum += sign * a[row][j] * minor(a, used, row + 1);
        used[j] = false;
        sign = -sign;
      }
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 4]]", "[[3*-1..1] [3*-1..1] [3*-1..1]]", "[[5]]"})
  static double laplaceExpansion(double[][] a) {
    return minor(a, new boolean[a.length], 0);
  }

  private static void fillDown(double[][] work, double[] x, int depth) {
    if (depth == work.length) {
      return;
    }
    work[depth] = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      work[depth][i] = depth == 0 ? x[i] : Math.sin(work[depth - 1][i]) * x[i];
    }
    fillDown(work, x, depth + 1);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[1 2] 3", "[3*-1..1] 4", "[1] 1"})
  static double filledByRecursion(double[] x, int depth) {
    double[][] work = new double[depth][];
    fillDown(work, x, 0);
    double sum = 0;
    for (double[] row : work) {
      for (double v : row) {
        sum += v * v;
      }
    }
    return sum;
  }

  @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = {"w", "b"})
  @At({
    "[[0.5 -1] [2 1] [0 1]] [1 2 3] [0.1 0.2] 0.3",
    "[[2*-1..1] [2*-1..1]] [2*-1..1] [2*-1..1] -1..1"
  })
  static double regression(double[][] x, double[] y, double[] w, double b) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double e = b - y[i];
      for (int j = 0; j < w.length; j++) {
        e += x[i][j] * w[j];
      }
      sum += e * e;
    }
    return sum / x.length;
  }
}
