package dev.cotangent.sample;

import java.util.List;
import java.util.Locale;

/**
 * Which regressors are trained as (x − mean) / deviation, so that gradient descent converges at all
 * scales; it brings the data there and the trained parameters back.
 */
final class Standardisation {
  /** When to standardise. */
  enum Mode {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** Up to this condition of the Hessian the columns are fine as they are. */
  private static final double WELL_CONDITIONED = 100;

  /** A deviation between 1/3 and 3 is as good as 1. */
  private static final double FACTOR = 3;

  /**
   * What becomes of one regressor: (x − mean) / deviation.
   *
   * @param applied false where the regressor stays as it is, and then mean = 0, deviation = 1
   */
  record Transform(boolean applied, double mean, double deviation) {
    private static final Transform NONE = new Transform(false, 0, 1);
  }

  private final Mode mode;
  private final List<Transform> transforms;

  private Standardisation(Mode mode, List<Transform> transforms) {
    this.mode = mode;
    this.transforms = transforms;
  }

  /**
   * Decides for each regressor.
   *
   * @param features the statistics of the regressors
   * @param raw the curvature of the cost on the data as they are
   */
  static Standardisation decide(Mode mode, List<ColumnStatistics> features, Curvature raw) {
    boolean wanted =
        switch (mode) {
          case AUTO -> !(raw.condition() <= WELL_CONDITIONED);
          case ALWAYS -> true;
          case NEVER -> false;
        };
    return new Standardisation(
        mode,
        features.stream()
            .map(
                column ->
                    wanted && (mode == Mode.ALWAYS || isOff(column))
                        ? new Transform(true, column.mean(), column.deviation())
                        : Transform.NONE)
            .toList());
  }

  private static boolean isOff(ColumnStatistics column) {
    double deviation = column.deviation();
    return Math.abs(column.mean()) > deviation || deviation > FACTOR || deviation < 1 / FACTOR;
  }

  /** One for each regressor, in order. */
  List<Transform> transforms() {
    return transforms;
  }

  /** Why columns are standardised, as the end of a sentence. */
  String reason(Curvature raw) {
    return mode == Mode.ALWAYS
        ? "as asked"
        : String.format(
            Locale.ROOT,
            "since training would crawl on the columns as they are (condition %.2g)",
            raw.condition());
  }

  boolean appliesToAny() {
    return transforms.stream().anyMatch(Transform::applied);
  }

  /** The data as they are trained on; the given data set itself where nothing changes. */
  DataSet apply(DataSet data) {
    if (!appliesToAny()) {
      return data;
    }
    int width = data.width();
    double[] x = data.x().clone();
    for (int j = 0; j < width; j++) {
      Transform transform = transforms.get(j);
      for (int i = j; i < x.length; i += width) {
        x[i] = (x[i] - transform.mean()) / transform.deviation();
      }
    }
    return data.withX(x);
  }

  /** The same model in terms of the data as they were. */
  Parameters undo(Parameters trained) {
    double[] values = trained.toArray();
    int last = values.length - 1;
    for (int j = 0; j < last; j++) {
      Transform transform = transforms.get(j);
      values[j] /= transform.deviation();
      values[last] -= values[j] * transform.mean();
    }
    return new Parameters(values);
  }
}
