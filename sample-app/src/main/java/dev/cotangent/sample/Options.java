package dev.cotangent.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the user asks for on the command line; filled by picocli, then checked as a whole. */
final class Options {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Train on columns of this CSV file (first line: column names).")
  private Path csv;

  @Option(
      names = "--target",
      paramLabel = "COLUMN",
      description =
          "The column to explain. A unit at the end of a column's name, as in"
              + " \"height [cm]\", may be left out.")
  private String target;

  @Option(
      names = "--features",
      paramLabel = "COLUMN",
      split = ",",
      description = "The columns to explain it by, separated by commas.")
  private List<String> features = new ArrayList<>();

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "generated",
      description = "Where gradients come from: generated or scalar (default: generated).")
  private Engine engine;

  @Option(
      names = "--rate",
      paramLabel = "NUMBER",
      description =
          "The factor of the gradient in each step (default: a quarter of the largest"
              + " stable rate).")
  private Double rate;

  @Option(
      names = "--steps",
      paramLabel = "COUNT",
      defaultValue = "1000000",
      description = "The largest number of steps (default: ${DEFAULT-VALUE}).")
  private int steps;

  @Option(
      names = "--tolerance",
      paramLabel = "NUMBER",
      defaultValue = "1e-12",
      description =
          "Converged when no parameter is farther from its place than this part of its"
              + " value (default: ${DEFAULT-VALUE}).")
  private double tolerance;

  @Option(
      names = {"--standardise", "--standardize"},
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Bring columns to mean 0 and deviation 1: auto, always or never (default:"
              + " auto, where convergence needs it).")
  private Standardisation.Mode standardise;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      defaultValue = "regression-output",
      description = "Where the pictures go (default: ${DEFAULT-VALUE}).")
  private Path output;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "42",
      description =
          "Seed of the points drawn when there is no file, and of the choice of points"
              + " to plot when there are too many (default: ${DEFAULT-VALUE}).")
  private long seed;

  /** Complains about values that make no sense, alone or together. */
  void check() {
    require(
        csv != null || (target == null && features.isEmpty()),
        "--target and --features need --csv");
    require(
        csv == null || (target != null && !features.isEmpty()),
        "--csv needs --target and --features");
    require(
        rate == null || (rate > 0 && Double.isFinite(rate)), "--rate must be a positive number");
    require(steps > 0, "--steps must be a positive number");
    require(tolerance > 0 && tolerance < 1, "--tolerance must lie between 0 and 1");
    for (int i = 0; i < features.size(); i++) {
      String feature = features.get(i);
      require(!feature.isBlank(), "--features has an empty name");
      require(!feature.equals(target), "column " + feature + " is both target and feature");
      require(features.indexOf(feature) == i, "column " + feature + " is given twice");
    }
  }

  private void require(boolean condition, String complaint) {
    if (!condition) {
      throw new ParameterException(command.commandLine(), complaint);
    }
  }

  /** The points drawn, or the columns read. */
  DataSet load() throws Refusal {
    return csv == null ? SyntheticData.draw(seed) : CsvData.read(csv, features, target);
  }

  Engine engine() {
    return engine;
  }

  /** The plan; the rate is the user's or else the suggested one of this curvature. */
  TrainingPlan plan(Curvature curvature) {
    return new TrainingPlan(rate == null ? curvature.suggestedRate() : rate, steps, tolerance);
  }

  boolean choosesRate() {
    return rate != null;
  }

  Standardisation.Mode standardise() {
    return standardise;
  }

  Path output() {
    return output;
  }

  long seed() {
    return seed;
  }
}
