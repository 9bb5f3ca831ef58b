package dev.cotangent.sample;

/** How well trained parameters agree with the closed-form solution: the largest relative error. */
record Agreement(double relativeError) {
  /** Agreement to six digits: the error is below half a unit of the sixth. */
  private static final double SIX_DIGITS = 5e-7;

  /** Parameters that explain less than this part of the target's size are compared with it. */
  private static final double NEGLIGIBLE = 1e-4;

  /** Compares in terms of the data as they are. */
  static Agreement of(Parameters trained, Parameters exact, DataSet data) {
    double targetSize = ColumnStatistics.ofTarget(data).rootMeanSquare();
    double worst = 0;
    for (int j = 0; j < trained.count(); j++) {
      double size = j < data.width() ? ColumnStatistics.ofFeature(data, j).rootMeanSquare() : 1;
      double scale = Math.max(Math.abs(exact.get(j)), NEGLIGIBLE * targetSize / size);
      worst = Math.max(worst, Math.abs(trained.get(j) - exact.get(j)) / scale);
    }
    return new Agreement(worst);
  }

  boolean toSixDigits() {
    return relativeError <= SIX_DIGITS;
  }
}
