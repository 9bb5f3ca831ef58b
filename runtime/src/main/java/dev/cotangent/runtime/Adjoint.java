package dev.cotangent.runtime;

/**
 * Products and partial derivatives that need more than one expression to be right: near overflow,
 * at zeros of either sign, at ties. {@code D}<i>argument</i> in a name says with respect to which
 * argument. For generated code, and for {@code Scalar}, whose rules are the same.
 */
public final class Adjoint {
  /** The derivative of {@code Math.toRadians}: π/180. */
  public static final double RADIANS_PER_DEGREE = Math.PI / 180;

  /** The derivative of {@code Math.toDegrees}: 180/π. */
  public static final double DEGREES_PER_RADIAN = 180 / Math.PI;

  /** The natural logarithm of ten, for the derivative 1/(x ln 10) of {@code Math.log10}. */
  public static final double LN_10 = 2.302585092994046;

  /** Sums of squares between these bounds neither overflow nor lose digits to underflow. */
  private static final double SAFE_MIN = 0x1p-960;

  private static final double SAFE_MAX = 0x1p960;

  private Adjoint() {}

  /**
   * The product s·p in which a zero seed s gives zero whatever the partial p, also an infinite one
   * or NaN. A NaN seed gives NaN.
   */
  public static double strongMultiply(double s, double p) {
    return s == 0 ? 0.0 : s * p;
  }

  /** The partial of asin: 1/√(1−x²), with 1−x² as (1−x)(1+x), which keeps its digits near ±1. */
  public static double asinDx(double x) {
    return 1 / Math.sqrt((1 - x) * (1 + x));
  }

  /** The partial of acos: −1/√(1−x²). */
  public static double acosDx(double x) {
    return -asinDx(x);
  }

  /** The partial of atan2(y, x) in y: x/(x²+y²) without overflow or underflow; 0 at (0, 0). */
  public static double atan2Dy(double y, double x) {
    double s = x * x + y * y;
    return s > SAFE_MIN && s < SAFE_MAX ? x / s : overSquares(x, y);
  }

  /** The partial of atan2(y, x) in x: −y/(x²+y²) without overflow or underflow; 0 at (0, 0). */
  public static double atan2Dx(double y, double x) {
    double s = x * x + y * y;
    return -(s > SAFE_MIN && s < SAFE_MAX ? y / s : overSquares(y, x));
  }

  /** a/(a²+b²), scaled by the power of two of the larger; 0 at (0, 0). */
  private static double overSquares(double a, double b) {
    double larger = Math.max(Math.abs(a), Math.abs(b));
    if (larger == 0) {
      return 0;
    }
    int exponent = Math.getExponent(larger);
    double u = Math.scalb(a, -exponent);
    double v = Math.scalb(b, -exponent);
    return Math.scalb(u / (u * u + v * v), -exponent);
  }

  /**
   * The partial of r = hypot(x, y) in the argument a, which is x or y: a/r; 0 at (0, 0), the
   * subgradient of least norm.
   */
  public static double hypotD(double a, double r) {
    return r == 0 ? 0.0 : a / r;
  }

  /** The partial of pow(x, y) in x: y·x^(y−1); 0 where y is 0, also at x = 0. */
  public static double powDx(double x, double y) {
    if (y == 2) {
      return 2 * x;
    }
    if (y == 3) {
      return 3 * (x * x);
    }
    return y == 0 ? 0.0 : y * Math.pow(x, y - 1);
  }

  /**
   * The partial of r = pow(x, y) in y: r·ln x. At x = ±0 it is 0 for positive y and NaN for others;
   * for negative x it is NaN.
   */
  public static double powDy(double x, double y, double r) {
    if (x == 0) {
      return y > 0 ? 0.0 : Double.NaN;
    }
    return r * Math.log(x);
  }

  /**
   * Whether {@code Math.max(x, y)} counts as its first argument: where that is larger, NaN or
   * equal. Of two zeros the positive one is the maximum. The derivative goes to that argument
   * alone.
   */
  public static boolean firstIsMax(double x, double y) {
    return x > y || Double.isNaN(x) || (x == y && (x != 0 || 1 / x >= 1 / y));
  }

  /**
   * Whether {@code Math.min(x, y)} counts as its first argument: where that is smaller, NaN or
   * equal. Of two zeros the negative one is the minimum. The derivative goes to that argument
   * alone.
   */
  public static boolean firstIsMin(double x, double y) {
    return x < y || Double.isNaN(x) || (x == y && (x != 0 || 1 / x <= 1 / y));
  }

  /** The partial of max(x, y) in x, 1 or 0; see {@link #firstIsMax}. */
  public static double maxDx(double x, double y) {
    return firstIsMax(x, y) ? 1.0 : 0.0;
  }

  /** The partial of max(x, y) in y, 1 or 0; see {@link #firstIsMax}. */
  public static double maxDy(double x, double y) {
    return firstIsMax(x, y) ? 0.0 : 1.0;
  }

  /** The partial of min(x, y) in x, 1 or 0; see {@link #firstIsMin}. */
  public static double minDx(double x, double y) {
    return firstIsMin(x, y) ? 1.0 : 0.0;
  }

  /** The partial of min(x, y) in y, 1 or 0; see {@link #firstIsMin}. */
  public static double minDy(double x, double y) {
    return firstIsMin(x, y) ? 0.0 : 1.0;
  }

  /** The partial of clamp(v, low, high) in v: 1 inside the bounds and on them, else 0. */
  public static double clampDv(double v, double low, double high) {
    return firstIsMax(v, low) && firstIsMin(v, high) ? 1.0 : 0.0;
  }

  /** The partial of clamp(v, low, high) in the lower bound: 1 where that is returned, else 0. */
  public static double clampDlow(double v, double low, double high) {
    return !firstIsMax(v, low) && firstIsMin(low, high) ? 1.0 : 0.0;
  }

  /** The partial of clamp(v, low, high) in the upper bound: 1 where that is returned, else 0. */
  public static double clampDhigh(double v, double low, double high) {
    return firstIsMin(Math.max(v, low), high) ? 0.0 : 1.0;
  }

  /**
   * The partial of copySign(x, s) in x: signum(x)·signum(s), where the sign of a zero is that of
   * its bit.
   */
  public static double copySignDx(double x, double s) {
    return signOf(x) * signOf(s);
  }

  private static double signOf(double x) {
    return x == 0 ? Math.copySign(1.0, x) : Math.signum(x);
  }

  /**
   * The partial of x % y in y: −trunc(x/y). The quotient is taken less the remainder's share, which
   * brings it next to the whole number before it is rounded, so that a rounded x/y cannot miss it.
   */
  public static double remainderDy(double x, double y) {
    return -Math.rint(x / y - (x % y) / y);
  }

  /** The partial of IEEEremainder(x, y) in y: −rint(x/y), half to even. */
  public static double ieeeRemainderDy(double x, double y) {
    return -Math.rint(x / y - Math.IEEEremainder(x, y) / y);
  }

  /** The partial of scalb(x, n) in x: 2ⁿ. */
  public static double scalbDx(int n) {
    return Math.scalb(1.0, n);
  }
}
