package dev.cotangent;

/**
 * Results whose partial derivatives are given by derivative rules. Given as numbers, first
 * derivatives flow through them, and {@code gradScalars} throws, since nobody knows how the numbers
 * depend on the inputs; given as scalars, higher ones flow as well.
 */
abstract sealed class ScalarRules permits ScalarArrays {
  ScalarRules() {}

  /**
   * The same value, which depends on one more input. A zero adjoint contributes zero to the input,
   * whatever the partial.
   *
   * @param value a result, of which this may be one input among several
   * @param input what it depends on
   * @param partial its partial derivative with respect to the input
   */
  public static Scalar withPartial(Scalar value, Scalar input, double partial) {
    return input.isConstant() ? value : Operation.GIVEN.of(value, input, Scalar.of(partial));
  }

  /**
   * The same value, which depends on one more input by a partial that depends on inputs itself, so
   * that second derivatives flow through it. A zero adjoint contributes zero to the input, whatever
   * the partial.
   *
   * @param value a result, of which this may be one input among several
   * @param input what it depends on
   * @param partial its partial derivative with respect to the input
   */
  public static Scalar withPartial(Scalar value, Scalar input, Scalar partial) {
    return input.isConstant() ? value : Operation.RULED.of(value, input, partial);
  }

  /**
   * The same value, which depends on the elements of an array as well; on nothing more if the array
   * is null.
   *
   * @param value a result
   * @param inputs what it depends on
   * @param partials its partial derivatives with respect to the inputs
   */
  public static Scalar withPartials(Scalar value, Scalar[] inputs, double[] partials) {
    Scalar result = value;
    for (int i = 0; inputs != null && i < inputs.length; i++) {
      result = withPartial(result, inputs[i], partials[i]);
    }
    return result;
  }
}
