package dev.cotangent.hipparchus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.junit.jupiter.api.Test;

class ObjectiveTest {
  private static final double[] START = {-1.2, 1, -0.5, 2};
  private static final double[] MINIMUM = {1, 1, 1, 1};

  @Test
  void conjugateGradientsFindTheMinimum() {
    Objective objective = new Objective(ProblemsRosenbrock.bind(START));
    PointValuePair found =
        new NonLinearConjugateGradientOptimizer(
                NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE,
                new SimpleValueChecker(1e-15, 1e-18))
            .optimize(
                new MaxEval(100_000),
                objective.function(),
                objective.gradient(),
                GoalType.MINIMIZE,
                new InitialGuess(START));
    assertArrayEquals(MINIMUM, found.getPoint(), 1e-6);
  }

  @Test
  void newtonStepsWithTheHessianFindTheMinimum() {
    Objective objective = new Objective(ProblemsRosenbrock.bind(START));
    RealVector x = new ArrayRealVector(new double[] {1.2, 1.3, 1.6, 2.5});
    for (int i = 0; i < 20; i++) {
      x =
          x.subtract(
              new LUDecomposition(objective.hessian(x)).getSolver().solve(objective.gradient(x)));
    }
    assertArrayEquals(MINIMUM, x.toArray(), 1e-12);
    assertEquals(4, objective.dim());
    assertEquals(0, objective.value(x), 1e-24);
  }

  @Test
  void hessianThatWasNotAskedForIsMissed() {
    Objective objective = new Objective(ProblemsGradientOnly.bind(new double[] {3}));
    RealVector point = new ArrayRealVector(new double[] {3});
    assertEquals(6, objective.gradient(point).getEntry(0));
    assertThrows(UnsupportedOperationException.class, () -> objective.hessian(point));
  }
}
