package dev.cotangent.processor.random;

import dev.cotangent.DerivativeOf;
import dev.cotangent.NonDifferentiable;
import dev.cotangent.Wrt;
import dev.cotangent.processor.corpus.Journal;

/** What random programs call of another library; its bodies are not read there. */
public final class Outside {
  private Outside() {}

  /** Has a rule in the program that calls it. */
  public static double curve(double x, double y) {
    return Math.sin(x) * y + Math.atan(x * y);
  }

  /** Has a rule in the program that calls it. */
  public static double power(double x, int n) {
    double product = 1;
    for (int i = 0; i < n; i++) {
      product *= x;
    }
    return product;
  }

  /** Has a pullback in the program that calls it. */
  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  public static float half(float x) {
    return x / 2;
  }

  @DerivativeOf(value = Outside.class, method = "half")
  public static float halfDx(@Wrt float x) {
    return 0.5f;
  }

  /** Has an effect, which must happen as often as in the method, in its order. */
  public static void note(double x) {
    Journal.note(x);
  }

  /** Takes nothing that has a derivative. */
  public static double table(int k) {
    return 0.25 * (k & 7);
  }

  /** Constant but for jumps, also where all numbers are whole. */
  @NonDifferentiable
  public static double stair(double x) {
    return Math.abs(x) < 0x1p20 ? 0.5 * Math.floor(2 * x) : 0;
  }
}
