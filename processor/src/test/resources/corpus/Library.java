package corpus;

import dev.cotangent.DerivativeOf;
import dev.cotangent.Wrt;
import java.util.Arrays;

/** Stands for a library whose bodies nobody reads. */
final class Library {
  private Library() {}

  static double logistic(double x, double mean) {
    return 1 / (1 + Math.exp(mean - x));
  }

  static double sharp(double x) {
    return Math.sqrt(x);
  }

  @DerivativeOf(value = Library.class, method = "hyperbolicCosine")
  static double hyperbolicSine(@Wrt double x) {
    return (Math.exp(x) - Math.exp(-x)) / 2;
  }

  @DerivativeOf(value = Library.class, method = "hyperbolicSine")
  static double hyperbolicCosine(@Wrt double x) {
    return (Math.exp(x) + Math.exp(-x)) / 2;
  }

  static double power(double x, int n) {
    double product = 1;
    for (int i = 0; i < n; i++) {
      product *= x;
    }
    return product;
  }

  static double notBelow(double x, double limit) {
    return x < limit ? limit : x;
  }

  static float square(float x) {
    return x * x;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; a != null && i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double mixed(double x, double[] a, double y, int[] which) {
    return x * a[which[0]] + y * y * a[which[1]] * x;
  }

  /** Looks at an array, and leaves it changed. */
  static void requirePositive(double[] x) {
    for (double v : x) {
      if (!(v > 0)) {
        throw new IllegalArgumentException("not positive: " + v);
      }
    }
    Arrays.fill(x, -1);
  }
}
