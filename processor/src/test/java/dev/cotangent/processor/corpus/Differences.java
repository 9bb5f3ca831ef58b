package dev.cotangent.processor.corpus;

import java.util.function.DoubleUnaryOperator;

/**
 * Derivatives at zero by Richardson's extrapolation of central differences. Several coarsest steps
 * are tried; the one whose last two extrapolations agree best is taken.
 *
 * @param value the derivative
 * @param error how far the last two extrapolations were from each other
 */
record Differences(double value, double error) {
  private static final int LEVELS = 5;
  private static final int COARSEST = 2;
  private static final int FINEST = 16;

  static Differences of(DoubleUnaryOperator f) {
    Differences best = new Differences(Double.NaN, Double.POSITIVE_INFINITY);
    for (int exponent = COARSEST; exponent <= FINEST; exponent += 2) {
      Differences next = from(f, Math.scalb(1.0, -exponent));
      best = next.error < best.error ? next : best;
    }
    return best;
  }

  private static Differences from(DoubleUnaryOperator f, double coarsest) {
    double[] row = new double[LEVELS];
    double before = Double.NaN;
    for (int level = 0; level < LEVELS; level++) {
      double step = Math.scalb(coarsest, -level);
      double entry = (f.applyAsDouble(step) - f.applyAsDouble(-step)) / (2 * step);
      before = row[Math.max(level - 1, 0)];
      double power = 4;
      for (int order = 0; order < level; order++) {
        double coarser = row[order];
        row[order] = entry;
        entry += (entry - coarser) / (power - 1);
        power *= 4;
      }
      row[level] = entry;
    }
    return new Differences(row[LEVELS - 1], Math.abs(row[LEVELS - 1] - before));
  }
}
