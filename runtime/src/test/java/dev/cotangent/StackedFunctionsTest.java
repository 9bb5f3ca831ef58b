package dev.cotangent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Functions as the components of one. */
class StackedFunctionsTest {
  /** {@code scale · x · y}. */
  private record Product(double scale, int dimension, boolean forward)
      implements DifferentiableFunction {
    @Override
    public double[] initialPoint() {
      return new double[] {1, 2};
    }

    @Override
    public boolean offers(Derivative mode) {
      return mode == Derivative.GRADIENT || (forward && mode == Derivative.JVP);
    }

    @Override
    public double value(double[] p) {
      return scale * p[0] * p[1];
    }

    @Override
    public double valueAndGradient(double[] p, double[] gradient) {
      gradient[0] = scale * p[1];
      gradient[1] = scale * p[0];
      return value(p);
    }

    @Override
    public double directionalDerivative(double[] p, double[] v) {
      return scale * (p[1] * v[0] + p[0] * v[1]);
    }
  }

  private static final double[] POINT = {3, 5};

  private final DifferentiableVectorFunction stacked =
      DifferentiableVectorFunction.stacked(
          List.of(new Product(1, 2, true), new Product(10, 2, true)));

  @Test
  void theRowsAreTheGradients() {
    double[] values = new double[2];
    double[][] matrix = new double[2][2];
    stacked.jacobian(POINT, values, matrix);
    assertArrayEquals(new double[] {15, 150}, values);
    assertArrayEquals(new double[] {15, 150}, stacked.values(POINT));
    assertArrayEquals(new double[] {5, 3}, matrix[0]);
    assertArrayEquals(new double[] {50, 30}, matrix[1]);
    assertEquals(2, stacked.dimension());
    assertArrayEquals(new double[] {1, 2}, stacked.initialPoint());
  }

  @Test
  void productsWithTheJacobianAreThoseOfItsRows() {
    double[] along = new double[2];
    stacked.directionalDerivative(POINT, new double[] {1, -1}, along);
    assertArrayEquals(new double[] {2, 20}, along);
    double[] back = {7, 7};
    stacked.pullBack(POINT, new double[] {1, 2}, back);
    assertArrayEquals(new double[] {105, 63}, back);
  }

  @Test
  void offersWhatAllOffer() {
    assertTrue(stacked.offers(Derivative.JACOBIAN) && stacked.offers(Derivative.VJP));
    assertTrue(stacked.offers(Derivative.JVP));
    assertFalse(stacked.offers(Derivative.HESSIAN));
    List<Product> one = List.of(new Product(1, 2, true), new Product(1, 2, false));
    assertFalse(DifferentiableVectorFunction.stacked(one).offers(Derivative.JVP));
  }

  @Test
  void refusesWhatDoesNotFit() {
    List<Product> unlike = List.of(new Product(1, 2, true), new Product(1, 3, true));
    assertThrows(
        IllegalArgumentException.class, () -> DifferentiableVectorFunction.stacked(unlike));
    assertThrows(
        IllegalArgumentException.class, () -> DifferentiableVectorFunction.stacked(List.of()));
    double[][] rows = new double[3][2];
    assertThrows(
        IllegalArgumentException.class, () -> stacked.jacobian(POINT, new double[2], rows));
    assertThrows(
        IllegalArgumentException.class,
        () -> stacked.pullBack(POINT, new double[1], new double[2]));
  }
}
