package dev.cotangent.processor.corpus;

import java.util.function.DoubleUnaryOperator;

/**
 * Derivatives at zero by Richardson's extrapolation of central differences. Several coarsest steps
 * are tried; the one whose last two extrapolations agree best is taken.
 *
 * @param value the derivative
 * @param error how far the last two extrapolations were from each other
 * @param spread how far they were from what the next best coarsest step gives: much where the
 *     function varies faster than the steps can show, and agreement is by chance
 */
record Differences(double value, double error, double spread) {
  private static final int LEVELS = 5;
  private static final int COARSEST = 2;
  private static final int FINEST = 16;

  static Differences of(DoubleUnaryOperator f) {
    Differences best = new Differences(Double.NaN, Double.POSITIVE_INFINITY, Double.NaN);
    Differences second = best;
    for (int exponent = COARSEST; exponent <= FINEST; exponent += 2) {
      Differences next = from(f, Math.scalb(1.0, -exponent));
      if (next.error < best.error) {
        second = best;
        best = next;
      } else if (next.error < second.error) {
        second = next;
      }
    }
    return new Differences(best.value, best.error, Math.abs(best.value - second.value));
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
    return new Differences(row[LEVELS - 1], Math.abs(row[LEVELS - 1] - before), Double.NaN);
  }
}
