package dev.cotangent.commonsmath;

import dev.cotangent.DifferentiableFunction;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.analysis.MultivariateVectorFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;

/**
 * A function to be minimised, with its gradient.
 *
 * <pre>{@code
 * Objective rosenbrock = new Objective(ProblemsRosenbrock.bind(start));
 * optimizer.optimize(rosenbrock.function(), rosenbrock.gradient(), new InitialGuess(start), …);
 * }</pre>
 *
 * <p>At singular points the method's own convention holds. An instance belongs to one thread, as
 * the function does that it is made of.
 */
public final class Objective implements MultivariateFunction {
  private final DifferentiableFunction function;

  /**
   * An objective of a bound companion.
   *
   * @param function the function
   */
  public Objective(DifferentiableFunction function) {
    this.function = function;
  }

  @Override
  public double value(double[] point) {
    return function.value(point);
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

  private double[] gradientAt(double[] point) {
    double[] gradient = new double[function.dimension()];
    function.valueAndGradient(point, gradient);
    return gradient;
  }
}
