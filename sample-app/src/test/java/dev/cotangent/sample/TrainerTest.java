package dev.cotangent.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private static final TrainingListener NOBODY = (step, cost, parameters, progress) -> {};

  private static Training train(DataSet data, double rate, int steps) {
    TrainingPlan plan = new TrainingPlan(rate, steps, 1e-12);
    return new Trainer(plan, Engine.GENERATED.on(data), data).train(NOBODY);
  }

  private static double largestStableRate(DataSet data) {
    return LeastSquares.of(data).curvature().largestStableRate();
  }

  @Test
  void convergesToTheClosedFormSolution() {
    DataSet data = SyntheticData.draw(42);
    Training training = train(data, largestStableRate(data) / 4, 100_000);
    assertEquals(Training.Outcome.CONVERGED, training.outcome());
    Parameters exact = LeastSquares.of(data).solution();
    for (int j = 0; j < 2; j++) {
      assertEquals(exact.get(j), training.parameters().get(j), 1e-9 * Math.abs(exact.get(j)));
    }
    assertTrue(Agreement.of(training.parameters(), exact, data).toSixDigits());
  }

  @Test
  void costFallsAtEveryStepUntilRounding() {
    DataSet data = SyntheticData.draw(1);
    Training training = train(data, largestStableRate(data) / 4, 100_000);
    for (int step = 1; step <= training.steps(); step++) {
      double before = training.costs().get(step - 1);
      assertTrue(training.costs().get(step) <= before * (1 + 1e-14), "step " + step);
    }
  }

  @Test
  void largestStableRateSeparatesConvergenceFromDivergence() {
    DataSet data = SyntheticData.draw(3);
    double limit = largestStableRate(data);
    assertEquals(Training.Outcome.CONVERGED, train(data, 0.99 * limit, 1_000_000).outcome());
    assertEquals(Training.Outcome.DIVERGED, train(data, 1.01 * limit, 1_000_000).outcome());
    Training wild = train(data, 1e200, 1_000_000);
    assertEquals(Training.Outcome.DIVERGED, wild.outcome());
    assertTrue(wild.steps() <= 2, wild.steps() + " steps");
  }

  @Test
  void smallRateIsNotMistakenForConvergence() {
    Training training = train(SyntheticData.draw(42), 1e-15, 100);
    assertEquals(Training.Outcome.STEP_LIMIT, training.outcome());
    assertEquals(100, training.steps());
    assertEquals(101, training.costs().size());
  }

  @Test
  void perfectFitConverges() {
    DataSet data = TestData.of(1, new double[] {-1, 0, 1, 2}, new double[] {-1, 1, 3, 5});
    Training training = train(data, largestStableRate(data) / 4, 100_000);
    assertEquals(Training.Outcome.CONVERGED, training.outcome());
    assertEquals(2, training.parameters().slope(0), 1e-11);
    assertEquals(1, training.parameters().intercept(), 1e-11);
  }

  @Test
  void slopeOfZeroConverges() {
    DataSet data = TestData.of(1, new double[] {-1, 1, -1, 1}, new double[] {1, 1, 3, 3});
    Training training = train(data, 0.2, 100_000);
    assertEquals(Training.Outcome.CONVERGED, training.outcome());
    assertEquals(2, training.parameters().intercept(), 1e-11);
  }

  @Test
  void progressRunsFromZeroToOne() {
    DataSet data = SyntheticData.draw(42);
    List<Double> progress = new ArrayList<>();
    TrainingPlan plan = new TrainingPlan(largestStableRate(data) / 4, 100_000, 1e-12);
    new Trainer(plan, Engine.GENERATED.on(data), data)
        .train((step, cost, parameters, done) -> progress.add(done));
    assertEquals(0, progress.get(0));
    assertEquals(1, progress.get(progress.size() - 1));
    double middle = progress.get(progress.size() / 2);
    assertTrue(0.3 < middle && middle < 0.7, "half way " + middle);
  }
}
