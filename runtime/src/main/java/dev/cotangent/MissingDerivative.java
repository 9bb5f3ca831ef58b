package dev.cotangent;

/** What a bound function throws that is asked for a derivative which it has not. */
final class MissingDerivative {
  private MissingDerivative() {}

  static UnsupportedOperationException of(String what, Derivative mode) {
    return new UnsupportedOperationException(
        "[COT107] this function has no "
            + what
            + ": add "
            + mode
            + " to the modes of @Differentiable");
  }
}
