package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Arrays as memory: read and written in place, local, cloned, aliased, swapped. */
final class InPlace {
  private InPlace() {}

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1]", "[1]"})
  static double squaresInPlace(double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = x[i] * x[i];
    }
    double sum = 0;
    for (double v : x) {
      sum += v;
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*-1..1]", "[1]", "[1 2]"})
  static double prefixSums(double[] x) {
    for (int i = 1; i < x.length; i++) {
      x[i] += x[i - 1];
    }
    return x[x.length - 1] * x[x.length / 2];
  }

  /** Gauss–Seidel: each element from its neighbours, several sweeps. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*-1..1] [5*-1..1] 3", "[1 2 3] [0 1 0] 1"})
  static double gaussSeidel(double[] u, double[] f, int sweeps) {
    for (int k = 0; k < sweeps; k++) {
      for (int i = 1; i < u.length - 1; i++) {
        u[i] = 0.5 * (u[i - 1] + u[i + 1] - f[i] * u[i]);
      }
    }
    double sum = 0;
    for (double v : u) {
      sum += v * v;
    }
    return sum;
  }

  /** Jacobi: two arrays whose references are swapped each sweep. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*-1..1] 4", "[5*-1..1] 3", "[1 2 3] 0"})
  static double jacobi(double[] start, int sweeps) {
    double[] u = start.clone();
    double[] next = new double[u.length];
    for (int k = 0; k < sweeps; k++) {
      for (int i = 0; i < u.length; i++) {
        double left = i > 0 ? u[i - 1] : 0;
        double right = i < u.length - 1 ? u[i + 1] : 1;
        next[i] = 0.25 * (left + right) + 0.5 * Math.sin(u[i]);
      }
      double[] swap = u;
      u = next;
      next = swap;
    }
    double sum = 0;
    for (double v : u) {
      sum += v * v * v;
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1]", "[1 2]"})
  static double cloned(double[] x) {
    double[] copy = x.clone();
    x[0] = x[1] * 2;
    copy[1] *= copy[0];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * copy[i];
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1] -1..1", "[1 2] 3"})
  static double aliases(double[] x, double a) {
    double[] y = x;
    y[0] = a * y[1];
    double[] z = y;
    z[1] = x[0] * z[0];
    return x[0] * x[1] + y[1] * a;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 5", "2 1"})
  static double localTable(double x, int n) {
    double[] table = new double[n + 1];
    table[0] = 1;
    for (int k = 1; k <= n; k++) {
      table[k] = table[k - 1] * x / k;
    }
    double sum = 0;
    for (int k = n; k >= 0; k--) {
      sum += table[k] * table[n - k];
    }
    return sum;
  }

  /** The input is overwritten before it is ever read. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[1 2] 3 => [0 3] 3", "[5 6] -1 => [0 -1] 7"})
  static double overwrittenInput(double[] x, double a) {
    x[0] = a;
    return x[0] * x[1] + a * 0 + x[0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[6*-1..1] [2 0 5 1 4 3]", "[1 2] [1 1]"})
  static double permuted(double[] x, int[] order) {
    int[] inverse = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      inverse[order[i]] = i;
    }
    double sum = 0;
    for (int i = 0; i < order.length; i++) {
      sum += x[order[i]] * x[inverse[i]] * (i + 1);
    }
    return sum;
  }

  /** The bubble sort moves active values by passive decisions. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3 1 2]", "[5*-1..1]", "[1]"})
  static double sortedWeights(double[] x) {
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j + 1 < x.length - i; j++) {
        if (x[j] > x[j + 1]) {
          double swap = x[j];
          x[j] = x[j + 1];
          x[j + 1] = swap;
        }
      }
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (i + 1) * x[i] * x[i];
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[9*-1..1] [3*-1..1]", "[2] [3]"})
  static double cholesky(double[] m, double[] b) {
    int n = b.length;
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double dot = i == j ? 1 : 0;
        for (int k = 0; k < n; k++) {
          dot += m[i * n + k] * m[j * n + k];
        }
        a[i * n + j] = dot;
      }
    }
    double logDeterminant = 0;
    for (int j = 0; j < n; j++) {
      for (int k = 0; k < j; k++) {
        for (int i = j; i < n; i++) {
          a[i * n + j] -= a[i * n + k] * a[j * n + k];
        }
      }
      double pivot = Math.sqrt(a[j * n + j]);
      for (int i = j; i < n; i++) {
        a[i * n + j] /= pivot;
      }
      logDeterminant += 2 * Math.log(pivot);
    }
    double squares = 0;
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double rest = b[i];
      for (int k = 0; k < i; k++) {
        rest -= a[i * n + k] * y[k];
      }
      y[i] = rest / a[i * n + i];
      squares += y[i] * y[i];
    }
    return -0.5 * (logDeterminant + squares);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[6*-1..1] [3*-1..1] [2*-1..1]", "[2] [3] [4]"})
  static double matrixVector(double[] a, double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < x.length; j++) {
        y[i] += a[i * x.length + j] * x[j];
      }
    }
    double sum = 0;
    for (double v : y) {
      sum += Math.cosh(v);
    }
    return sum;
  }

  /** A ring buffer of the last values. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 0.9 7", "1 0.5 0"})
  static double delay(double x, double gain, int n) {
    double[] ring = new double[3];
    double y = x;
    for (int i = 0; i < n; i++) {
      int slot = i % 3;
      y = Math.sin(y + gain * ring[slot]);
      ring[slot] = y;
    }
    return y * ring[0] + ring[1];
  }

  /** A fresh array each iteration; the last one is kept. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] 4", "[1 2] 1", "[1] 0"})
  static double freshEachTime(double[] start, int n) {
    double[] state = start;
    for (int k = 0; k < n; k++) {
      double[] next = new double[state.length];
      for (int i = 0; i < state.length; i++) {
        next[i] = Math.tanh(state[i] + 0.5 * state[(i + 1) % state.length]);
      }
      state = next;
    }
    double sum = 0;
    for (double v : state) {
      sum += v * v;
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.3..0.8 0.1..0.9", "1 2"})
  static double initializer(double x, double y) {
    double[] nodes = {x, y, x * y, 1, x - y};
    int[] weights = {1, 4, 2, 4, 1};
    double sum = 0;
    for (int i = 0; i < nodes.length; i++) {
      sum += weights[i] * Math.exp(nodes[i]);
    }
    return sum;
  }

  /** What the caller sees stays as the method leaves it, also when it throws on the way. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = "[3*-1..1] 2",
      singular = {"[1 2] 2", "[1 2 3] -1", "null 1"})
  static double throwing(double[] x, int at) {
    for (int i = 0; i < x.length; i++) {
      x[i] = 2 * x[i];
    }
    x[at] = x[0] * x[1];
    double[] copy = new double[at];
    copy[0] = x[at];
    return copy[0] * 12 / (at - 1 + 12 / at);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] [2*-1..1] true", "[3*-1..1] [2*-1..1] false", "null [2 3] false"})
  static double sometimesNull(double[] x, double[] y, boolean first) {
    double[] used = first ? x : y;
    double sum = 0;
    for (double v : used) {
      sum += v * v;
    }
    return x == null ? sum : sum * 2;
  }

  /** Values go through an array of floats and back. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[3*-1..1]", "[0.5]"},
      differences = 5e-3)
  static double throughFloats(double[] x) {
    float[] narrow = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      narrow[i] = (float) (x[i] * x[i]);
    }
    double sum = 0;
    for (float v : narrow) {
      sum += Math.exp(v);
    }
    return sum;
  }

  /** What the last iteration copied is read behind the loop. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] [2*-1..1] 2", "[1 2] [3 4] 0"})
  static double copiedInTheLastIteration(double[] x, double[] y, int n) {
    double[] used = y;
    for (int i = 0; i < n; i++) {
      used = x.clone();
    }
    return used[0] * used[1];
  }

  /** A reference that nobody reads in the iteration after. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] 2", "[1 2] 0"})
  static double rowThatIsItself(double[] x, int n) {
    double first = x[0];
    double[] row = x;
    for (int i = 0; i < n; i++) {
      row = i < 0 ? x : row;
      for (int k = 0; k < row.length; k++) {
        row[k] += 0.5;
      }
    }
    return first * first;
  }
}
