package dev.cotangent.sample;

import java.util.ArrayList;
import java.util.List;

/** What data must be like for a regression to have a solution; what is not is refused by name. */
final class DataChecks {
  /** Squares of smaller deviations would vanish. */
  private static final double LEAST_DEVIATION = 1e-150;

  private DataChecks() {}

  /** The statistics of the regressors, if there are rows enough and every column varies. */
  static List<ColumnStatistics> require(DataSet data) throws Refusal {
    int unknowns = data.width() + 1;
    if (data.rows() < unknowns) {
      throw Refusal.unusable(
          "%s: %s cannot determine %s"
              .formatted(data.source(), plural(data.rows(), "row"), plural(unknowns, "unknown")));
    }
    List<ColumnStatistics> features = new ArrayList<>();
    for (int j = 0; j < data.width(); j++) {
      ColumnStatistics statistics = ColumnStatistics.ofFeature(data, j);
      requireVariation(data, data.features().get(j), statistics, data.x(0, j));
      features.add(statistics);
    }
    requireVariation(data, data.target(), ColumnStatistics.ofTarget(data), data.y(0));
    return features;
  }

  private static void requireVariation(
      DataSet data, Column column, ColumnStatistics statistics, double first) throws Refusal {
    String name = data.source() + ", column " + OneLine.quote(column.name());
    if (statistics.constant()) {
      throw Refusal.unusable(name + ": constant, " + first + " in every row");
    }
    if (statistics.deviation() < LEAST_DEVIATION) {
      throw Refusal.unusable(name + ": varies too little to be squared; use another unit");
    }
  }

  private static String plural(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
