package dev.cotangent.sample;

import java.util.List;
import java.util.Random;

/** The classic exercise: points around the line y = 10 + 5x. */
final class SyntheticData {
  private static final int ROWS = 10;
  private static final double INTERCEPT = 10;
  private static final double SLOPE = 5;
  private static final double SIGMA = 3;
  private static final double BOUND = 10;

  private SyntheticData() {}

  /** Draws m = 10 points: x uniform in [−10, 10), y = 10 + 5x + normal noise of σ = 3. */
  static DataSet draw(long seed) {
    Random random = new Random(seed);
    double[] x = new double[ROWS];
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      x[i] = BOUND * (2 * random.nextDouble() - 1);
      y[i] = INTERCEPT + SLOPE * x[i] + SIGMA * random.nextGaussian();
    }
    String source =
        "drawn with seed " + seed + ": x uniform in [-10, 10), y = 10 + 5x + noise of sigma 3";
    Column feature = new Column("x", Column.DIMENSIONLESS);
    Column target = new Column("y", Column.DIMENSIONLESS);
    return new DataSet(source, List.of(feature), target, x, y);
  }
}
