package dev.cotangent;

/**
 * A function of one flat vector with its derivatives, as optimisers want it. Companions give one by
 * {@code bind}: the coordinates are the floating values of the parameters to differentiate with
 * respect to, in the parameters' order, arrays and records flattened; all other arguments stay as
 * they were given to {@code bind}.
 *
 * <p>An instance may keep buffers between calls, so that it belongs to one thread.
 */
public interface DifferentiableFunction {
  /** The number of coordinates. */
  int dimension();

  /** The coordinates of the arguments given to {@code bind}, in a new array. */
  double[] initialPoint();

  /**
   * The value at a point.
   *
   * @param point the coordinates, {@link #dimension} of them; read only
   */
  double value(double[] point);

  /**
   * The value at a point and its partial derivatives.
   *
   * @param point the coordinates, {@link #dimension} of them; read only
   * @param gradient receives one partial for each coordinate
   * @return the value
   */
  double valueAndGradient(double[] point, double[] gradient);

  /**
   * The derivative at a point along a direction: ∇f·v.
   *
   * @param point the coordinates, {@link #dimension} of them; read only
   * @param direction one component for each coordinate; read only
   * @throws UnsupportedOperationException if the annotation of the method does not ask for {@link
   *     Derivative#JVP}
   */
  default double directionalDerivative(double[] point, double[] direction) {
    throw new UnsupportedOperationException(
        "no directional derivative: add JVP to the modes of @Differentiable");
  }

  /**
   * The product of the matrix of second partials at a point with a vector: H·v.
   *
   * @param point the coordinates, {@link #dimension} of them; read only
   * @param direction one component for each coordinate; read only
   * @param product receives one component for each coordinate
   * @throws UnsupportedOperationException if the annotation of the method does not ask for {@link
   *     Derivative#HVP}
   */
  default void hessianVectorProduct(double[] point, double[] direction, double[] product) {
    throw new UnsupportedOperationException(
        "no Hessian-vector product: add HVP to the modes of @Differentiable");
  }
}
