package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Exceptions that come out as the method throws them, whichever sweep runs. */
final class Throws {
  private Throws() {}

  static final class Unhappy extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Unhappy(double value, int index) {
      super("value " + value + " at " + index);
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"0.5..2", "3"},
      singular = {"-1", "-0.0", "NaN"})
  static double guarded(double x) {
    if (x < 0) {
      throw new IllegalArgumentException("x = " + x + " is negative: \"{0}\" $0\n");
    }
    if (!(x >= 0)) throw new ArithmeticException();
    return Math.sqrt(x + 1) * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[4*0.1..1] 2", "[] 1"},
      singular = {"[1 2 -3 4] 2", "[1 2] 0", "null 1", "[1 2 100 4] 2"})
  static double insideLoop(double[] x, int n) {
    if (n == 0) throw new IllegalArgumentException("n");
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] < 0) {
        throw new Unhappy(x[i] * sum, i);
      }
      sum += x[i] * x[i];
      if (sum > 50) throw new IllegalStateException("sum " + sum + ' ' + i + (n + 1) + (1 + "a"));
    }
    return sum / n;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[4*0.1..1]", "[]"},
      singular = {"[1 2 -3 4]", "[-1]"})
  static double writesBefore(double[] x) {
    double product = 1;
    for (int i = 0; i < x.length; i++) {
      double v = x[i];
      x[i] = v * v + i;
      if (v < 0) {
        x[0] = 7 * v;
        throw new IndexOutOfBoundsException(i);
      }
      product *= x[i];
    }
    return product;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"0.5..2 0", "0.3 1"},
      singular = {"1 2", "1 3", "-1 4"})
  static double assignedOnOtherPaths(double x, int k) {
    double y;
    int n;
    if (k == 0) {
      y = x * x;
      n = 2;
    } else if (k == 1) {
      y = Math.exp(x);
      n = 3;
    } else {
      if (k == 2) throw new IllegalStateException("two");
      throw new Unhappy(x, k);
    }
    return y * n + x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"0.5..2 0", "0.3 1"},
      singular = {"1 2", "1 3"})
  static double inSwitch(double x, int k) {
    double y =
        switch (k) {
          case 0 -> x * x;
          case 1 -> {
            if (x > 100) throw new IllegalStateException();
            yield x;
          }
          default -> throw new IllegalArgumentException("no " + k);
        };
    switch (k) {
      case 0:
        y *= 2;
        break;
      case 1:
        return y;
      default:
        throw new IllegalStateException();
    }
    return y * y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"0.5..2", "0.3"},
      singular = {"5", "-5"})
  static double inWhile(double x) {
    double y = x;
    int k = 0;
    while (true) {
      y = y * 1.3 + 0.1;
      if (y > 6) throw new Unhappy(y, k);
      if (y < -3) {
        throw new IllegalArgumentException("low");
      }
      k++;
      if (k == 4) break;
    }
    do {
      if (k > 100) throw new IllegalStateException();
      y *= x;
    } while (--k > 0);
    return y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(singular = {"1", "-2"})
  static double always(double x) {
    double y = x * x;
    throw new UnsupportedOperationException("never " + y);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(singular = {"1", "-2"})
  static double bothWays(double x) {
    if (x > 0) {
      throw new UnsupportedOperationException("never " + x);
    } else {
      throw new IllegalStateException("nor " + x);
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"0.5..2 3", "0.3 0"},
      singular = {"1 -1", "0 2"})
  static double helpers(double x, int n) {
    double y = positive(x) * 2;
    for (int i = 0; i < n; i++) {
      y = n > 0 ? positive(y) * x : fail(n);
    }
    return n < 0 ? fail(n) : y + checked(n);
  }

  private static double positive(double x) {
    if (x > 0) {
      return Math.log(x + 1);
    }
    throw new IllegalArgumentException("not positive: " + x);
  }

  private static double fail(int n) {
    throw new IllegalStateException("failed at " + n);
  }

  private static int checked(int n) {
    if (n > 1000) {
      throw new IllegalStateException("many");
    }
    return n * 2;
  }

  /** The tape is full when the exception comes. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"0.5..0.9 3", "0.3 0"},
      singular = {"1 -1", "1.5 7"})
  static double recursion(double x, int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n = " + n);
    }
    if (x > 3) {
      throw new Unhappy(x, n);
    }
    return n == 0 ? x : recursion(x * x + 0.1, n - 1) * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[3*0.1..1] 0.5", "[] 1"},
      singular = {"[1 2 -3] 2", "[0.5 7] 1"})
  static double voidHelper(double[] x, double y) {
    double[] w = x.clone();
    scale(w, y);
    scale(w, y);
    double s = y;
    for (double v : w) s += v * v;
    return s;
  }

  private static void scale(double[] w, double y) {
    for (int i = 0; i < w.length; i++) {
      if (w[i] > 5) throw new IllegalStateException("at " + i);
      w[i] *= y;
      if (w[i] < 0) throw new Unhappy(w[i], i);
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"0.5..2 false", "0.3 false"},
      singular = {"1 true"})
  static double thrownParameter(double x, boolean fails) {
    double y = x * x;
    block:
    {
      if (y > 2) break block;
      y += x;
      if (fails) {
        if (x > 0) throw new IllegalStateException();
        else throw new Unhappy(y, 3);
      }
      y *= y;
    }
    return y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"0.5..2 3"},
      singular = {"1 0"},
      differences = 1e-2)
  static float floats(float x, int n) {
    float y = x;
    for (int i = 1; ; i++) {
      if (n == 0) throw new IllegalStateException("float " + x + " " + 1.5f + " " + 'c' + 3L);
      if (i > n) return y;
      y *= x + i;
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[3*0.1..1] 0.5", "[] 1"},
      singular = {"[1 2 -3] 2", "[0.5 7] 1", "[1] -2"})
  static double assertions(double[] x, double y) {
    assert y > 0;
    double sum = 0;
    int checked = 0;
    for (int i = 0; i < x.length; i++) {
      assert x[i] > 0 : "x[" + i + "] = " + x[i];
      sum += Math.log(x[i] + 1) * y;
      assert ++checked > 0 && positive(sum) > 0 : sum;
    }
    return sum * sum + checked;
  }

  /** Fused with its reverse sweep: what throws is not run again. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[3*0.1..1] 0.5", "[] 1"},
      singular = {"[1 2 -3] 2", "[1 9 1] 1"})
  static double fused(double[] x, double y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] < 0) {
        x[0] = i;
        throw new Unhappy(x[i], i);
      }
      double t = Math.exp(-x[i] * y);
      if (t < 1e-3) throw new IllegalStateException("small " + t);
      sum += t * t;
    }
    return Math.sqrt(sum + 1);
  }

  private static double never(double x) {
    if (true && x == x) {
      x *= 2;
    }
    if (true && true) throw new ArithmeticException();
    return x;
  }

  /** Known to throw only when constants have been folded. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"-2..-1"},
      singular = {"1"})
  static double knownToThrow(double x) {
    double y = x * x;
    if (x > 0) {
      y *= never(x);
    }
    return y * x;
  }

  /** Arrays beside the one that is differentiated have what was written to them before. */
  @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = "x")
  @At(
      value = {"[0.5 1 2] [0 0 0] [[0 0] [0]]"},
      singular = {
        "[0.5 1 -2] [7 7 7] [[1 1] [1]]",
        "[0.5] null [[1 1] [1]]",
        "[0.5 -1] [7 7] [[1] [2]]",
        "[1 2] [7] [[1] [2]]"
      })
  static double writesBeside(double[] x, double[] work, double[][] table) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      work[i] = x[i] * x[i];
      table[i % 2][0] += work[i];
      if (i == 1) {
        table[0] = new double[] {work[0], work[1], 1};
      }
      if (x[i] < 0) {
        throw new Unhappy(work[i], i);
      }
      sum += work[i] * table[i % 2][0];
    }
    return sum;
  }

  /** The variable moves on to other arrays; the caller's has what was written to it itself. */
  @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = "x")
  @At(
      value = {"0.5..2 [1 2 3] 0", "0.5..2 [1 2 3] 3"},
      singular = {"0.5 [1 2 3] -1", "0.5 [] 1"})
  static double movesOn(double x, double[] work, int n) {
    int i = 0;
    do {
      work[0] = x * i;
      work = new double[] {x, work[0] * x};
      if (n < 0) {
        throw new Unhappy(work[1], i);
      }
    } while (++i < n);
    return work[1] * x;
  }

  record Bench(double weight, float[] tools) {}

  /** The same of an array within a record. */
  @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = "x")
  @At(
      value = {"0.5 {2 [1 1]}"},
      singular = {"-0.5 {2 [1 1]}", "0.5 {2 [1]}", "0.5 {2 null}", "0.5 null"})
  static double writesInside(double x, Bench bench) {
    bench.tools()[0] = (float) x;
    if (x < 0) {
      throw new Unhappy(x, 0);
    }
    bench.tools()[1] *= bench.tools()[0];
    return bench.tools()[1] * x * bench.weight();
  }
}
