package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Combinations in which one simplification, or one proof, could go wrong. */
@SuppressWarnings("lossy-conversions")
final class Corners {
  private Corners() {}

  private static void scale(double a, double[] x, int n) {
    if (n > 0) {
      x[n - 1] *= a;
      scale(a * x[n - 1] + 1, x, n - 1);
    }
  }

  /** The number that goes into the helper is an element of the array that it overwrites. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1]", "[2]"})
  static double elementAndArray(double[] x) {
    scale(x[0], x, x.length);
    scale(x[x.length - 1], x, x.length);
    return x[0] * x[x.length - 1];
  }

  private static double mix(double[] a, double[] b, int n) {
    if (n == 0) {
      return a[0] * b[b.length - 1];
    }
    a[n % a.length] += b[0] * b[0];
    return mix(b, a, n - 1) * a[0];
  }

  /** Two parameters of a recursive helper are one array here and two there. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[2*0.5..1] [3*0.5..1] 3", "[1 2] [0.5 1] 0"})
  static double aliasedRecursion(double[] x, double[] y, int n) {
    return mix(x, y, n) + mix(x, x, n);
  }

  private static double[] doubled(double[] x, int times) {
    if (times == 0) {
      return x;
    }
    double[] next = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      next[i] = 2 * x[i] * x[i];
    }
    return next;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] 1", "[1 2] 0"})
  static double arrayOrItsCopy(double[] x, int times) {
    double[] y = doubled(x, times);
    y[0] += x[1];
    return x[0] * y[0] + y[1];
  }

  /** The mean of the positive ones: the tail knows how many only behind the loop. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[1 -2 3 -4]", "[6*-1..1]"})
  static double meanOfPositive(double[] x) {
    double sum = 0;
    int count = 0;
    for (double v : x) {
      if (v > 0) {
        sum += v * v;
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*0.5..2] 0.7", "[1] 2", "[] 1"})
  static double manyForms(double[] x, double a) {
    double sum = 1;
    double rest = 0;
    for (int i = 0; i < x.length; i++) {
      sum = x[i] * a + sum;
      sum -= x[i] * x[i];
      sum = sum - a / (1 + i);
      sum += -Math.sin(a * x[i]);
      rest = -x[i] + rest;
    }
    return 3 * sum - rest * 0.5;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[4*0.5..2] 0.7", "[1] 2", "[] 1"},
      differences = 5e-3)
  static double floatAccumulator(double[] x, float a) {
    float sum = 0;
    for (double v : x) {
      sum += v * a;
    }
    return Math.sqrt(1 + sum) * a;
  }

  /** The index array changes while it is used. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1] 5", "[1 2] 3"})
  static double changingIndices(double[] x, int n) {
    int[] index = new int[x.length];
    for (int i = 0; i < index.length; i++) {
      index[i] = index.length - 1 - i;
    }
    double p = 1;
    for (int k = 0; k < n; k++) {
      int slot = k % index.length;
      p = Math.sin(p * x[index[slot]]) + x[slot];
      index[slot] = (index[slot] + k) % x.length;
    }
    return p;
  }

  /** What a summing loop reads for its indices is overwritten behind it. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] [2 0 1]", "[1 2] [1 1]"})
  static double indicesOverwrittenLater(double[] x, int[] index) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[index[i]] * x[i];
    }
    for (int i = 0; i < index.length; i++) {
      index[i] = 0;
    }
    return Math.exp(sum) * x[index[0]];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5 0.25 3", "2 -1 0", "-1 1 5"})
  static double sideEffectsInConditions(double x, double y, int n) {
    double p = x;
    int i = 0;
    while (i++ < n && (p = p * y + x) < 100) {
      if (i % 2 == 0 || (y += 0.125) > 1) {
        p += y;
      }
    }
    return p * y + i;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 6", "0.5 0"})
  static double untilEqual(double x, int n) {
    double p = x;
    for (int i = 0; i != n; i += 2) {
      p = Math.cos(p) * x;
    }
    return p;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"2.3..2.4 -1..1", "0.6 1"})
  static double boundFromData(double x, double y) {
    double p = y;
    for (int i = 0; i < (int) (2 * x); i++) {
      p = p * x + y;
    }
    return p;
  }

  /** The parameter is replaced by an array of its own. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] 2", "[1] 0"})
  static double parameterReplaced(double[] x, int n) {
    double first = x[0];
    for (int k = 0; k < n; k++) {
      double[] old = x;
      x = new double[old.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = old[i] * first + old[0];
      }
    }
    return x[x.length - 1] * x[0];
  }

  /** Iterations write to one of two arrays by turns, and read the other. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] [3*-1..1] 5", "[1] [2] 1"})
  static double byTurns(double[] x, double[] y, int n) {
    for (int k = 0; k < n; k++) {
      double[] from = k % 2 == 0 ? x : y;
      double[] to = k % 2 == 0 ? y : x;
      for (int i = 0; i < to.length; i++) {
        to[i] = Math.sin(from[i]) + 0.5 * to[i] * from[0];
      }
    }
    return x[0] * y[0] + x[x.length - 1];
  }

  /** A scratch array of each iteration, filled, reduced, and dropped. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1] 3", "[1 2] 1", "[] 2"})
  static double scratchInSum(double[] x, int degree) {
    double sum = 0;
    for (double v : x) {
      double[] power = new double[degree + 1];
      power[0] = 1;
      for (int k = 1; k <= degree; k++) {
        power[k] = power[k - 1] * v / k;
      }
      double series = 0;
      for (double p : power) {
        series += p * p;
      }
      sum += Math.log(series);
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*0.2..0.6] 20", "[0.5] 1"})
  static double whileInSum(double[] x, double limit) {
    double sum = 0;
    for (double v : x) {
      double y = v;
      while (y < limit) {
        y = y * (1 + v) + 0.5;
      }
      sum += Math.sqrt(y);
    }
    return sum * sum;
  }

  /** An element is added to, then read by the same iteration. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1] [0 1 0 1]", "[1 2] [0 0]"})
  static double addedThenRead(double[] x, int[] bin) {
    double[] total = new double[2];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      total[bin[i]] += x[i];
      sum += total[0] * x[i];
    }
    return sum + total[1];
  }

  /** The last writer of an element wins, and only its derivative counts. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1] [0 1 0 1]", "[1 2 3] [1 1 1]"})
  static double lastWriterWins(double[] x, int[] slot) {
    double[] kept = new double[2];
    for (int i = 0; i < x.length; i++) {
      kept[slot[i]] = x[i] * x[i];
    }
    return kept[0] * 2 + Math.exp(kept[1]);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1]", "[1]"})
  static double copyBeforeWrite(double[] x) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      double[] copy = x.clone();
      for (int i = 0; i < x.length; i++) {
        x[i] = copy[i] * copy[0];
        copy[i] = x[i] + k;
      }
      sum += copy[copy.length - 1] * x[0];
    }
    return sum;
  }

  /** Not a number takes the branch that a comparison's negation would not. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"1 2", "3 2"},
      singular = "NaN 2")
  static double notANumber(double x, double y) {
    double z = x >= 0 ? x * y : y;
    if (!(z <= 4)) {
      z = y * y;
    }
    return z >= 0 ? z : !(z < 0) ? x : y;
  }

  /** Where the quotient is thrown away, its infinite slope must not show. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = "1 2",
      singular = {"1 0 => 0 0", "0 0 => 0 0"})
  static double guardedQuotient(double x, double y) {
    double z = x / y;
    if (y == 0) {
      z = 0;
    }
    return z * z;
  }

  /** What is known to be null is asked for its members all the same. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(value = "1", singular = "-3")
  static double membersOfNull(double x) {
    double[] none = null;
    return x < 0 ? none.length * x : x * x;
  }

  /** The quotient is looked at on every path and counts on one. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = "1 2",
      singular = {"0 0 => 0 0"})
  static double guardedAgainstNotANumber(double x, double y) {
    double z = x / y;
    double w = 1 / (z * z + 1);
    if (Double.isNaN(w)) {
      w = 0;
    }
    return w * w;
  }

  /** What is thrown away hides behind a branch of its own. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"1 2", "-3 2"},
      singular = {"1 0 => 0 0", "-1 0 => 0 0"})
  static double guardedChoice(double x, double y) {
    double z = x > 0 ? x / y : 1 / (y * x);
    double w = z * z - x;
    return y == 0 ? 1 : w;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 -1..1 4", "1 1 0"})
  static double nestedCarried(double x, double y, int n) {
    for (int i = 0; i < n; i++) {
      double before = x;
      for (int j = 0; j <= i; j++) {
        double t = x;
        x = x * y + 0.1 * before;
        if (j % 2 == 0) {
          y = y - 0.25 * t;
        }
      }
      y = y + before;
    }
    return x * y;
  }

  /** A sum that is the bound of the next loop's condition. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*0.2..0.9]", "[0.14]"})
  static double sumAsLimit(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v;
    }
    double y = 0.1;
    while (y < sum) {
      y = 1.5 * y + 0.01 * sum;
    }
    return y * sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1] 2", "[1 2] 1", "[] 3"})
  static double productOfSums(double[] x, int n) {
    double product = 1;
    for (int k = 1; k <= n; k++) {
      double sum = 0;
      for (double v : x) {
        sum += Math.cos(k * v) * product;
      }
      product *= 1 + sum * sum;
    }
    return product;
  }

  /** Zero seeds and infinite partials in loops: elements at zero must not spoil the others. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = "[1 4 9]",
      singular = {"[1 0 4] => [0.5 0 0.25]", "[0 0] => [0 0]"})
  static double guardedRoots(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v > 0 ? Math.sqrt(v) : 0;
    }
    return sum;
  }

  /** Arrays of length zero, negative lengths, nulls: nothing but Java's own exceptions. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[] 0 0.5", "[1 2] 2 0.5"},
      singular = {"[1 2] -1 1", "null 1 1", "[1] 2 1", "[1 2] 3 1"})
  static double lengths(double[] x, int n, double a) {
    double[] y = new double[n];
    double sum = a;
    for (int i = 0; i < n; i++) {
      y[i] = x[i] * a;
      x[i] = y[i] + i;
      sum += y[i] * x[n - 1 - i];
    }
    return sum * (x.length + 1) / (n - 3);
  }
}
