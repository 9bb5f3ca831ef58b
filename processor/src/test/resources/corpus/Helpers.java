package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Calls of methods of the same file: scalars, arrays, recursion, overloads. */
final class Helpers {
  private Helpers() {}

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  static double softplus(double x) {
    return x > 20 ? x : Math.log1p(Math.exp(x));
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 -1..1", "25 30"})
  static double scalars(double x, double y) {
    return sigmoid(x * y) + softplus(sigmoid(x) - y) * softplus(y);
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] [3*-1..1]", "[1] [2]"})
  static double arrays(double[] x, double[] y) {
    return dot(x, y) / Math.sqrt(1 + dot(x, x)) + dot(y, y);
  }

  static void axpy(double a, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      y[i] += a * x[i];
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 [3*-1..1] [3*-1..1]", "2 [1] [2]"})
  static double writingHelper(double a, double[] x, double[] y) {
    axpy(a, x, y);
    axpy(y[0], y, x);
    return dot(x, y);
  }

  private static double[] scaled(double[] x, double s) {
    double[] result = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      result[i] = x[i] * s;
    }
    return result;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] -1..1", "[1] 2"})
  static double returningArrays(double[] x, double s) {
    double[] twice = scaled(scaled(x, s), s);
    return dot(twice, x) + twice[0];
  }

  private static double power(double x, int n) {
    if (n == 0) {
      return 1;
    }
    double half = power(x, n / 2);
    return n % 2 == 0 ? half * half : half * half * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 5", "2 0", "1.5 12"})
  static double recursive(double x, int n) {
    return power(x, n) + power(x + 1, 2);
  }

  /** The annotated method calls itself. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 -1..1 4", "1 2 0"})
  static double recursiveItself(double x, double y, int n) {
    if (n <= 0) {
      return x * y;
    }
    return Math.sin(recursiveItself(x + y, x * y, n - 1)) + x;
  }

  private static double even(double x, int n) {
    return n == 0 ? x : x * odd(x + 0.25, n - 1);
  }

  private static double odd(double x, int n) {
    return n == 0 ? Math.sin(x) : even(Math.cos(x), n - 1) + x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 6", "0.5 5", "1 0"})
  static double mutuallyRecursive(double x, int n) {
    return even(x, n) * odd(x, n);
  }

  /** Pairwise summation: recursion over an array. */
  private static double pairwise(double[] x, int from, int to) {
    if (to - from <= 2) {
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += x[i] * x[i];
      }
      return sum;
    }
    int middle = (from + to) >>> 1;
    return pairwise(x, from, middle) + pairwise(x, middle, to);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[7*-1..1]", "[1]", "[]"})
  static double pairwiseNorm(double[] x) {
    return Math.sqrt(1 + pairwise(x, 0, x.length));
  }

  /** The array that a recursive helper read is overwritten before its reverse sweep. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*-1..1] 3", "[1] 2", "[1 2] 0"})
  static double recursiveOnReused(double[] x, int sweeps) {
    double total = 0;
    for (int k = 0; k < sweeps; k++) {
      total += pairwise(x, 0, x.length);
      for (int i = 0; i < x.length; i++) {
        x[i] = Math.sin(x[i] + k);
      }
    }
    return Math.sqrt(1 + total);
  }

  /** A fast Haar-like transform in place, by recursion. */
  private static void transform(double[] x, int n) {
    if (n > 1) {
      double[] half = new double[n / 2];
      for (int i = 0; i < n / 2; i++) {
        half[i] = x[2 * i] - x[2 * i + 1];
        x[i] = x[2 * i] + x[2 * i + 1] * x[2 * i];
      }
      for (int i = 0; i < n / 2; i++) {
        x[n / 2 + i] = half[i];
      }
      transform(x, n / 2);
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[8*-1..1]", "[1 2]", "[3]"})
  static double recursiveInPlace(double[] x) {
    transform(x, x.length);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (i + 1) * x[i] * x[i];
    }
    return sum;
  }

  private static double square(double x) {
    return x * x;
  }

  private static float square(float x) {
    return x * x + 1;
  }

  private static int square(int n) {
    return n * n + 2;
  }

  private static double square(double x, double y) {
    return square(x) * square(y);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"-1..1 -1..1 3", "1 2 -2"},
      differences = 5e-3)
  static double overloads(double x, float y, int n) {
    return square(x) + square(y) * square(n) + square(x, y) + square(n * 2L);
  }

  private static double step(double x, double rate) {
    return x - rate * (x * x * x - 2);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.8..1.5 0.05..0.1 8", "1 0.1 0"})
  static double calledInLoop(double x, double rate, int n) {
    for (int i = 0; i < n; i++) {
      x = step(x, rate);
    }
    return square(x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5 [4*-1..1]", "1 []"})
  static double calledInSum(double a, double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += softplus(a * v) * sigmoid(v);
    }
    return sum;
  }

  /** A loop in a helper in a loop. */
  private static double rowNorm(double[] a, int row, int n) {
    double sum = 0.1;
    for (int j = 0; j < n; j++) {
      sum += square(a[row * n + j]);
    }
    return Math.sqrt(sum);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[6*-1..1] 2 3", "[1] 1 1", "[] 0 5"})
  static double rowNorms(double[] a, int rows, int n) {
    double product = 1;
    for (int i = 0; i < rows; i++) {
      product *= rowNorm(a, i, n);
    }
    return product;
  }

  private static void swap(double[] x, int i, int j) {
    double t = x[i];
    x[i] = x[j];
    x[j] = t;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1] -1..1", "[1 2] 3", "[1] 3"})
  static double reversed(double[] x, double a) {
    for (int i = 0; i < x.length / 2; i++) {
      swap(x, i, x.length - 1 - i);
    }
    double value = 0;
    for (double v : x) {
      value = value * a + v;
    }
    return value;
  }

  /** The same array for two parameters of a helper: inside the method aliasing is free. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] -1..1", "[1] 3"})
  static double aliasedHelper(double[] x, double a) {
    axpy(a, x, x);
    axpy(x[0], x, x);
    return dot(x, x);
  }

  private static double firstPositive(double a, double b, double c) {
    if (a > 0) {
      return a * c;
    }
    if (b > 0) {
      return b * b;
    }
    return c;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"1 2 3", "-1 2 3", "-1 -2 3"})
  static double earlyReturningHelper(double a, double b, double c) {
    return firstPositive(a, b, c) * firstPositive(b, a, c * c);
  }

  private static int larger(int a, int b) {
    return a > b ? a : b;
  }

  private static boolean isSmall(double x) {
    return Math.abs(x) < 0.5;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.3 2 3", "1.5 5 3"})
  static double passiveHelpers(double x, int n, int m) {
    double y = isSmall(x) ? Math.sin(x) : x * x;
    return y * larger(n, m) + x;
  }

  /** The determinant by expansion along the first row. */
  private static double determinant(double[] a, int n) {
    if (n == 1) {
      return a[0];
    }
    double sum = 0;
    double[] minor = new double[(n - 1) * (n - 1)];
    for (int column = 0; column < n; column++) {
      for (int i = 1; i < n; i++) {
        for (int j = 0; j < n - 1; j++) {
          minor[(i - 1) * (n - 1) + j] = a[i * n + (j < column ? j : j + 1)];
        }
      }
      double term = a[column] * determinant(minor, n - 1);
      sum += column % 2 == 0 ? term : -term;
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[9*-1..1] 3", "[16*-1..1] 4", "[2] 1"})
  static double determinantOf(double[] a, int n) {
    return determinant(a, n);
  }

  /** The inner loop records what the outer one, which only accumulates, goes through once more. */
  private static double settled(double x, int n) {
    double sum = n == 0 ? x : settled(x * 0.9, n - 1);
    for (int i = 0; i < n; i++) {
      double y = x * i;
      while (y > 1) {
        y = Math.sin(y) * y / 2;
      }
      sum += y * x;
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"1.3 3", "0.7 4"})
  static double settledRecursion(double x, int n) {
    return settled(x, n);
  }
}
