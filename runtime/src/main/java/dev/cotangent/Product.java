package dev.cotangent;

import dev.cotangent.runtime.Adjoint;

/**
 * The ways to multiply an adjoint by a partial derivative, on numbers and on scalars. {@link
 * NonSmooth#IEEE} makes the guarded ones plain.
 */
enum Product {
  /** No contribution: the partial is zero everywhere. */
  NONE,
  /** The whole adjoint for a partial of one, no contribution for a partial of zero. */
  SELECTION,
  /** IEEE arithmetic. */
  PLAIN,
  /** Zero if the adjoint is zero, whatever the partial. */
  STRONG,
  /** Zero if the adjoint or the partial is zero: the second factor of a strong product. */
  ABSORBING;

  /** Whether this product contributes anything, given the partial. */
  boolean contributes(double partial) {
    return this != NONE && (this != SELECTION || partial != 0);
  }

  /** The contribution to the operand's adjoint. */
  double times(double adjoint, double partial) {
    return switch (this) {
      case NONE -> 0;
      case SELECTION -> adjoint;
      case PLAIN -> adjoint * partial;
      case STRONG -> Adjoint.strongMultiply(adjoint, partial);
      case ABSORBING -> partial == 0 ? 0 : Adjoint.strongMultiply(adjoint, partial);
    };
  }

  /** The contribution to the operand's adjoint, as a graph. */
  Scalar times(Scalar adjoint, Scalar partial) {
    return switch (this) {
      case NONE -> Scalar.ZERO;
      case SELECTION -> adjoint;
      case PLAIN -> plain(adjoint, partial);
      case STRONG -> strong(adjoint, partial);
      case ABSORBING -> partial.value() == 0 ? strong(partial, adjoint) : strong(adjoint, partial);
    };
  }

  /** A strong product without a node where the adjoint is the number zero or one. */
  private static Scalar strong(Scalar adjoint, Scalar partial) {
    if (adjoint.isConstant() && adjoint.value() == 0) {
      return Scalar.ZERO;
    }
    return adjoint.isConstant() && adjoint.value() == 1
        ? partial
        : Operation.STRONG_MULTIPLY.of(adjoint, partial);
  }

  /** An ordinary product without a node for a factor of one. */
  private static Scalar plain(Scalar adjoint, Scalar partial) {
    if (partial.isConstant() && partial.value() == 1) {
      return adjoint;
    }
    return adjoint.isConstant() && adjoint.value() == 1 ? partial : adjoint.multiply(partial);
  }

  /** This product under a convention. */
  Product under(NonSmooth convention) {
    boolean guarded = this == STRONG || this == ABSORBING;
    return guarded && convention == NonSmooth.IEEE ? PLAIN : this;
  }
}
