package dev.cotangent;

/**
 * How an operation hands its adjoint to one of its operands: a column of the table in {@link
 * Operation}.
 *
 * @param formula the partial derivative
 * @param product how the operation's adjoint and the partial are multiplied
 */
record Partial(Formula formula, Product product) {
  /** The derivative is zero, or ends here. */
  static final Partial NONE = new Partial(Formula.constant(0), Product.NONE);

  /** An ordinary partial, multiplied as IEEE arithmetic multiplies. */
  static Partial plain(Formula formula) {
    return new Partial(formula, Product.PLAIN);
  }

  /** A partial that may be infinite: a zero adjoint contributes zero. */
  static Partial strong(Formula formula) {
    return new Partial(formula, Product.STRONG);
  }

  /** Zero if either factor is. */
  static Partial absorbing(Formula formula) {
    return new Partial(formula, Product.ABSORBING);
  }

  /** One for the operand that the operation returned, zero for the others. */
  static Partial selection(Formula.OnDoubles formula) {
    return new Partial(Formula.piecewise(formula), Product.SELECTION);
  }
}
