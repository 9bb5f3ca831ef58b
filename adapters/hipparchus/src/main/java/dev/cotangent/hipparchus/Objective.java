package dev.cotangent.hipparchus;

import dev.cotangent.Derivative;
import dev.cotangent.DifferentiableFunction;
import org.hipparchus.analysis.MultivariateVectorFunction;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.vector.constrained.TwiceDifferentiableFunction;

/**
 * A function to be minimised, with its derivatives.
 *
 * <pre>{@code
 * Objective rosenbrock = new Objective(ProblemsRosenbrock.bind(start));
 * optimizer.optimize(rosenbrock.function(), rosenbrock.gradient(), new InitialGuess(start), …);
 * }</pre>
 *
 * <p>At singular points the method's own convention holds. An instance belongs to one thread, as
 * the function does that it is made of.
 */
public final class Objective extends TwiceDifferentiableFunction {
  private final DifferentiableFunction function;

  /**
   * An objective of a bound companion.
   *
   * @param function the function; {@link #hessian(RealVector)} needs the mode {@link
   *     Derivative#HESSIAN}
   */
  public Objective(DifferentiableFunction function) {
    this.function = function;
  }

  /** {@return the function as an optimiser's argument} */
  public ObjectiveFunction function() {
    return new ObjectiveFunction(this);
  }

  /** {@return its gradient as an optimiser's argument} */
  public ObjectiveFunctionGradient gradient() {
    MultivariateVectorFunction gradient = this::gradientAt;
    return new ObjectiveFunctionGradient(gradient);
  }

  @Override
  public int dim() {
    return function.dimension();
  }

  @Override
  public double value(double[] point) {
    return function.value(point);
  }

  @Override
  public double value(RealVector point) {
    return function.value(point.toArray());
  }

  @Override
  public RealVector gradient(RealVector point) {
    return new ArrayRealVector(gradientAt(point.toArray()), false);
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnsupportedOperationException if the annotation of the method does not ask for {@link
   *     Derivative#HESSIAN}
   */
  @Override
  public RealMatrix hessian(RealVector point) {
    int n = dim();
    double[][] matrix = new double[n][n];
    function.hessian(point.toArray(), new double[n], matrix);
    return MatrixUtils.createRealMatrix(matrix);
  }

  private double[] gradientAt(double[] point) {
    double[] gradient = new double[dim()];
    function.valueAndGradient(point, gradient);
    return gradient;
  }
}
