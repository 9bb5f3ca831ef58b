package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Rows as references: swapped, replaced, aliased, null, chosen, carried, kept and cloned. */
final class Rows {
  private Rows() {}

  static final int[][] STENCIL = {{0, 1}, {2}, {}};
  static final double[][] WEIGHTS = {{0.5, -1}, {2, 3, 4}};

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 4] [5 6]] 2.5", "[[2*-1..1] [3*-1..1] [2*-1..1]] -1..1"})
  static double replacedRows(double[][] m, double x) {
    m[0] = new double[] {x, x * x};
    double[] t = m[1];
    m[1] = m[2];
    m[2] = t;
    m[1][0] *= m[0][1];
    m[2][1] += m[1][1] * x;
    double sum = 0;
    for (double[] row : m) {
      for (double v : row) {
        sum += v * v;
      }
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 4]]", "[[2*-1..1] [2*-1..1]]"})
  static double parameterAliased(double[][] m) {
    m[0] = m[1];
    m[0][0] = Math.sin(m[1][1]);
    return m[0][0] * m[1][0] + m[1][1] * m[0][1];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[[1 2] null [3]]", "[null]", "[]", "[[0.5] [2]]"},
      singular = {"null"})
  static double skipsNullRows(double[][] m) {
    double sum = 1;
    for (double[] row : m) {
      if (row != null) {
        sum *= row[0];
      }
    }
    return sum + m.length;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"0.5 3 2", "-1..1 2 4", "2 0 3", "2 3 0"},
      singular = {"1 -1 2", "1 2 -1", "1 0 -1", "1 -2 -3"})
  static double createdGrid(double x, int n, int m) {
    double[][] grid = new double[n][m];
    for (int i = 0; i < grid.length; i++) {
      for (int j = 0; j < grid[i].length; j++) {
        grid[i][j] = Math.pow(x, i + 1) * (j + 1);
      }
    }
    double sum = x;
    for (int i = 1; i < n; i++) {
      for (int j = 1; j < m; j++) {
        grid[i][j] += grid[i - 1][j] * grid[i][j - 1];
        sum += grid[i][j];
      }
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"0.5 2 3 2", "-1..1 3 1 2", "1.5 2 0 2"},
      singular = {"1 2 0 -1", "1 0 -1 -2"})
  static double createdCube(double x, int a, int b, int c) {
    double[][][] cube = new double[a][b][c];
    double[][][] rows = new double[a][][];
    double sum = x;
    for (int i = 0; i < a; i++) {
      rows[i] = cube[a - 1 - i];
      for (int j = 0; j < b; j++) {
        for (int k = 0; k < c; k++) {
          cube[i][j][k] += x * (i + 1) + j * x * x - k;
        }
      }
    }
    for (double[][] matrix : rows) {
      for (double[] row : matrix) {
        for (double v : row) {
          sum = 0.5 * sum * v + v;
        }
      }
    }
    return sum;
  }

  @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = "x")
  @At({"[[1 2] [3 4]] [0.5 -1]", "[[2*-1..1] [2*-1..1]] [2*-1..1]"})
  static double passiveRowsAmongActive(double[][] data, double[] x) {
    double[][] all = {data[0], x, {x[0], 3, x[0] * x[1]}};
    all[0][1] *= x[1];
    all[1][0] += all[2][2];
    data[1] = all[2];
    double sum = 0;
    for (double[] row : all) {
      for (double v : row) {
        sum += v * v * v;
      }
    }
    return sum + data[1][0] * data[0][1];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 4]] true", "[[2*-1..1] [2*-1..1]] false"})
  static double chosenRow(double[][] m, boolean first) {
    double[] row = first ? m[0] : m[1];
    double[] other = m[first ? 1 : 0];
    row[0] *= other[1];
    other[1] = row[0] * row[1];
    return m[0][0] * m[1][1] + m[1][0] * m[0][1];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 4] [5 6]]", "[[2*-1..1] [2*-1..1]]"})
  static double shallowCopies(double[][] m) {
    double[][] copy = m.clone();
    double[] first = m[0].clone();
    copy[0] = copy[1];
    copy[0][0] = 2 * first[1];
    m[0][1] *= copy[1][0];
    copy[copy.length - 1] = first;
    double sum = 0;
    for (int i = 0; i < m.length; i++) {
      sum += m[i][0] * copy[i][1] + m[i][1] * m[i][1];
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 4]] 5", "[[2*-1..1] [2*-1..1] [2*-1..1]] 4"})
  static double swapsEachStep(double[][] m, int steps) {
    for (int s = 0; s < steps; s++) {
      double[] t = m[0];
      for (int i = 0; i + 1 < m.length; i++) {
        m[i] = m[i + 1];
      }
      m[m.length - 1] = t;
      t[0] = Math.sin(t[0] * m[0][1]);
      m[0][1] += t[1] * t[0];
    }
    double sum = 0;
    for (double[] row : m) {
      sum += row[0] * row[1];
    }
    return sum;
  }

  /** Two generations that change places. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2 3] [4 5 6]] 3", "[[3*-1..1] [3*-1..1]] 4", "[[1 2]] 0"})
  static double diffusion(double[][] start, int steps) {
    double[][] now = new double[start.length][];
    double[][] next = new double[start.length][];
    for (int i = 0; i < start.length; i++) {
      now[i] = start[i].clone();
      next[i] = new double[start[i].length];
    }
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < now.length; i++) {
        for (int j = 0; j < now[i].length; j++) {
          double left = j > 0 ? now[i][j - 1] : 0;
          double up = i > 0 ? now[i - 1][j] : 0;
          next[i][j] = now[i][j] + 0.25 * (left + up - now[i][j] * now[i][j]);
        }
      }
      double[][] t = now;
      now = next;
      next = t;
    }
    double sum = 0;
    for (double[] row : now) {
      for (double v : row) {
        sum += v * v;
      }
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[1 2 3] 2", "[4*-1..1] 3"})
  static double matrixOfEachStep(double[] x, int steps) {
    double sum = 0;
    for (int s = 0; s < steps; s++) {
      double[][] m = new double[x.length][x.length];
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < x.length; j++) {
          m[i][j] = x[i] * x[j] + s;
        }
      }
      for (int i = 0; i < x.length; i++) {
        m[i][i] *= m[(i + 1) % x.length][i];
        sum += Math.sin(m[i][i]);
        x[i] += 0.5 * m[i][0];
      }
    }
    return sum + x[0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(value = {"[[1 2] [3 4]]", "[[2*-1..1] [2*-1..1]]"}, differences = 1e-2)
  static double floats(float[][] m) {
    float[] t = m[0];
    m[0] = m[1];
    m[1] = t;
    double[][] wide = {{m[0][0], m[0][1]}, {m[1][0]}};
    m[0][1] *= m[1][0];
    float[][] more = {t, {m[0][0]}};
    double sum = 0;
    for (double[] row : wide) {
      for (double v : row) {
        sum += v * v;
      }
    }
    return sum * more[0][1] + m[0][1] * more[1][0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[1 2 3] [[0 1] [2 0]]", "[3*-1..1] [[2] [1 1 0]]"})
  static double gathered(double[] x, int[][] indices) {
    int[][] counts = new int[x.length][1];
    boolean[][] seen = new boolean[2][x.length];
    long[] total = {0};
    double sum = 0;
    for (int[] row : indices) {
      for (int index : row) {
        counts[index][0]++;
        seen[index % 2][index] = true;
        total[0] += index;
        sum += x[index] * counts[index][0];
      }
    }
    for (int[] row : STENCIL) {
      for (int index : row) {
        sum += seen[index % 2][index] ? x[index] * x[index] : total[0] * x[0];
      }
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[1 2]", "[2*-1..1]"})
  static double sharedWeights(double[] x) {
    double sum = 0;
    for (double[] row : WEIGHTS) {
      double inner = row[0];
      for (int j = 1; j < row.length; j++) {
        inner += row[j] * x[j % 2];
      }
      sum += inner * inner;
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[[1 2] [3 4]] [0 1 1]", "[[2*-1..1] [2*-1..1]] [1 1 0]"},
      singular = {"[[1 2] [3]] [0 1]", "[[1 2] null] [0 1]", "[[1 2] [3 4]] [0 2]", "null [0]"})
  static double oneAfterTheOther(double[][] m, int[] order) {
    double sum = 0;
    int k = 0;
    while (k < order.length) {
      double[] row = m[order[k++]];
      row[0] = row[0] * row[1] + sum;
      sum += Math.cos(row[0]) * row[1];
      row[1] += 0.125;
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 4]] 1.5", "[[2*-1..1] [2*-1..1]] -1..1"})
  static double orderOfEvaluation(double[][] m, double x) {
    int i = 0;
    m[i][++i] += m[i][i - 1] * x;
    double[][] n = m;
    n[i--][i] = (m[0][0] = x * x) + (n = new double[][] {{x}, {1, 2}})[0][0];
    return m[0][1] * m[1][0] + m[0][0] + n[1][1] * n[0][0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[[1 2]] [[3] [4 5 6]]]", "[[[2*-1..1] [1]] [[2*-1..1] [3*-1..1]]]"})
  static double cubeParameter(double[][][] c) {
    double[][] t = c[0];
    c[0] = c[1];
    c[1] = t;
    double[] r = c[0][0];
    c[0][0] = c[0][1];
    c[0][1] = r;
    r[0] *= c[1][0][1];
    double sum = 0;
    for (double[][] m : c) {
      for (double[] row : m) {
        sum += row[0] * row[0] * row[row.length - 1];
      }
    }
    return sum;
  }

  /** Nobody reads what is written, but there is nothing to write to. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(singular = "1.5 [1 2]")
  static double writesToARowThatIsNot(double x, double[] first) {
    double[][] rows = {first, null};
    rows[1][1] = 1.5;
    return x * x;
  }
}
