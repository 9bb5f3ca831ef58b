package dev.cotangent.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTest {
  private static final double[] POINT = {0.5, -1, 2, 0.25, 3};

  /** The textbook gradient 2/m Σ (h(x) − y)·x, which no engine computes this way. */
  @ParameterizedTest
  @EnumSource
  void gradientIsTheTextbookOne(Engine engine) {
    for (int width = 1; width <= 4; width++) {
      DataSet data = TestData.random(30, width, 11);
      Parameters point = new Parameters(Arrays.copyOf(POINT, width + 1));
      double[] gradient = new double[width + 1];
      double cost = engine.on(data).valueAndGradient(point.toArray(), gradient);
      double[] expected = new double[width + 1];
      double expectedCost = 0;
      for (int i = 0; i < data.rows(); i++) {
        double e = point.predict(data, i) - data.y(i);
        expectedCost += e * e / data.rows();
        for (int j = 0; j < width; j++) {
          expected[j] += 2 * e * data.x(i, j) / data.rows();
        }
        expected[width] += 2 * e / data.rows();
      }
      assertEquals(expectedCost, cost, 1e-12 * expectedCost);
      for (int j = 0; j <= width; j++) {
        assertEquals(expected[j], gradient[j], 1e-12 * Math.abs(expected[j]));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void enginesTakeTheSamePathToTenDigits(int width) {
    DataSet data = TestData.random(40, width, 5);
    double rate = LeastSquares.of(data).curvature().suggestedRate();
    TrainingPlan plan = new TrainingPlan(rate, 400, 1e-12);
    List<double[]> generated = path(Engine.GENERATED, plan, data);
    List<double[]> scalar = path(Engine.SCALAR, plan, data);
    assertEquals(generated.size(), scalar.size());
    assertTrue(generated.size() > 20, "a path of " + generated.size() + " steps");
    for (int step = 0; step < generated.size(); step++) {
      for (int j = 0; j < generated.get(step).length; j++) {
        double expected = scalar.get(step)[j];
        assertEquals(expected, generated.get(step)[j], 1e-10 * Math.abs(expected));
      }
    }
  }

  /** The cost and the parameters at every step. */
  private static List<double[]> path(Engine engine, TrainingPlan plan, DataSet data) {
    List<double[]> path = new ArrayList<>();
    new Trainer(plan, engine.on(data), data)
        .train(
            (step, cost, parameters, progress) -> {
              double[] state = new double[parameters.length + 1];
              System.arraycopy(parameters, 0, state, 0, parameters.length);
              state[parameters.length] = cost;
              path.add(state);
            });
    return path;
  }

  @Test
  void generatedGradientPassesItsCheck() throws Refusal {
    GradientProof.check(SyntheticData.draw(42)).orThrow();
    GradientProof.check(TestData.norris()).orThrow();
    GradientProof.check(TestData.random(30, 3, 2)).orThrow();
  }

  @Test
  void timingCountsBothEnginesOnTheSameRows() {
    EngineTiming.Result timing = EngineTiming.measure(TestData.random(20_000, 2, 1), 0.01);
    assertEquals(10_000, timing.rows());
    assertTrue(timing.generatedNanos() > 0);
    assertEquals(timing.scalarNanos() / timing.generatedNanos(), timing.ratio());
  }
}
