package dev.cotangent.hipparchus;

import dev.cotangent.DifferentiableFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A reference problem in nonlinear regression as NIST publishes it.
 *
 * @param starts the two starting points
 * @param certified the parameters to be found
 * @param deviations their standard deviations
 * @param observations rows of a y and its x
 */
record NistProblem(
    String name,
    List<double[]> starts,
    double[] certified,
    double[] deviations,
    List<double[]> observations) {

  /** The model of one observation. */
  @FunctionalInterface
  interface Model {
    DifferentiableFunction bind(double[] b, double x);
  }

  static final Map<String, Model> MODELS =
      Map.ofEntries(
          Map.entry("Misra1a", NistModelsMisra1a::bind),
          Map.entry("Misra1b", NistModelsMisra1b::bind),
          Map.entry("Chwirut2", NistModelsChwirut2::bind),
          Map.entry("DanWood", NistModelsDanWood::bind),
          Map.entry("Gauss1", NistModelsGauss1::bind),
          Map.entry("Lanczos3", NistModelsLanczos3::bind),
          Map.entry("MGH17", NistModelsMgh17::bind),
          Map.entry("Rat43", NistModelsRat43::bind),
          Map.entry("Roszman1", NistModelsRoszman1::bind),
          Map.entry("Hahn1", (b, x) -> NistModelsRational.bind(b, x, 4)),
          Map.entry("Thurber", (b, x) -> NistModelsRational.bind(b, x, 4)),
          Map.entry("Kirby2", (b, x) -> NistModelsRational.bind(b, x, 3)));

  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d*\\.?\\d+(?:E[-+]?\\d+)?");
  private static final Pattern PARAMETER = Pattern.compile("\\s*b\\d\\s*=.*");
  private static final int FIRST_OBSERVATION = 60;

  static NistProblem read(Path folder, String name) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(name + ".dat"));
    List<double[]> rows =
        lines.stream()
            .filter(line -> PARAMETER.matcher(line).matches())
            .map(line -> numbers(line.substring(line.indexOf('=') + 1)))
            .toList();
    List<double[]> observations =
        lines.stream()
            .skip(FIRST_OBSERVATION)
            .map(NistProblem::numbers)
            .filter(row -> row.length == 2)
            .toList();
    return new NistProblem(
        name,
        List.of(column(rows, 0), column(rows, 1)),
        column(rows, 2),
        column(rows, 3),
        observations);
  }

  private static double[] numbers(String line) {
    return NUMBER
        .matcher(line)
        .results()
        .map(MatchResult::group)
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static double[] column(List<double[]> rows, int column) {
    return rows.stream().mapToDouble(row -> row[column]).toArray();
  }

  double[] observed() {
    return column(observations, 0);
  }

  /** A function of the parameters for each observation. */
  List<DifferentiableFunction> rows() {
    Model model = MODELS.get(name);
    List<DifferentiableFunction> rows = new ArrayList<>();
    observations.forEach(row -> rows.add(model.bind(certified, row[1])));
    return rows;
  }

  @Override
  public String toString() {
    return name + Arrays.toString(certified);
  }
}
