package dev.cotangent;

/** A kind of derivative that a companion can offer; an argument of {@link Differentiable}. */
public enum Derivative {
  /** The value and every partial derivative of a scalar result, by one reverse sweep. */
  GRADIENT,
  /** The value and its directional derivative along given tangents, by one forward sweep. */
  JVP,
  /** The partials of a non-scalar result, weighted by a given cotangent, by one reverse sweep. */
  VJP,
  /** The matrix of all partials of a non-scalar result. */
  JACOBIAN,
  /** The product of the Hessian of a scalar result with given tangents. */
  HVP,
  /** The matrix of all second partials of a scalar result. */
  HESSIAN
}
