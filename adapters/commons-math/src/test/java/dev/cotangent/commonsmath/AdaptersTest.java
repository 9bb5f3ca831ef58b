package dev.cotangent.commonsmath;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cotangent.DifferentiableFunction;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fitting.leastsquares.GaussNewtonOptimizer;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.junit.jupiter.api.Test;

class AdaptersTest {
  private static final double[] TRUTH = {250, 3.5, 0.8};

  @Test
  void conjugateGradientsFindTheMinimum() {
    double[] start = {-1.2, 1};
    Objective objective = new Objective(ProblemsRosenbrock.bind(start));
    PointValuePair found =
        new NonLinearConjugateGradientOptimizer(
                NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE,
                new SimpleValueChecker(1e-15, 1e-18))
            .optimize(
                new MaxEval(100_000),
                objective.function(),
                objective.gradient(),
                GoalType.MINIMIZE,
                new InitialGuess(start));
    assertArrayEquals(new double[] {1, 1}, found.getPoint(), 1e-6);
  }

  @Test
  void levenbergMarquardtFindsWhatTheDataWereMadeWith() {
    assertArrayEquals(TRUTH, fit(new LevenbergMarquardtOptimizer(), 100, 1, 1), 1e-8);
  }

  @Test
  void gaussNewtonFindsWhatTheDataWereMadeWith() {
    assertArrayEquals(TRUTH, fit(new GaussNewtonOptimizer(), 240, 3, 0.7), 1e-8);
  }

  @Test
  void modelWithoutObservationsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new FittedModel(List.of()));
  }

  private static double[] fit(LeastSquaresOptimizer optimizer, double... start) {
    List<DifferentiableFunction> rows = new ArrayList<>();
    double[] observed = new double[12];
    for (int i = 0; i < observed.length; i++) {
      rows.add(ProblemsLogistic.bind(start, i));
      observed[i] = Problems.logistic(TRUTH, i);
    }
    return optimizer
        .optimize(
            new LeastSquaresBuilder()
                .model(new FittedModel(rows))
                .target(observed)
                .start(start)
                .checkerPair(
                    (iteration, previous, current) ->
                        distance(previous.getPoint(), current.getPoint()) < 1e-12)
                .maxEvaluations(1000)
                .maxIterations(1000)
                .build())
        .getPoint()
        .toArray();
  }

  private static double distance(double[] a, double[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }
}
