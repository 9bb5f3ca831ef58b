package dev.cotangent;

import java.util.function.DoubleUnaryOperator;

/** Derivatives from values alone, for tests: central differences, extrapolated to step zero. */
final class Differences {
  private Differences() {}

  /**
   * The derivative at a point, to about eleven digits for smooth functions.
   *
   * @param f defined within an eighth of the scale around x
   * @param scale the size of the interval in which f changes much
   */
  static double derivative(DoubleUnaryOperator f, double x, double scale) {
    double best = Double.NaN;
    double bestError = Double.POSITIVE_INFINITY;
    double[][] table = new double[10][10];
    double step = Math.scalb(1.0, Math.getExponent(scale) - 3);
    for (int i = 0; i < table.length; i++, step /= 2) {
      table[i][0] = (f.applyAsDouble(x + step) - f.applyAsDouble(x - step)) / (2 * step);
      double power = 4;
      for (int j = 1; j <= i; j++, power *= 4) {
        table[i][j] = table[i][j - 1] + (table[i][j - 1] - table[i - 1][j - 1]) / (power - 1);
        double error =
            Math.max(
                Math.abs(table[i][j] - table[i][j - 1]),
                Math.abs(table[i][j] - table[i - 1][j - 1]));
        if (error < bestError) {
          bestError = error;
          best = table[i][j];
        }
      }
    }
    return best;
  }
}
