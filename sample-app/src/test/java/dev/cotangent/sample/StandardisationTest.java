package dev.cotangent.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StandardisationTest {
  private static Standardisation decide(Standardisation.Mode mode, DataSet data) throws Refusal {
    return Standardisation.decide(
        mode, DataChecks.require(data), LeastSquares.of(data).curvature());
  }

  @Test
  void wellScaledDataStayAsTheyAre() throws Refusal {
    DataSet data = SyntheticData.draw(42);
    Standardisation standardisation = decide(Standardisation.Mode.AUTO, data);
    assertFalse(standardisation.appliesToAny());
    assertSame(data, standardisation.apply(data));
  }

  @Test
  void onlyColumnsThatNeedItAreStandardised() throws Refusal {
    DataSet data = TestData.random(50, 2, 3);
    double[] x = data.x();
    for (int i = 0; i < 50; i++) {
      x[2 * i] -= 1;
      x[2 * i + 1] = 1000 * x[2 * i + 1];
    }
    Standardisation standardisation = decide(Standardisation.Mode.AUTO, data);
    assertFalse(standardisation.transforms().get(0).applied());
    assertTrue(standardisation.transforms().get(1).applied());
  }

  @Test
  void standardisedColumnsHaveMeanZeroAndDeviationOne() throws Refusal {
    DataSet data = TestData.longley();
    double before = data.x(0, 0);
    DataSet scaled = decide(Standardisation.Mode.AUTO, data).apply(data);
    for (int j = 0; j < data.width(); j++) {
      ColumnStatistics statistics = ColumnStatistics.ofFeature(scaled, j);
      assertEquals(0, statistics.mean(), 1e-12);
      assertEquals(1, statistics.deviation(), 1e-12);
    }
    assertEquals(before, data.x(0, 0));
  }

  @Test
  void undoneParametersPredictTheSame() throws Refusal {
    DataSet data = TestData.norris();
    Standardisation standardisation = decide(Standardisation.Mode.AUTO, data);
    DataSet scaled = standardisation.apply(data);
    Parameters trained = new Parameters(new double[] {1.25, -3});
    Parameters undone = standardisation.undo(trained);
    for (int i = 0; i < data.rows(); i++) {
      assertEquals(trained.predict(scaled, i), undone.predict(data, i), 1e-12);
    }
  }

  @Test
  void userDecidesWhereAsked() throws Refusal {
    assertTrue(decide(Standardisation.Mode.ALWAYS, SyntheticData.draw(42)).appliesToAny());
    assertFalse(decide(Standardisation.Mode.NEVER, TestData.norris()).appliesToAny());
  }
}
