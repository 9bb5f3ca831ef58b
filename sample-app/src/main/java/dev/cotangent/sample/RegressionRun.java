package dev.cotangent.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One run from the options to the pictures: what is done, in this order. */
final class RegressionRun {
  private static final String PROGRESS_PICTURE = "training-progress.png";
  private static final String FIT_PICTURE = "fit.png";

  private final Options options;
  private final PrintStream out;
  private final Report report;

  RegressionRun(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
    this.report = new Report(out);
  }

  void run() throws Refusal {
    PictureFolder folder = PictureFolder.at(options.output());
    DataSet data = options.load();
    List<ColumnStatistics> statistics = DataChecks.require(data);
    LeastSquares exact = LeastSquares.of(data).requireIndependent();
    report.data(data);

    Curvature raw = exact.curvature();
    Standardisation standardisation =
        Standardisation.decide(options.standardise(), statistics, raw);
    report.standardisation(standardisation, data.features(), raw);
    DataSet scaled = standardisation.apply(data);
    Curvature curvature = LeastSquares.of(scaled).curvature();
    TrainingPlan plan = options.plan(curvature);
    report.training(options.engine(), plan, options.choosesRate(), curvature);

    DataSet sample = GradientProof.sample(scaled);
    report.gradientCheck(sample.rows(), GradientProof.check(sample));
    Training training = train(plan, scaled);
    requireConvergent(training, plan, curvature);
    report.costs(training);
    Parameters parameters = standardisation.undo(training.parameters());
    report.solution(data, parameters, exact.solution());

    report.pictures(folder.write(pictures(data, training, parameters, exact.cost())));
    report.timing(EngineTiming.measure(scaled, plan.rate()));
  }

  private Training train(TrainingPlan plan, DataSet data) {
    Trainer trainer = new Trainer(plan, options.engine().on(data), data);
    try (ProgressDisplay display = new ProgressDisplay(out, Terminal.isPresent())) {
      return trainer.train(display);
    }
  }

  private static void requireConvergent(Training training, TrainingPlan plan, Curvature curvature)
      throws Refusal {
    if (training.outcome() == Training.Outcome.DIVERGED) {
      throw Refusal.diverged(
          String.format(
              Locale.ROOT,
              "training diverged: the cost grew from %.4g to %.4g in %d steps; at rates above %.4g"
                  + " each step overshoots by more than it corrects, and the rate is %.4g; try"
                  + " --rate %.2g",
              training.costs().get(0),
              training.finalCost(),
              training.steps(),
              curvature.largestStableRate(),
              plan.rate(),
              curvature.suggestedRate()));
    }
  }

  private Map<String, byte[]> pictures(
      DataSet data, Training training, Parameters parameters, double leastCost) throws Refusal {
    Map<String, byte[]> pictures = new LinkedHashMap<>();
    try {
      pictures.put(
          PROGRESS_PICTURE,
          ChartTheme.png(ProgressPicture.draw(training, leastCost, data.target())));
      pictures.put(FIT_PICTURE, ChartTheme.png(FitPicture.draw(data, parameters, options.seed())));
    } catch (IOException e) {
      throw Refusal.unusable("cannot draw the pictures: " + OneLine.of(e));
    }
    return pictures;
  }
}
