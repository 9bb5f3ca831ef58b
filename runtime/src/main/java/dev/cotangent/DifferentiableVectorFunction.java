package dev.cotangent;

import java.util.List;

/**
 * A function from one flat vector to another with its derivatives, as solvers of equations and
 * least squares want it. Companions of methods whose results are arrays give one by {@code bind}:
 * the coordinates are the floating values of the parameters to differentiate with respect to, in
 * the parameters' order, arrays and records flattened; the components of its value are the elements
 * of the results in order, arrays of arrays row by row. All other arguments stay as they were given
 * to {@code bind}; arrays that the method fills begin each call as they were then.
 *
 * <p>It has those derivatives that the annotation of the method asks for; {@link #offers} tells.
 * The others throw. At singular points the method's own convention holds, see {@link NonSmooth}.
 *
 * <p>Vectors and matrices that a method fills have exactly the sizes that are said there, else it
 * throws an {@code IllegalArgumentException}; how many components a value has is known when the
 * function has been evaluated. A null result has none.
 *
 * <p>An instance may keep buffers between calls, so that it belongs to one thread.
 */
public interface DifferentiableVectorFunction {
  /**
   * Functions of the same coordinates as the components of one, as a model that is written for one
   * observation and bound once for each. Its Jacobian and its pull-backs are made of their
   * gradients; it offers {@link Derivative#JVP} if all of them do.
   *
   * @param components at least one
   * @throws IllegalArgumentException if there is none, or their dimensions differ
   */
  static DifferentiableVectorFunction stacked(List<? extends DifferentiableFunction> components) {
    return new StackedFunctions(components);
  }

  /** The number of coordinates, n. */
  int dimension();

  /** The coordinates of the arguments given to {@code bind}, in a new array. */
  double[] initialPoint();

  /**
   * Whether the function has a derivative: of {@link Derivative#JVP}, {@link Derivative#VJP} and
   * {@link Derivative#JACOBIAN} those that the annotation asks for.
   */
  default boolean offers(Derivative mode) {
    return false;
  }

  /**
   * The value at a point, in a new array of as many components, m, as the results have elements.
   *
   * @param point the coordinates, {@link #dimension} of them; read only
   */
  double[] values(double[] point);

  /**
   * The value at a point and all partial derivatives.
   *
   * @param point the coordinates, {@link #dimension} of them; read only
   * @param values receives the value, m components
   * @param matrix receives the partials: m rows, one for each component of the value, of n entries
   * @throws UnsupportedOperationException if the annotation of the method does not ask for {@link
   *     Derivative#JACOBIAN}
   */
  default void jacobian(double[] point, double[] values, double[][] matrix) {
    throw MissingDerivative.of("Jacobian", Derivative.JACOBIAN);
  }

  /**
   * The derivative at a point along a direction: J·v.
   *
   * @param point the coordinates, {@link #dimension} of them; read only
   * @param direction one component for each coordinate; read only
   * @param derivative receives m components
   * @throws UnsupportedOperationException if the annotation of the method does not ask for {@link
   *     Derivative#JVP}
   */
  default void directionalDerivative(double[] point, double[] direction, double[] derivative) {
    throw MissingDerivative.of("directional derivative", Derivative.JVP);
  }

  /**
   * The derivatives at a point along several directions: J·v for each. Where the annotation of the
   * method asks for {@link Derivative#JACOBIAN}, several directions are carried at once, and the
   * method runs once with its side effects; else this asks for one after the other.
   *
   * @param point the coordinates, {@link #dimension} of them; read only
   * @param directions one row for each direction, of one component for each coordinate; read only
   * @param derivatives receives one row for each direction, of m components
   * @throws UnsupportedOperationException if the annotation of the method asks for neither {@link
   *     Derivative#JACOBIAN} nor {@link Derivative#JVP}
   */
  default void directionalDerivatives(
      double[] point, double[][] directions, double[][] derivatives) {
    for (int i = 0; i < directions.length; i++) {
      directionalDerivative(point, directions[i], derivatives[i]);
    }
  }

  /**
   * A cotangent pulled back at a point: Jᵀ·u, the partials of the sum of the products of the
   * value's and the cotangent's components. The method runs twice, the first time for the shapes of
   * what it gives.
   *
   * @param point the coordinates, {@link #dimension} of them; read only
   * @param cotangent one component for each of the value; read only
   * @param partials receives one component for each coordinate
   * @throws UnsupportedOperationException if the annotation of the method does not ask for {@link
   *     Derivative#VJP}
   */
  default void pullBack(double[] point, double[] cotangent, double[] partials) {
    throw MissingDerivative.of("pull-back", Derivative.VJP);
  }
}
