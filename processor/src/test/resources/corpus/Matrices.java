package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Arrays of arrays: as parameters, as data, as work space, ragged, with rows that move. */
final class Matrices {
  private Matrices() {}

  /** The seed is known before the loop, and rows of shadows are apart from all others: one pass. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {
        "[[1 2] [3 -4]] [[0.5 -1] [0.25 1] [2 0.1]]",
        "[[3*-1..1] [3*-1..1]] [[3*-1..1] [2*-1..1]]",
        "[] [[1]]",
        "[[1]] [[] [0.5]]"
      },
      singular = {"[[1] null] [[0.5]]", "[[1]] [[0.5 2]]", "[[1]] []"})
  static double meanOfLayers(double[][] w, double[][] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int h = 0; h < w.length; h++) {
        double activation = 0;
        for (int f = 0; f < x[i].length; f++) {
          activation += w[h][f] * x[i][f];
        }
        sum += Math.tanh(activation);
      }
    }
    return sum / x.length;
  }

  /** As above, but a row of one parameter is another parameter, and stands twice. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 -4] [1 1]] [0.5 -1] [[0.5 -1] [0.25 1] [2 0.1]]"})
  static double meanOfSharedRows(double[][] w, double[] v, double[][] x) {
    w[0] = v;
    w[2] = w[1];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int h = 0; h < w.length; h++) {
        double activation = v[0];
        for (int f = 0; f < x[i].length; f++) {
          activation += w[h][f] * x[i][f] * w[1][f];
        }
        sum += activation * activation;
      }
    }
    return sum / x.length;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 4]] [0.5 -1]", "[[3*-1..1] [3*-1..1] [3*-1..1]] [3*-2..2]", "[] []"})
  static double quadraticForm(double[][] a, double[] x) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        sum += x[i] * a[i][j] * x[j];
      }
    }
    return Math.sin(sum);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {
        "[[1.5]]",
        "[[1 2] [3 5]]",
        "[[0.25 2 1] [3 5 -1] [-4 0.5 2]]",
        "[[4*-1..1] [4*-1..1] [4*-1..1] [4*-1..1]]"
      },
      singular = {"[[1 2] [3]]", "[[1 2] null]", "[[0 0] [0 0]]"},
      differences = 1e-7)
  static double determinantInPlace(double[][] a) {
    int n = a.length;
    double det = 1;
    for (int k = 0; k < n; k++) {
      int p = k;
      for (int i = k + 1; i < n; i++) {
        if (Math.abs(a[i][k]) > Math.abs(a[p][k])) {
          p = i;
        }
      }
      if (p != k) {
        double[] t = a[p];
        a[p] = a[k];
        a[k] = t;
        det = -det;
      }
      det *= a[k][k];
      for (int i = k + 1; i < n; i++) {
        double f = a[i][k] / a[k][k];
        for (int j = k; j < n; j++) {
          a[i][j] -= f * a[k][j];
        }
      }
    }
    return det;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[4 1] [1 3]]", "[[4 1 0.5] [1 5 -1] [0.5 -1 6]]"})
  static double logDeterminantByCholesky(double[][] a) {
    int n = a.length;
    double[][] l = new double[n][n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double s = a[i][j];
        for (int k = 0; k < j; k++) {
          s -= l[i][k] * l[j][k];
        }
        if (i == j) {
          l[i][i] = Math.sqrt(s);
          sum += Math.log(l[i][i]);
        } else {
          l[i][j] = s / l[j][j];
        }
      }
    }
    return 2 * sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 5]]", "[[1 0.5 0.25] [0.5 2 1]]", "[[3*-1..1] [3*-1..1]]"})
  static double gramSchmidt(double[][] v) {
    double sum = 0;
    double[][] q = new double[v.length][];
    for (int i = 0; i < v.length; i++) {
      q[i] = v[i].clone();
      for (int j = 0; j < i; j++) {
        double r = dot(q[i], q[j]);
        for (int k = 0; k < q[i].length; k++) {
          q[i][k] -= r * q[j][k];
        }
      }
      double norm = Math.sqrt(dot(q[i], q[i]));
      sum += Math.log(norm) + q[0][0] * norm;
      for (int k = 0; k < q[i].length; k++) {
        q[i][k] /= norm;
      }
    }
    return sum;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({
    "[[[0.1 0.2 0.3] [-0.4 0.5 0.6]] [[0.7 -0.8]]] [1 2 3]",
    "[[[2*-1..1] [2*-1..1] [2*-1..1]] [[3*-1..1] [3*-1..1]] [[2*-1..1]]] [2*-1..1]"
  })
  static double raggedNetwork(double[][][] weights, double[] input) {
    double[] layer = input;
    for (double[][] w : weights) {
      double[] next = new double[w.length];
      for (int i = 0; i < w.length; i++) {
        double s = 0;
        for (int j = 0; j < w[i].length; j++) {
          s += w[i][j] * layer[j];
        }
        next[i] = Math.tanh(s);
      }
      layer = next;
    }
    return layer[0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5 -1.5 4", "-2..2 -2..2 3"})
  static double aliasedRows(double x, double y, int n) {
    double[][] a = new double[n][2];
    double[] u = {x, y};
    double[] v = {y, x * y};
    for (int i = 0; i < n; i++) {
      a[i][0] = x * i;
      a[i][1] = y + i;
    }
    a[1] = u;
    a[2] = v;
    a[0] = a[1];
    a[0][1] *= 3;
    u[0] += v[1];
    double sum = 0;
    for (double[] row : a) {
      for (double e : row) {
        sum += e * e;
      }
    }
    return sum;
  }
}
