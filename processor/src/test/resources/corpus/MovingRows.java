package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Rows under early exits, in while loops, kept by the caller, and in arrays of rank three. */
final class MovingRows {
  private MovingRows() {}

  static final double[][] TABLE = {{0.5, -1}, {2, 3}};

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 4] [5 6]] 3.5", "[[2*-1..1] [2*-1..1]] 0.1"})
  static double leavesEarly(double[][] m, double limit) {
    double sum = 0;
    for (double[] row : m) {
      if (row[0] > 100) {
        return row[1];
      }
      for (int j = 0; j < row.length; j++) {
        if (row[j] > limit) {
          break;
        }
        row[j] *= row[j];
        sum += row[j] * m[0][0];
      }
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.9 [1 2]", "0.4..0.6 [2*-1..1]"})
  static double whileWithMatrix(double x, double[] v) {
    double sum = 0;
    double h = x;
    while (h < 3) {
      double[][] m = {{h, x}, v.clone(), {sum}};
      m[2][0] += m[0][0] * m[1][1];
      double[] t = m[0];
      m[0] = m[1];
      m[1] = t;
      m[0][0] *= m[1][0];
      sum += Math.sin(m[2][0]) + m[0][0];
      v[0] = m[0][0] * 0.5;
      h += 0.7 * x + 0.3;
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 4]] 0.5", "[[2*-1..1] [2*-1..1]] -1..1"})
  static double keptByCaller(double[][] m, double x) {
    double[][] fresh = new double[2][2];
    for (int i = 0; i < 2; i++) {
      fresh[i][0] = m[i][1] * x;
      fresh[i][1] = x;
      m[i] = fresh[i];
    }
    m[1][1] *= m[0][0];
    return fresh[0][0] * fresh[1][0] + fresh[1][1] * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[1 2] true", "[2*-1..1] false"})
  static double sameArrayTwice(double[] x, boolean both) {
    double[][] a = {x, both ? x : x.clone()};
    a[0][0] = a[1][1] * a[1][0];
    a[1][0] += a[0][0] * a[0][1];
    double[][][] c = {a, a.clone(), null};
    c[1][0] = c[0][1];
    c[2] = c[1];
    c[2][0][1] *= 3;
    return a[0][0] * a[1][1] + c[1][0][0] * c[2][0][1] + x[1];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 4]] 1", "[[2*-1..1] [2*-1..1]] 0"})
  static double outer(double[][] m, int k) {
    double s = 0;
    outer:
    for (int i = 0; i < m.length; i++) {
      double[] r = m[i];
      for (int j = 0; j < r.length; j++) {
        if (j > i + k) {
          continue outer;
        }
        m[(i + 1) % m.length][j] += Math.sin(r[j]);
        s += r[j] * m[(i + 1) % m.length][0];
      }
      m[i] = m[(i + 1) % m.length];
    }
    return s;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 4]]", "[[2*-1..1] [2*-1..1]]"})
  static double rowsVariable(double[]... rows) {
    double s = 1;
    for (double[] r : rows) {
      s = s * r[0] + r[1];
    }
    return s;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[[1 2] [3 4]] [[5 6] [7 8]]] 2", "[[[2*-1..1] [2*-1..1]] [[2*-1..1] [2*-1..1]]] 3"})
  static double cubeSteps(double[][][] c, int steps) {
    double s = 0;
    for (int k = 0; k < steps; k++) {
      double[][] a = c[k % 2];
      double[] r = a[0];
      a[0] = c[(k + 1) % 2][1];
      c[(k + 1) % 2][1] = r;
      r[0] = Math.sin(r[0] + a[0][1]);
      s += r[0] * a[1][0];
      double[][] t = c[0];
      c[0] = c[1];
      c[1] = t;
    }
    return s + c[0][0][0] * c[1][1][1];
  }


  private static double through(double[][] m, int depth) {
    if (depth == 0) {
      return m[0][0];
    }
    double[] t = m[0];
    m[0] = m[m.length - 1];
    m[m.length - 1] = t;
    t[0] *= m[0][1];
    double inner = through(m, depth - 1);
    m[0][1] += inner * t[0];
    return inner * m[0][1];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 4]] 3", "[[2*-1..1] [2*-1..1] [2*-1..1]] 4"})
  static double recursion(double[][] m, int depth) {
    double[][] work = {m[0], m[1].clone(), {1, m[0][0]}};
    return through(work, depth) + work[0][0] * m[0][1];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[1 2] [0 1]", "[2*-1..1] [1 1]"})
  static double tableRows(double[] x, int[] which) {
    double s = 0;
    for (int w : which) {
      double[] row = TABLE[w];
      double[] mine = row.clone();
      mine[0] *= x[w];
      s += mine[0] * row[1] * x[1 - w] + mine[1];
    }
    return s;
  }

  /** Rows are replaced in an array beside what is differentiated, on both levels. */
  @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = "x")
  @At({"0.5..2 [[[1 2] [3]] [[4]]]"})
  static double besideTheInput(double x, double[][][] cube) {
    double s = 0;
    for (int i = 0; i < cube.length; i++) {
      cube[i][0][0] *= x;
      s += cube[i][0][0] * x;
      cube[i][0] = new double[] {x * x, s};
      cube[i] = new double[][] {cube[i][0], {x}};
    }
    return s * cube[0][0][1] + cube[1][1][0];
  }
}
