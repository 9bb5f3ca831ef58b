package dev.cotangent.lbfgs4j;

import com.github.lbfgs4j.liblbfgs.Function;
import dev.cotangent.DifferentiableFunction;
import java.util.Arrays;

/**
 * A function to be minimised by the L-BFGS of lbfgs4j.
 *
 * <pre>{@code
 * double[] minimum =
 *     new LbfgsMinimizer(false).minimize(new LbfgsFunction(ProblemsRosenbrock.bind(start)), start);
 * }</pre>
 *
 * <p>The minimiser asks for the value and for the gradient at the same point; both are computed
 * once. At singular points the method's own convention holds. An instance belongs to one thread.
 */
public final class LbfgsFunction implements Function {
  private final DifferentiableFunction function;
  private final double[] gradient;
  private double[] point;
  private double value;

  /**
   * A function of a bound companion.
   *
   * @param function the function
   */
  public LbfgsFunction(DifferentiableFunction function) {
    this.function = function;
    this.gradient = new double[function.dimension()];
  }

  @Override
  public int getDimension() {
    return function.dimension();
  }

  @Override
  public double valueAt(double[] x) {
    moveTo(x);
    return value;
  }

  @Override
  public double[] gradientAt(double[] x) {
    moveTo(x);
    return gradient.clone();
  }

  private void moveTo(double[] x) {
    if (!Arrays.equals(x, point)) {
      point = null; // Nothing is known if the function throws.
      value = function.valueAndGradient(x, gradient);
      point = x.clone();
    }
  }
}
