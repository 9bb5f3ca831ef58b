package dev.cotangent.sample;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Data that several tests use. */
final class TestData {
  /** The folder of the bundled examples; tests run in the module's folder. */
  static final Path EXAMPLES = Path.of("data");

  static final List<String> LONGLEY_FEATURES =
      List.of("deflator", "gnp", "unemployed", "armed_forces", "population", "year");

  /** The certified slopes and, last, intercept of Longley's data. */
  static final double[] LONGLEY_CERTIFIED = {
    15.0618722713733,
    -0.358191792925910E-01,
    -2.02022980381683,
    -1.03322686717359,
    -0.511041056535807E-01,
    1829.15146461355,
    -3482258.63459582
  };

  /** The certified slope and intercept of Norris's data. */
  static final double[] NORRIS_CERTIFIED = {1.00211681802045, -0.262323073774029};

  private TestData() {}

  static DataSet norris() throws Refusal {
    return CsvData.read(EXAMPLES.resolve("norris.csv"), List.of("nist"), "customer");
  }

  static DataSet longley() throws Refusal {
    return CsvData.read(EXAMPLES.resolve("longley.csv"), LONGLEY_FEATURES, "employed");
  }

  /** Regressors of the given width, row by row, and a target. */
  static DataSet of(int width, double[] x, double[] y) {
    List<Column> features =
        IntStream.range(0, width).mapToObj(j -> new Column("x" + j, "")).toList();
    return new DataSet("test data", features, new Column("y", ""), x, y);
  }

  /** Normal regressors around 1 and a target that depends on each, with noise. */
  static DataSet random(int rows, int width, long seed) {
    Random random = new Random(seed);
    double[] x = new double[rows * width];
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      y[i] = 2 + random.nextGaussian();
      for (int j = 0; j < width; j++) {
        x[i * width + j] = 1 + random.nextGaussian();
        y[i] += (j - 1.5) * x[i * width + j];
      }
    }
    return of(width, x, y);
  }
}
