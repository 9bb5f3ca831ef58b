package dev.cotangent.sample;

/**
 * What one column is like: input of the checks and of standardisation.
 *
 * @param mean the arithmetic mean
 * @param deviation the standard deviation, with divisor m
 * @param constant whether every value is the same
 */
record ColumnStatistics(double mean, double deviation, boolean constant) {
  /** Of regressor {@code feature}. */
  static ColumnStatistics ofFeature(DataSet data, int feature) {
    return of(data.x(), feature, data.width());
  }

  /** Of the target. */
  static ColumnStatistics ofTarget(DataSet data) {
    return of(data.y(), 0, 1);
  }

  /** The square root of the mean of the squares. */
  double rootMeanSquare() {
    return Math.hypot(mean, deviation);
  }

  /** Two passes: the mean first, so that the deviation loses no digits to a large mean. */
  private static ColumnStatistics of(double[] values, int start, int stride) {
    int count = 0;
    double sum = 0;
    boolean constant = true;
    for (int i = start; i < values.length; i += stride) {
      count++;
      sum += values[i];
      constant &= values[i] == values[start];
    }
    double mean = sum / count;
    double squares = 0;
    for (int i = start; i < values.length; i += stride) {
      double distance = values[i] - mean;
      squares += distance * distance;
    }
    return new ColumnStatistics(mean, Math.sqrt(squares / count), constant);
  }
}
