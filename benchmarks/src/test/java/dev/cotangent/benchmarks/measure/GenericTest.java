package dev.cotangent.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.benchmarks.inputs.Draws;
import dev.cotangent.benchmarks.kernels.BlackScholesCall;
import dev.cotangent.benchmarks.kernels.LotkaVolterraMisfit;
import dev.cotangent.benchmarks.kernels.RegressionCost;
import dev.cotangent.benchmarks.kernels.RosenbrockValue;
import dev.cotangent.benchmarks.modes.LorenzEnergy;
import dev.cotangent.benchmarks.modes.SumsSquares;
import java.util.Arrays;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;

/** The kernels over Hipparchus's numbers are those of the users' methods. */
final class GenericTest {
  private static final double TOLERANCE = 1e-11;

  @Test
  void regression() {
    double[] x = new Draws(1).vector(20, -1, 1);
    double[] y = new Draws(2).vector(20, -1, 1);
    RegressionCost.Gradient g = RegressionCost.gradient(0.5, -0.25, x, y);
    Gradient[] p = Variables.gradients(0.5, -0.25);
    assertSame(g.value(), Generic.regression(p[0], p[1], x, y), g.dW(), g.dB());
  }

  @Test
  void rosenbrock() {
    double[] x = new Draws(1).vector(5, -2, 2);
    RosenbrockValue.Gradient g = RosenbrockValue.gradient(x);
    assertSame(g.value(), Generic.rosenbrock(Variables.gradients(x)), g.dX());
    double[] all =
        Generic.rosenbrock(Variables.structures(new DSFactory(5, 1), x)).getAllDerivatives();
    assertEquals(g.dX()[0], all[1], TOLERANCE * Math.abs(g.dX()[0]));
  }

  @Test
  void blackScholes() {
    BlackScholesCall.Gradient g = BlackScholesCall.gradient(100, 0.03, 0.2, 1.5, 110);
    Gradient[] p = Variables.gradients(100, 0.03, 0.2, 1.5);
    Gradient price = Generic.call(p[0], p[1], p[2], p[3], 110);
    assertSame(g.value(), price, g.dSpot(), g.dRate(), g.dVolatility(), g.dYears());
  }

  @Test
  void lotkaVolterra() {
    LotkaVolterraMisfit.Gradient g = LotkaVolterraMisfit.gradient(1.1, 0.4, 0.3, 0.5, 3, 20);
    Gradient misfit = Generic.lotkaVolterra(Variables.gradients(1.1, 0.4, 0.3, 0.5), 3, 20);
    assertSame(g.value(), misfit, g.dBirth(), g.dLoss(), g.dGrowth(), g.dDeath());
  }

  @Test
  void modes() {
    double[] start = new Draws(1).vector(6, -1, 3);
    double[] point = Arrays.copyOf(start, 7);
    point[6] = 8;
    LorenzEnergy.Gradient g = LorenzEnergy.gradient(start, 8, 1e-3, 50);
    double[] partials = Arrays.copyOf(g.dStart(), 7);
    partials[6] = g.dForcing();
    assertSame(g.value(), Generic.lorenz(Variables.gradients(point), 1e-3, 50), partials);
    SumsSquares.Gradient squares = SumsSquares.gradient(start);
    assertSame(squares.value(), Generic.squares(Variables.gradients(start)), squares.dX());
  }

  @Test
  void differences() {
    double[] x = {-1.2, 1, 0.5};
    Differences differences = new Differences(RosenbrockValue.bind(x));
    differences.getAsDouble();
    assertArrayEquals(RosenbrockValue.gradient(x).dX(), differences.gradient(), 1e-6);
  }

  private static void assertSame(double value, Gradient actual, double... partials) {
    assertEquals(value, actual.getValue(), TOLERANCE * Math.abs(value));
    for (int i = 0; i < partials.length; i++) {
      assertEquals(partials[i], actual.getPartialDerivative(i), TOLERANCE * Math.abs(partials[i]));
    }
  }
}
