package dev.cotangent.sample;

import dev.cotangent.GradientCheck;

/** Checks the generated gradient of the model at hand against {@code Scalar} and differences. */
final class GradientProof {
  /** The check builds a graph of all rows; these are enough to tell. */
  private static final int MOST_ROWS = 1_000;

  private GradientProof() {}

  /** The rows that are checked: the first ones. */
  static DataSet sample(DataSet data) {
    return data.head(MOST_ROWS);
  }

  /** Checks at the parameters where training starts, zero. */
  static GradientCheck check(DataSet sample) {
    double[] x = sample.x();
    double[] y = sample.y();
    return sample.width() == 1
        ? LinearRegressionCost.check(0, 0, x, y)
        : MultipleRegressionCost.check(new double[sample.width()], 0, x, y);
  }
}
