package dev.cotangent;

/**
 * The functions of {@link Math} on {@link Scalar}, under their names and with their order of
 * arguments: {@code Math.atan2(y, x)} becomes {@code Scalar.atan2(y, x)}. Each value is that of
 * Math to the last bit. In the descriptions r is the result.
 */
abstract sealed class ScalarFunctions extends ScalarArrays permits Scalar {
  ScalarFunctions() {}

  /** The square root. The partial is 1/(2r): infinite at a zero, of the sign of the zero. */
  public static Scalar sqrt(Scalar x) {
    return Operation.SQRT.of(x);
  }

  /** The cube root. The partial is 1/(3r²): infinite at a zero. */
  public static Scalar cbrt(Scalar x) {
    return Operation.CBRT.of(x);
  }

  /** The exponential function. The partial is r. */
  public static Scalar exp(Scalar x) {
    return Operation.EXP.of(x);
  }

  /** exp(x) − 1. The partial is r + 1. */
  public static Scalar expm1(Scalar x) {
    return Operation.EXPM1.of(x);
  }

  /** The natural logarithm. The partial is 1/x: infinite at a zero, of the sign of the zero. */
  public static Scalar log(Scalar x) {
    return Operation.LOG.of(x);
  }

  /** The decimal logarithm. The partial is 1/(x ln 10). */
  public static Scalar log10(Scalar x) {
    return Operation.LOG10.of(x);
  }

  /** log(1 + x). The partial is 1/(1 + x). */
  public static Scalar log1p(Scalar x) {
    return Operation.LOG1P.of(x);
  }

  /** The sine of an angle in radians. The partial is cos x. */
  public static Scalar sin(Scalar x) {
    return Operation.SIN.of(x);
  }

  /** The cosine of an angle in radians. The partial is −sin x. */
  public static Scalar cos(Scalar x) {
    return Operation.COS.of(x);
  }

  /** The tangent of an angle in radians. The partial is 1 + r². */
  public static Scalar tan(Scalar x) {
    return Operation.TAN.of(x);
  }

  /** The arc sine, in radians. The partial is 1/√(1−x²): infinite at ±1. */
  public static Scalar asin(Scalar x) {
    return Operation.ASIN.of(x);
  }

  /** The arc cosine, in radians. The partial is −1/√(1−x²): infinite at ±1. */
  public static Scalar acos(Scalar x) {
    return Operation.ACOS.of(x);
  }

  /** The arc tangent, in radians. The partial is 1/(1+x²). */
  public static Scalar atan(Scalar x) {
    return Operation.ATAN.of(x);
  }

  /** The hyperbolic sine. The partial is cosh x. */
  public static Scalar sinh(Scalar x) {
    return Operation.SINH.of(x);
  }

  /** The hyperbolic cosine. The partial is sinh x. */
  public static Scalar cosh(Scalar x) {
    return Operation.COSH.of(x);
  }

  /** The hyperbolic tangent. The partial is 1 − r². */
  public static Scalar tanh(Scalar x) {
    return Operation.TANH.of(x);
  }

  /** Degrees to radians. The partial is π/180. */
  public static Scalar toRadians(Scalar x) {
    return Operation.TO_RADIANS.of(x);
  }

  /** Radians to degrees. The partial is 180/π. */
  public static Scalar toDegrees(Scalar x) {
    return Operation.TO_DEGREES.of(x);
  }

  /** The absolute value. The partial is signum x: 0 at a zero. */
  public static Scalar abs(Scalar x) {
    return Operation.ABS.of(x);
  }

  /** The sign: −1, 0 or 1. The partial is 0. */
  public static Scalar signum(Scalar x) {
    return Operation.SIGNUM.of(x);
  }

  /** The next whole number towards −∞. The partial is 0. */
  public static Scalar floor(Scalar x) {
    return Operation.FLOOR.of(x);
  }

  /** The next whole number towards +∞. The partial is 0. */
  public static Scalar ceil(Scalar x) {
    return Operation.CEIL.of(x);
  }

  /** The nearest whole number, half to even. The partial is 0. */
  public static Scalar rint(Scalar x) {
    return Operation.RINT.of(x);
  }

  /** The distance to the next larger number. The partial is 0. */
  public static Scalar ulp(Scalar x) {
    return Operation.ULP.of(x);
  }

  /** The next number towards +∞. The partial is 1. */
  public static Scalar nextUp(Scalar x) {
    return Operation.NEXT_UP.of(x);
  }

  /** The next number towards −∞. The partial is 1. */
  public static Scalar nextDown(Scalar x) {
    return Operation.NEXT_DOWN.of(x);
  }

  /**
   * The angle of the point (x, y), in radians, as {@link Math#atan2}. The partials are x/(x²+y²) in
   * y and −y/(x²+y²) in x, without overflow or underflow; both are 0 at (0, 0).
   */
  public static Scalar atan2(Scalar y, Scalar x) {
    return Operation.ATAN2.of(y, x);
  }

  /**
   * The power x^y. The partials are y·x^(y−1), 0 where y is 0, and r·ln x; in y, a zero base gives
   * 0 for a positive exponent and NaN for others, and so does a negative base. In a constant
   * exponent no logarithm is taken.
   */
  public static Scalar pow(Scalar x, Scalar y) {
    return Operation.POW.of(x, y);
  }

  /** √(x²+y²) without overflow. The partials are x/r and y/r; both are 0 at (0, 0). */
  public static Scalar hypot(Scalar x, Scalar y) {
    return Operation.HYPOT.of(x, y);
  }

  /**
   * The larger one. The partial is 1 in the one returned, 0 in the other; at a tie, 1 in the first.
   * Of two zeros the positive one is returned.
   */
  public static Scalar max(Scalar x, Scalar y) {
    return Operation.MAX.of(x, y);
  }

  /**
   * The smaller one. The partial is 1 in the one returned, 0 in the other; at a tie, 1 in the
   * first. Of two zeros the negative one is returned.
   */
  public static Scalar min(Scalar x, Scalar y) {
    return Operation.MIN.of(x, y);
  }

  /**
   * The magnitude of x with the sign of the other. The partials are signum(x)·signum(sign), where
   * the sign of a zero is that of its bit, and 0.
   */
  public static Scalar copySign(Scalar x, Scalar sign) {
    return Operation.COPY_SIGN.of(x, sign);
  }

  /**
   * The remainder of the division rounded to the nearest whole number. The partials are 1 and
   * −rint(x/y).
   */
  public static Scalar IEEEremainder(Scalar x, Scalar y) {
    return Operation.IEEE_REMAINDER.of(x, y);
  }

  /** The number next to x in a direction. The partials are 1 and 0. */
  public static Scalar nextAfter(Scalar x, Scalar direction) {
    return Operation.NEXT_AFTER.of(x, direction);
  }

  /** The power with a constant base. The partial in the exponent is r·ln base. */
  public static Scalar pow(double base, Scalar exponent) {
    return Operation.POW.of(Scalar.of(base), exponent);
  }

  /** x·y + z with one rounding. The partials are y, x and 1. */
  public static Scalar fma(Scalar x, Scalar y, Scalar z) {
    return Operation.FMA.of(x, y, z);
  }

  /** x·2ⁿ. The partial is 2ⁿ. */
  public static Scalar scalb(Scalar x, int n) {
    return Operation.SCALB.of(x, Scalar.of(n));
  }

  /**
   * The number of an interval that is nearest to x, as {@code Math.clamp} of JDK 21. The partial is
   * 1 in x inside the bounds and on them, else 1 in the bound returned, and 0 in the others.
   *
   * @throws IllegalArgumentException if a bound is NaN or the lower one is above the upper one
   */
  public static Scalar clamp(Scalar x, Scalar low, Scalar high) {
    return Operation.CLAMP.of(x, low, high);
  }

  /** A stream's sum, whose value is compensated. The partial in the plain sum is 1. */
  public static Scalar valued(Scalar value, Scalar plainSum) {
    return Operation.STREAM_SUM.withValue(value.value(), plainSum);
  }
}
