package dev.cotangent.benchmarks.measure;

import java.util.Arrays;
import java.util.Locale;

/**
 * A median with an interval that covers the true one with a probability of 95 % at least, whatever
 * the distribution: between two of the sorted samples, whose ranks follow from the binomial
 * distribution.
 *
 * @param median of the samples
 * @param low the lower bound
 * @param high the upper bound
 */
record Interval(double median, double low, double high) {
  private static final double MISSED_ON_A_SIDE = 0.025;

  /** That of at least one sample. */
  static Interval of(double[] samples) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    int left = left(n);
    double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    return new Interval(median, sorted[left], sorted[n - 1 - left]);
  }

  /** How many samples of n may be left out on a side; none if n is below 6. */
  private static int left(int n) {
    double term = Math.pow(0.5, n);
    double below = term;
    int left = 0;
    while (left < (n - 1) / 2) {
      term *= (double) (n - left) / (left + 1);
      below += term;
      if (below > MISSED_ON_A_SIDE) {
        return left;
      }
      left++;
    }
    return left;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", median, low, high);
  }
}
