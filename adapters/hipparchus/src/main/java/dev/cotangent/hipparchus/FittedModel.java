package dev.cotangent.hipparchus;

import dev.cotangent.DifferentiableFunction;
import dev.cotangent.DifferentiableVectorFunction;
import java.util.List;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * What a model predicts for each observation, with the partials with respect to the model's
 * parameters: for the least-squares optimisers, Levenberg–Marquardt and Gauss–Newton.
 *
 * <p>A model is written for one observation and bound once for each:
 *
 * <pre>{@code
 * @Differentiable(wrt = "b")
 * static double decay(double[] b, double t) {
 *   return b[0] * Math.exp(-b[1] * t);
 * }
 *
 * List<DifferentiableFunction> rows = new ArrayList<>();
 * for (double t : times) {
 *   rows.add(ModelsDecay.bind(start, t));
 * }
 * LeastSquaresProblem problem =
 *     new LeastSquaresBuilder().model(new FittedModel(rows)).target(observed).start(start)…
 * }</pre>
 *
 * <p>A method that returns an array, all predictions at once, does as well.
 *
 * <p>An instance belongs to one thread, as the functions do that it is made of.
 */
public final class FittedModel implements MultivariateJacobianFunction {
  private final DifferentiableVectorFunction model;
  private final int observations;

  /**
   * A model of as many observations as there are functions.
   *
   * @param rows one function for each observation, all of the same parameters; at least one
   * @throws IllegalArgumentException if there is none, or their dimensions differ
   */
  public FittedModel(List<? extends DifferentiableFunction> rows) {
    this(DifferentiableVectorFunction.stacked(rows));
  }

  /**
   * A model that predicts all observations at once.
   *
   * @param all one component for each observation; it needs the mode {@link
   *     dev.cotangent.Derivative#JACOBIAN}
   */
  public FittedModel(DifferentiableVectorFunction all) {
    this.model = all;
    this.observations = all.values(all.initialPoint()).length;
  }

  /**
   * The predictions and the matrix of their partials, a row for each observation.
   *
   * @param parameters the parameters
   */
  @Override
  public Pair<RealVector, RealMatrix> value(RealVector parameters) {
    double[] point = parameters.toArray();
    double[] predicted = new double[observations];
    double[][] jacobian = new double[observations][point.length];
    model.jacobian(point, predicted, jacobian);
    return new Pair<>(
        new ArrayRealVector(predicted, false), MatrixUtils.createRealMatrix(jacobian));
  }
}
