package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LinearRegressionTest {
  private static final double[] X = {0, 1, 2};
  private static final double[] Y = {1, 3, 6};

  @Test
  void gradientAgreesWithItsWitnesses() {
    LinearRegressionCost.check(0.5, -0.25, X, Y).orThrow();
  }

  @Test
  void valueIsTheCost() {
    double cost = LinearRegression.cost(0.5, -0.25, X, Y);
    assertEquals(cost, LinearRegressionCost.gradient(0.5, -0.25, X, Y).value());
  }
}
