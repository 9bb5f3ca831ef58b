package dev.cotangent.processor.corpus;

/** When two numbers count as the same. */
final class Agreement {
  private Agreement() {}

  /** Equal but for the sign of a zero, both NaN, or as near as {@code tolerance}. */
  static boolean within(double tolerance, double a, double b) {
    return a == b || (Double.isNaN(a) && Double.isNaN(b)) || Math.abs(a - b) <= tolerance;
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
