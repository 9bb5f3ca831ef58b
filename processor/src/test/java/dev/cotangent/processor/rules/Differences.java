package dev.cotangent.processor.rules;

import java.util.function.DoubleUnaryOperator;

/**
 * Derivatives by Richardson's extrapolation of central differences: with the steps h, h/2, h/4 and
 * h/8 the error is of order h⁸. Where the nearest singularity is ten steps away, what remains is
 * about 10⁻¹² relative, most of it the rounding of the function itself.
 */
final class Differences {
  private static final int LEVELS = 4;

  private Differences() {}

  /** The derivative of f at x, whose nearest singularity is at least 10 h away. */
  static double derivative(DoubleUnaryOperator f, double x, double h) {
    double[] table = new double[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      double step = h / (1 << level);
      double above = x + step;
      double below = x - step;
      double entry = (f.applyAsDouble(above) - f.applyAsDouble(below)) / (above - below);
      double factor = 1;
      for (int order = 0; order < level; order++) {
        factor *= 4;
        double coarser = table[order];
        table[order] = entry;
        entry += (entry - coarser) / (factor - 1);
      }
      table[level] = entry;
    }
    return table[LEVELS - 1];
  }
}
