package dev.cotangent.sample;

import dev.cotangent.GradientCheck;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the run says on the console, from top to bottom; plain ASCII where the data are. */
final class Report {
  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  void data(DataSet data) {
    line("Data         %d rows, %s", data.rows(), data.source());
    line("Model        %s = %s", data.target().name(), model(data));
    line("Cost         mean squared error 1/m sum (h(x) - y)^2");
  }

  private static String model(DataSet data) {
    int width = data.width();
    if (width == 1) {
      return "b + w*" + data.features().get(0).name();
    }
    return IntStream.range(0, width)
        .mapToObj(j -> " + w" + (j + 1) + "*" + data.features().get(j).name())
        .collect(Collectors.joining("", "b", ""));
  }

  void training(Engine engine, TrainingPlan plan, boolean chosenByUser, Curvature curvature) {
    line("Engine       %s: %s", engine.name().toLowerCase(Locale.ROOT), engine.description());
    line(
        "Rate         %.4g, %s, %.4g",
        plan.rate(),
        chosenByUser
            ? "as asked; the largest stable one is"
            : "a quarter of the largest stable one",
        curvature.largestStableRate());
  }

  /** Which columns are standardised, and why; nothing where none is. */
  void standardisation(Standardisation standardisation, List<Column> features, Curvature raw) {
    if (!standardisation.appliesToAny()) {
      return;
    }
    line("Standardised as (x - mean) / deviation, %s:", standardisation.reason(raw));
    for (int j = 0; j < features.size(); j++) {
      Standardisation.Transform transform = standardisation.transforms().get(j);
      if (transform.applied()) {
        line(
            "             %s: mean %.6g, deviation %.6g",
            features.get(j).name(), transform.mean(), transform.deviation());
      }
    }
  }

  /** The table of the check, as the run-time library prints it. */
  void gradientCheck(int rows, GradientCheck check) {
    line("");
    line("Generated gradient against Scalar and finite differences, at the start, %d rows:", rows);
    line("%s", check.toString().stripTrailing());
    line("");
  }

  /** The cost at steps that double, and what training came to. */
  void costs(Training training) {
    line("");
    line("%10s  %14s", "step", "cost");
    int last = training.steps();
    for (int step = 0; step < last; step = step == 0 ? 1 : 2 * step) {
      line("%10d  %14.8g", step, training.costs().get(step));
    }
    line("%10d  %14.8g", last, training.finalCost());
    line(
        training.outcome() == Training.Outcome.CONVERGED
            ? "Converged after %d steps."
            : "Stopped after %d steps, before convergence; --steps allows more.",
        last);
  }

  /** Trained parameters beside the closed form. */
  void solution(DataSet data, Parameters trained, Parameters exact) {
    int width =
        Math.max(11, data.features().stream().mapToInt(f -> f.name().length() + 2).max().orElse(0));
    line("");
    line(
        "%" + -width + "s  %20s  %20s  %10s",
        "",
        "gradient descent",
        "least squares",
        "difference");
    for (int j = 0; j < data.width(); j++) {
      parameter(width, "w " + data.features().get(j).name(), trained.slope(j), exact.slope(j));
    }
    parameter(width, "b intercept", trained.intercept(), exact.intercept());
    Agreement agreement = Agreement.of(trained, exact, data);
    line(
        agreement.toSixDigits()
            ? "They agree to 6 digits (largest relative difference %.1e)."
            : "They do not agree to 6 digits (largest relative difference %.1e).",
        agreement.relativeError());
  }

  private void parameter(int width, String name, double trained, double exact) {
    line(
        "%" + -width + "s  %20.10g  %20.10g  %10.1e",
        name,
        trained + 0.0,
        exact + 0.0,
        trained - exact);
  }

  void pictures(List<Path> files) {
    line("");
    for (Path file : files) {
      line("Picture      %s", file.toAbsolutePath().normalize());
    }
  }

  void timing(EngineTiming.Result timing) {
    line(
        "Time a step  generated %s, Scalar %s: %.3g times (%d rows)",
        time(timing.generatedNanos()), time(timing.scalarNanos()), timing.ratio(), timing.rows());
  }

  private static String time(double nanos) {
    if (nanos < 1e3) {
      return String.format(Locale.ROOT, "%.1f ns", nanos);
    }
    return nanos < 1e6
        ? String.format(Locale.ROOT, "%.3g us", nanos / 1e3)
        : String.format(Locale.ROOT, "%.3g ms", nanos / 1e6);
  }

  private void line(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }
}
