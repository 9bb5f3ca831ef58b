package dev.cotangent.processor.corpus;

import java.util.stream.IntStream;

/** When two numbers count as the same. */
final class Agreement {
  private Agreement() {}

  /** Equal but for the sign of a zero, both NaN, or as near as {@code tolerance}. */
  static boolean within(double tolerance, double a, double b) {
    return a == b || (Double.isNaN(a) && Double.isNaN(b)) || Math.abs(a - b) <= tolerance;
  }

  /** Whether two vectors are alike but for rounding relative to the largest element. */
  static boolean near(double[] found, double[] expected, double rounding) {
    double tolerance = rounding * largest(expected);
    return found.length == expected.length
        && IntStream.range(0, found.length).allMatch(i -> within(tolerance, found[i], expected[i]));
  }

  /** The largest finite size of a vector's elements. */
  static double largest(double[] vector) {
    double largest = 0;
    for (double v : vector) {
      largest = Double.isFinite(v) ? Math.max(largest, Math.abs(v)) : largest;
    }
    return largest;
  }
}
