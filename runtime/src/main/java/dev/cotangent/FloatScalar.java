package dev.cotangent;

/**
 * The overloads of {@link Math} on floats, and float arithmetic, on {@link Scalar}. The arguments'
 * values must be floats; so is each value, to the last bit that of the float expression. The
 * derivatives are those of the functions of the same name in {@link Scalar}: the rounding to float
 * has the derivative 1.
 */
public final class FloatScalar {
  private FloatScalar() {}

  /** x + y, rounded to float. Twice rounding a float operation is once rounding it. */
  public static Scalar add(Scalar x, Scalar y) {
    return x.add(y).toFloat();
  }

  /** x − y, rounded to float. Twice rounding a float operation is once rounding it. */
  public static Scalar subtract(Scalar x, Scalar y) {
    return x.subtract(y).toFloat();
  }

  /** x × y, rounded to float. Twice rounding a float operation is once rounding it. */
  public static Scalar multiply(Scalar x, Scalar y) {
    return x.multiply(y).toFloat();
  }

  /** x ÷ y among floats; its partials are computed from the rounded quotient. */
  public static Scalar divide(Scalar x, Scalar y) {
    return Operation.FLOAT_DIVIDE.of(x, y);
  }

  /** x % y, which is exact. */
  public static Scalar remainder(Scalar x, Scalar y) {
    return x.remainder(y);
  }

  /** As {@link Scalar#abs(Scalar)}. */
  public static Scalar abs(Scalar x) {
    return Scalar.abs(x);
  }

  /** As {@link Scalar#signum(Scalar)}. */
  public static Scalar signum(Scalar x) {
    return Scalar.signum(x);
  }

  /** As {@link Scalar#ulp(Scalar)}, among floats. */
  public static Scalar ulp(Scalar x) {
    return Operation.FLOAT_ULP.of(x);
  }

  /** As {@link Scalar#nextUp(Scalar)}, among floats. */
  public static Scalar nextUp(Scalar x) {
    return Operation.FLOAT_NEXT_UP.of(x);
  }

  /** As {@link Scalar#nextDown(Scalar)}, among floats. */
  public static Scalar nextDown(Scalar x) {
    return Operation.FLOAT_NEXT_DOWN.of(x);
  }

  /** As {@link Scalar#max(Scalar, Scalar)}. */
  public static Scalar max(Scalar x, Scalar y) {
    return Scalar.max(x, y);
  }

  /** As {@link Scalar#min(Scalar, Scalar)}. */
  public static Scalar min(Scalar x, Scalar y) {
    return Scalar.min(x, y);
  }

  /** As {@link Scalar#copySign(Scalar, Scalar)}. */
  public static Scalar copySign(Scalar x, Scalar sign) {
    return Scalar.copySign(x, sign);
  }

  /** As {@link Scalar#nextAfter(Scalar, Scalar)}, among floats; the direction may be a double. */
  public static Scalar nextAfter(Scalar x, Scalar direction) {
    return Operation.FLOAT_NEXT_AFTER.of(x, direction);
  }

  /** As {@link Scalar#fma(Scalar, Scalar, Scalar)}, rounded once, to float. */
  public static Scalar fma(Scalar x, Scalar y, Scalar z) {
    return Operation.FLOAT_FMA.of(x, y, z);
  }

  /** As {@link Scalar#scalb(Scalar, int)}, rounded to float. */
  public static Scalar scalb(Scalar x, int n) {
    return Scalar.scalb(x, n).toFloat();
  }

  /** As {@link Scalar#clamp(Scalar, Scalar, Scalar)}. */
  public static Scalar clamp(Scalar x, Scalar low, Scalar high) {
    return Scalar.clamp(x, low, high);
  }
}
