package dev.cotangent.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeastSquaresTest {
  @Test
  void certifiedSolutionOfNorris() throws Refusal {
    assertClose(TestData.NORRIS_CERTIFIED, LeastSquares.of(TestData.norris()), 1e-12);
  }

  @Test
  void certifiedSolutionOfLongley() throws Refusal {
    LeastSquares exact = LeastSquares.of(TestData.longley()).requireIndependent();
    assertClose(TestData.LONGLEY_CERTIFIED, exact, 1e-11);
    // The certified residual sum of squares over the 16 rows.
    assertEquals(836424.055505915 / 16, exact.cost(), 1e-8);
  }

  /** Around the size of the blocks in which rows are taken. */
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 1023, 1024, 1025, 2048, 5000})
  void gradientVanishesAtTheSolution(int rows) {
    DataSet data = TestData.random(rows, 2, 7);
    LeastSquares exact = LeastSquares.of(data);
    double[] gradient = new double[3];
    double cost = Engine.SCALAR.on(data).valueAndGradient(exact.solution().toArray(), gradient);
    assertEquals(exact.cost(), cost, 1e-12);
    for (double partial : gradient) {
      assertEquals(0, partial, 1e-12);
    }
  }

  @Test
  void curvatureIsThatOfTheHessian() {
    // x = ±a around c: the Hessian 2/m·[1 x]ᵀ[1 x] is 2·(1 c; c a²+c²).
    double a = 3;
    double c = 5;
    DataSet data = TestData.of(1, new double[] {c - a, c + a}, new double[] {1, 2});
    Curvature curvature = LeastSquares.of(data).curvature();
    double trace = 2 * (1 + a * a + c * c);
    double determinant = 4 * a * a;
    assertEquals(trace, curvature.smallest() + curvature.largest(), 1e-12);
    assertEquals(determinant, curvature.smallest() * curvature.largest(), 1e-12);
    assertEquals(2 / curvature.largest(), curvature.largestStableRate());
  }

  @Test
  void combinationOfOtherColumnsIsRefused() {
    double[] x = {1, 5, 7, 2, 3, 7, 3, 8, 14, 4, 1, 9, 5, 2, 12};
    for (int i = 0; i < 5; i++) {
      x[3 * i + 2] = 2 * x[3 * i] + x[3 * i + 1] - 4;
    }
    LeastSquares exact = LeastSquares.of(TestData.of(3, x, new double[] {1, 2, 4, 3, 5}));
    Refusal refusal = assertThrows(Refusal.class, exact::requireIndependent);
    assertTrue(refusal.getMessage().contains("column \"x2\""), refusal.getMessage());
  }

  @Test
  void smallVariationAroundALargeMeanIsNoDependence() throws Refusal {
    double[] x = {1.7e12 + 1, 1.7e12 + 2, 1.7e12 + 4};
    DataSet data = TestData.of(1, x, new double[] {1, 2, 4});
    assertEquals(1, LeastSquares.of(data).requireIndependent().solution().slope(0), 1e-12);
  }

  private static void assertClose(double[] expected, LeastSquares exact, double relative) {
    Parameters solution = exact.solution();
    assertEquals(expected.length, solution.count());
    for (int j = 0; j < expected.length; j++) {
      assertEquals(expected[j], solution.get(j), relative * Math.abs(expected[j]));
    }
  }
}
