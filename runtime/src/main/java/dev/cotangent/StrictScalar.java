package dev.cotangent;

/**
 * The functions of {@link StrictMath} on {@link Scalar}, under their names and with their order of
 * arguments. Each value is that of StrictMath to the last bit; the derivatives follow the rules of
 * the functions of the same name in {@link Scalar}.
 */
public final class StrictScalar {
  private StrictScalar() {}

  /** As {@link Scalar#sqrt(Scalar)}, with the value of StrictMath. */
  public static Scalar sqrt(Scalar x) {
    return Operation.SQRT.withValue(StrictMath.sqrt(x.value()), x);
  }

  /** As {@link Scalar#cbrt(Scalar)}, with the value of StrictMath. */
  public static Scalar cbrt(Scalar x) {
    return Operation.CBRT.withValue(StrictMath.cbrt(x.value()), x);
  }

  /** As {@link Scalar#exp(Scalar)}, with the value of StrictMath. */
  public static Scalar exp(Scalar x) {
    return Operation.EXP.withValue(StrictMath.exp(x.value()), x);
  }

  /** As {@link Scalar#expm1(Scalar)}, with the value of StrictMath. */
  public static Scalar expm1(Scalar x) {
    return Operation.EXPM1.withValue(StrictMath.expm1(x.value()), x);
  }

  /** As {@link Scalar#log(Scalar)}, with the value of StrictMath. */
  public static Scalar log(Scalar x) {
    return Operation.LOG.withValue(StrictMath.log(x.value()), x);
  }

  /** As {@link Scalar#log10(Scalar)}, with the value of StrictMath. */
  public static Scalar log10(Scalar x) {
    return Operation.LOG10.withValue(StrictMath.log10(x.value()), x);
  }

  /** As {@link Scalar#log1p(Scalar)}, with the value of StrictMath. */
  public static Scalar log1p(Scalar x) {
    return Operation.LOG1P.withValue(StrictMath.log1p(x.value()), x);
  }

  /** As {@link Scalar#sin(Scalar)}, with the value of StrictMath. */
  public static Scalar sin(Scalar x) {
    return Operation.SIN.withValue(StrictMath.sin(x.value()), x);
  }

  /** As {@link Scalar#cos(Scalar)}, with the value of StrictMath. */
  public static Scalar cos(Scalar x) {
    return Operation.COS.withValue(StrictMath.cos(x.value()), x);
  }

  /** As {@link Scalar#tan(Scalar)}, with the value of StrictMath. */
  public static Scalar tan(Scalar x) {
    return Operation.TAN.withValue(StrictMath.tan(x.value()), x);
  }

  /** As {@link Scalar#asin(Scalar)}, with the value of StrictMath. */
  public static Scalar asin(Scalar x) {
    return Operation.ASIN.withValue(StrictMath.asin(x.value()), x);
  }

  /** As {@link Scalar#acos(Scalar)}, with the value of StrictMath. */
  public static Scalar acos(Scalar x) {
    return Operation.ACOS.withValue(StrictMath.acos(x.value()), x);
  }

  /** As {@link Scalar#atan(Scalar)}, with the value of StrictMath. */
  public static Scalar atan(Scalar x) {
    return Operation.ATAN.withValue(StrictMath.atan(x.value()), x);
  }

  /** As {@link Scalar#sinh(Scalar)}, with the value of StrictMath. */
  public static Scalar sinh(Scalar x) {
    return Operation.SINH.withValue(StrictMath.sinh(x.value()), x);
  }

  /** As {@link Scalar#cosh(Scalar)}, with the value of StrictMath. */
  public static Scalar cosh(Scalar x) {
    return Operation.COSH.withValue(StrictMath.cosh(x.value()), x);
  }

  /** As {@link Scalar#tanh(Scalar)}, with the value of StrictMath. */
  public static Scalar tanh(Scalar x) {
    return Operation.TANH.withValue(StrictMath.tanh(x.value()), x);
  }

  /** As {@link Scalar#atan2(Scalar, Scalar)}, with the value of StrictMath. */
  public static Scalar atan2(Scalar y, Scalar x) {
    return Operation.ATAN2.withValue(StrictMath.atan2(y.value(), x.value()), y, x);
  }

  /** As {@link Scalar#pow(Scalar, Scalar)}, with the value of StrictMath. */
  public static Scalar pow(Scalar x, Scalar y) {
    return Operation.POW.withValue(StrictMath.pow(x.value(), y.value()), x, y);
  }

  /** As {@link Scalar#hypot(Scalar, Scalar)}, with the value of StrictMath. */
  public static Scalar hypot(Scalar x, Scalar y) {
    return Operation.HYPOT.withValue(StrictMath.hypot(x.value(), y.value()), x, y);
  }

  /** As {@link Scalar#toRadians(Scalar)}, whose value is the same. */
  public static Scalar toRadians(Scalar x) {
    return Scalar.toRadians(x);
  }

  /** As {@link Scalar#toDegrees(Scalar)}, whose value is the same. */
  public static Scalar toDegrees(Scalar x) {
    return Scalar.toDegrees(x);
  }

  /** As {@link Scalar#abs(Scalar)}, whose value is the same. */
  public static Scalar abs(Scalar x) {
    return Scalar.abs(x);
  }

  /** As {@link Scalar#signum(Scalar)}, whose value is the same. */
  public static Scalar signum(Scalar x) {
    return Scalar.signum(x);
  }

  /** As {@link Scalar#floor(Scalar)}, whose value is the same. */
  public static Scalar floor(Scalar x) {
    return Scalar.floor(x);
  }

  /** As {@link Scalar#ceil(Scalar)}, whose value is the same. */
  public static Scalar ceil(Scalar x) {
    return Scalar.ceil(x);
  }

  /** As {@link Scalar#rint(Scalar)}, whose value is the same. */
  public static Scalar rint(Scalar x) {
    return Scalar.rint(x);
  }

  /** As {@link Scalar#ulp(Scalar)}, whose value is the same. */
  public static Scalar ulp(Scalar x) {
    return Scalar.ulp(x);
  }

  /** As {@link Scalar#nextUp(Scalar)}, whose value is the same. */
  public static Scalar nextUp(Scalar x) {
    return Scalar.nextUp(x);
  }

  /** As {@link Scalar#nextDown(Scalar)}, whose value is the same. */
  public static Scalar nextDown(Scalar x) {
    return Scalar.nextDown(x);
  }

  /** As {@link Scalar#max(Scalar, Scalar)}, whose value is the same. */
  public static Scalar max(Scalar x, Scalar y) {
    return Scalar.max(x, y);
  }

  /** As {@link Scalar#min(Scalar, Scalar)}, whose value is the same. */
  public static Scalar min(Scalar x, Scalar y) {
    return Scalar.min(x, y);
  }

  /** As {@link Scalar#copySign(Scalar, Scalar)}, but the sign of NaN is positive. */
  public static Scalar copySign(Scalar x, Scalar sign) {
    double value = StrictMath.copySign(x.value(), sign.value());
    return Operation.COPY_SIGN.withValue(value, x, sign);
  }

  /** As {@link Scalar#IEEEremainder(Scalar, Scalar)}, whose value is the same. */
  public static Scalar IEEEremainder(Scalar x, Scalar y) {
    return Scalar.IEEEremainder(x, y);
  }

  /** As {@link Scalar#nextAfter(Scalar, Scalar)}, whose value is the same. */
  public static Scalar nextAfter(Scalar x, Scalar direction) {
    return Scalar.nextAfter(x, direction);
  }

  /** As {@link Scalar#fma(Scalar, Scalar, Scalar)}, whose value is the same. */
  public static Scalar fma(Scalar x, Scalar y, Scalar z) {
    return Scalar.fma(x, y, z);
  }

  /** As {@link Scalar#scalb(Scalar, int)}, whose value is the same. */
  public static Scalar scalb(Scalar x, int n) {
    return Scalar.scalb(x, n);
  }

  /** As {@link Scalar#clamp(Scalar, Scalar, Scalar)}, whose value is the same. */
  public static Scalar clamp(Scalar x, Scalar low, Scalar high) {
    return Scalar.clamp(x, low, high);
  }
}
