package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HESSIAN;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;
import static dev.cotangent.Derivative.VJP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Recursive methods whose results are only factors and terms, and others that look at them. */
final class Recursions {
  private Recursions() {}

  private static double horner(double x, double[] c, int i) {
    return i == c.length ? 0 : c[i] + x * horner(x, c, i + 1);
  }

  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  @At({"-1..1 [4*-1..1]", "0.5 [1]", "2 []"})
  static double polynomial(double x, double[] c) {
    return horner(x, c, 0);
  }

  /** The value of each polynomial decides what the next one is worth. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 [4*-1..1]", "0.5 [1]"})
  static double productOfPolynomials(double x, double[] c) {
    return horner(x, c, 0) * horner(x * x, c, 1) - 3 * horner(2, c, 0) / 7;
  }

  /** A heap: the children of node k are 2k + 1 and 2k + 2. */
  private static double tree(double[] w, double[] leaf, double x, int k) {
    if (k >= w.length) {
      return leaf[k % leaf.length] * x;
    }
    double left = tree(w, leaf, x, 2 * k + 1);
    double right = tree(w, leaf, x + w[k], 2 * k + 2);
    return w[k] * left + (1 - w[k]) * right - Math.sin(x);
  }

  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  @At({"[6*-1..1] [3*-1..1] -1..1", "[] [2] 0.5", "[0.5] [1 2] 3"})
  static double mixtureOfTrees(double[] w, double[] leaf, double x) {
    return tree(w, leaf, x, 0) + tree(leaf, w.length == 0 ? leaf : w, x * x, 0) * 0.25;
  }

  private static double[][] without(double[][] a, int column) {
    double[][] rest = new double[a.length - 1][a.length - 1];
    for (int i = 0; i < rest.length; i++) {
      for (int j = 0; j < rest.length; j++) {
        rest[i][j] = a[i + 1][j < column ? j : j + 1];
      }
    }
    return rest;
  }

  private static double byCofactors(double[][] a) {
    if (a.length == 1) {
      return a[0][0];
    }
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      double[][] rest = without(a, j);
      sum += (j % 2 == 0 ? 1 : -1) * a[0][j] * byCofactors(rest);
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[1 2] [3 4]]", "[[4*-1..1] [4*-1..1] [4*-1..1] [4*-1..1]]", "[[5]]"})
  static double determinantByCopies(double[][] a) {
    return byCofactors(a);
  }

  /** What the determinant is worth is known when it is. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[[2 1] [1 3]]", "[[2..3 -0.5..0.5] [-0.5..0.5 2..3]]"})
  static double logarithmOfDeterminant(double[][] a) {
    return Math.log(byCofactors(a)) + a[0][1];
  }

  private static double paths(double[] weight, int[] visits, int from, double scale) {
    if (from >= weight.length) {
      return scale;
    }
    visits[from]++;
    double one = weight[from] * paths(weight, visits, from + 1, scale * weight[0]);
    double two = paths(weight, visits, from + 2, scale / visits[from]);
    return one + two;
  }

  /** Counting visits is an effect that happens once. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*0.5..1] -1..1", "[0.5] 1", "[] 2"})
  static double sumOverPaths(double[] weight, double scale) {
    int[] visits = new int[weight.length];
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      sum += (k + 1) * paths(weight, visits, k, scale);
    }
    for (int count : visits) {
      sum *= 1 + count * 0.01;
    }
    return sum;
  }

  private static double squared(double x, int n) {
    if (n == 0) {
      return Math.sin(x);
    }
    double r = squared(x * 0.75, n - 1);
    return r * r + x;
  }

  /** A result that is its own factor is not known before. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 4", "1 0"})
  static double squares(double x, int n) {
    return squared(x, n) * 2;
  }

  private static double chained(double[] x, int i, double sofar) {
    return i == x.length ? sofar : x[i] * chained(x, i + 1, sofar * x[i] + 1);
  }

  /** Behind the first call an element is overwritten that the call has read. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] -1..1", "[2] 3"})
  static double overwrittenBehind(double[] x, double y) {
    double first = chained(x, 0, y);
    x[0] = y * x[0];
    return 3 * first + chained(x, 0, 1) + x[0];
  }

  private static double scaling(double[] x, int i) {
    if (i == x.length) {
      return 1;
    }
    x[i] *= 2;
    double rest = scaling(x, i + 1);
    x[i] += 0.5;
    return x[i] + 3 * rest;
  }

  /** A method that overwrites what it is given. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1]", "[]"})
  static double overwriting(double[] x) {
    double sum = scaling(x, 0);
    for (double element : x) {
      sum += element * element;
    }
    return sum;
  }

  private static double ups(double x, double[] c, int n) {
    if (n < 0) {
      throw new IllegalArgumentException("negative: " + n);
    }
    double sum = c[n % c.length];
    int m = n;
    while (m > 2) {
      m -= 2;
      sum += x * downs(x, c, m / 2);
    }
    return sum;
  }

  private static double downs(double x, double[] c, int n) {
    double scale = Math.exp(-x * x);
    return n <= 0 ? c[0] * scale : scale * ups(x + 0.5, c, n - 1) - x;
  }

  /** Two methods that call each other, in a loop whose length nobody knows. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 [3*-1..1] 9", "0.5 [2] 1"})
  static double upsAndDowns(double x, double[] c, int n) {
    return ups(x, c, n) / (1 + n) + downs(x, c, n);
  }

  private static double smallest(double[] x, int from, int to, double scale) {
    if (to - from == 1) {
      return scale * x[from] * x[from];
    }
    int middle = (from + to) / 2;
    double left = smallest(x, from, middle, scale + 0.125);
    return Math.min(left, smallest(x, middle, to, scale * 1.5));
  }

  /** The choice between two results looks at both. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*0.5..1] 0.5..1", "[2] 3"})
  static double smallestOfAll(double[] x, double scale) {
    return smallest(x, 0, x.length, scale);
  }

  private static float single(float x, float[] c, int i) {
    return i == c.length ? x : c[i] * single(x * c[i], c, i + 1) + c[0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"0.5 [0.5 0.25 2]", "1 []"},
      differences = 1e-2)
  static float singlePrecision(float x, float[] c) {
    return single(x, c, 0) * 3;
  }

  /** Two references to one array. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] -1..1", "[1] 2"})
  static double sameArrayTwice(double[] x, double y) {
    return tree(x, x, y, 0) + 2 * horner(y, x, 0);
  }

  private static double nodes(double[] w, double[][] leaf, int[] visits, double x, int k) {
    if (k >= 7) {
      return leaf[k % leaf.length][0] * x;
    }
    visits[k % visits.length]++;
    double left = nodes(w, leaf, visits, x, 2 * k + 1);
    double right = nodes(w, leaf, visits, x * 0.5, 2 * k + 2);
    return w[k] * left + right * leaf[k % 3][1] - x;
  }

  /** The weights are read behind the calls, where the method may throw; visits are counted before. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[7*-1..1] [[1 2] [3 4] [5 6]] [0 0] 0.5", "[9*-1..1] [[3*1..2] [2*1..2] [2*0..1]] [1] 2"},
      singular = {
        "[3*-1..1] [[1 2] [3 4] [5 6]] [0 0] 0.5",
        "null [[1 2] [3 4] [5 6]] [0 0] 0.5",
        "[7*-1..1] [[1 2] [3 4]] [0 0] 0.5",
        "[7*-1..1] [[1 2] [3] [4 5]] [0 0] 0.5",
        "[7*-1..1] [[1 2] [3 4] null] [0 0] 0.5",
        "[7*-1..1] [[1 2] [3 4] [5 6]] [] 0.5"
      })
  static double weightsBehind(double[] w, double[][] leaf, int[] visits, double x) {
    return nodes(w, leaf, visits, x, 0);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"-1..1 [4*-1..1]", "0.5 [1]"},
      singular = {"1 []", "1 null"})
  static double meanOfPolynomial(double x, double[] c) {
    return horner(x, c, 0) / c.length;
  }

  /** What the sum is multiplied by is read behind it. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[4*-1..1] 3 [2*-1..1] 1", "[2] 0 [1] 0"},
      singular = {"[1 2] 2 [] 0", "[1 2] 2 null 0", "[1 2] 2 [3] -1", "[1 2] 2 [3] 1", "[1 2] 3 null 0"})
  static double scaledBehind(double[] x, int n, double[] scale, int k) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.sin(x[i]) * x[i];
    }
    return sum * scale[k] / scale.length;
  }

  /** The factor that is read behind the sum is not what it was before. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1] [2*-1..1]", "[2] [1]"})
  static double scaledByWhatHasChanged(double[] x, double[] scale) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.sin(x[i]) * x[i];
    }
    scale[0] = 3 * scale[0] + x[0];
    return sum * scale[0];
  }

  private static double counted(double[] x, double[] scale, int k) {
    if (k == x.length) {
      return 1;
    }
    double rest = x[k] * counted(x, scale, k + 1);
    scale[0] += 0.5;
    return scale[0] * rest;
  }

  /** The callee changes the factor, which is read behind the call. */
  @Differentiable(wrt = "x", value = {GRADIENT, JVP, HVP})
  @At({"[3*-1..1] [1]", "[] [2]"})
  static double scaledByCountedCalls(double[] x, double[] scale) {
    return counted(x, scale, 0) * scale[0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"1.5 0.5 1", "1.5 0.5 2", "1.5 0.5 4", "0.5 1.5 7"})
  static double branchesInBranches(double x, double y, int n) {
    double[] result = branching(n, x, y);
    return result[0] * result[1];
  }

  /** Which way was taken is told by a choice within a choice. */
  private static double[] branching(int depth, double x, double y) {
    if (depth <= 0) {
      return new double[] {x, y, x * y};
    }
    double[] inner = branching(depth - 1, y, x * 0.75);
    if (x < 0.1) {
      return new double[] {1, y};
    }
    switch (depth % 5) {
      case 0:
      case -1:
        break;
      default:
        switch (depth & 3) {
          case 3:
            break;
          default:
          case 1:
            switch (depth % 5) {
              case -1:
              case 3:
              case 0:
                break;
              default:
                inner[depth & 1] *= x;
                break;
            }
            break;
          case 0:
            break;
        }
    }
    return inner;
  }

  private static double[] fixed(double x, int n) {
    if (n <= 0) {
      return new double[] {1, 0.5};
    }
    fixed(x, n - 1);
    return new double[] {n, -1};
  }

  /** What the recursion gives depends on nothing; its caller puts a number there that does. */
  @Differentiable({GRADIENT, JVP, VJP, HVP})
  @At({"-1..1 2", "0.5 0"})
  static double changedBehind(double x, int n) {
    double[] a = fixed(x, n);
    a[1] += x * x;
    return a[0] * a[1] + x;
  }
}
