package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Straight-line code: arithmetic and every function that has a rule. */
final class StraightLine {
  private StraightLine() {}

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"1 3 => 180 120", "-2..2 -2..2", "0 0 => 0 0"})
  static double squareOfSum(double a, double b) {
    double c = b * b * a + 1;
    return c * c;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-2..2 -2..2 0.5..2", "3 -4 5"})
  static double rational(double x, double y, double z) {
    double numerator = x * x - 3 * x * y + y / z;
    double denominator = 1 + x * x + y * y;
    return -numerator / denominator - (x - y) / (z * z);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("0.3..3 0.5..2")
  static double roots(double x, double y) {
    double mean = Math.sqrt(x * y);
    return mean * Math.cbrt(x + y * y) - Math.cbrt(-x) / Math.sqrt(1 + y);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("-1..1 0.5..2")
  static double exponentials(double x, double y) {
    return Math.exp(x * y) - 2 * Math.expm1(-x) + Math.exp(-y) * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("0.2..3 0.5..4")
  static double logarithms(double x, double y) {
    return Math.log(x) * Math.log10(y) + Math.log1p(x * y) - Math.log(y / x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("-1..1 -1..1")
  static double trigonometry(double x, double y) {
    return Math.sin(x) * Math.cos(y) + Math.tan(x * y) - Math.cos(x + Math.sin(y));
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("-0.8..0.8 0.2..0.9")
  static double inverseTrigonometry(double x, double y) {
    return Math.asin(x) * Math.acos(y) + Math.atan(x / y) - Math.acos(x * y);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("-1.5..1.5 -1..1")
  static double hyperbolics(double x, double y) {
    return Math.sinh(x) * Math.tanh(y) + Math.cosh(x - y) / (2 + Math.tanh(x));
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..3 -2..2", "2 0", "1 1"})
  static double powers(double x, double y) {
    return Math.pow(x, y)
        + Math.pow(x, 3)
        - 0.5 * Math.pow(x, 2)
        + Math.pow(x, -1.5)
        + Math.pow(2, y);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.3..2 0.3..2", "-2..-0.3 0.3..2", "-1..-0.2 -2..-0.3"})
  static double polar(double x, double y) {
    double radius = Math.hypot(x, y);
    double angle = Math.atan2(y, x);
    return radius * radius * angle + Math.cos(angle) / radius;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("20..80 -3..3")
  static double degrees(double latitude, double x) {
    return Math.sin(Math.toRadians(latitude)) * x + Math.toDegrees(Math.atan(x)) / latitude;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..2 -2..-0.5 3..4", "-3..-1 2..3 0.1..1"})
  static double selections(double x, double y, double z) {
    return Math.max(x * z, y) * Math.abs(y) - Math.min(x, y * y) * Math.abs(z + 10);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("-2..2 -2..2 -2..2")
  static double fused(double x, double y, double z) {
    return Math.fma(x, y, z) * Math.fma(z, z, -x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..2 -3..-1", "-2..-1 1..2", "-2..-1 -2..-1"})
  static double signs(double x, double s) {
    double magnitude = Math.copySign(x * x * x, s);
    return magnitude * Math.signum(x) * s + Math.signum(s) * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-2..2 3", "-2..2 -4", "1.5 0"})
  static double scales(double x, int n) {
    return Math.scalb(x * x, n) + Math.scalb(x, 2);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.55..0.95 1.1..1.4", "-2.4..-2.1 3.6..3.9"})
  static double roundings(double x, double y) {
    double steps = Math.floor(x) + 2 * Math.ceil(y) - Math.rint(x * 0.1);
    return steps * x * y + (x - Math.floor(x)) * (Math.ceil(y) - y);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("0.5..2 -2..-1")
  static double neighbours(double x, double y) {
    double wide = Math.nextUp(x) * Math.nextDown(y);
    return wide + Math.nextAfter(x * y, 10) + Math.ulp(x) * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"7.2..7.6 2.05..2.2", "-7.6..-7.2 2.05..2.2", "5.1..5.3 -3.1..-3"})
  static double remainders(double x, double y) {
    double phase = x % y;
    return phase * phase + Math.IEEEremainder(x, y) * y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("0.3..0.9 0.3..0.9")
  static double strict(double x, double y) {
    double angle = StrictMath.atan2(x, y) + StrictMath.asin(x * y);
    double growth = StrictMath.exp(x) * StrictMath.log(1 + y) + StrictMath.pow(x, y);
    return StrictMath.sin(angle) * growth
        + StrictMath.hypot(x, y)
        - StrictMath.tanh(StrictMath.cbrt(x));
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("0.3..0.9 0.3..0.9")
  static double strictToo(double x, double y) {
    double product =
        StrictMath.cos(x) * StrictMath.sinh(y) * StrictMath.cosh(x) * StrictMath.tan(y);
    double sum =
        StrictMath.acos(x) + StrictMath.atan(y) + StrictMath.log10(x) + StrictMath.log1p(y);
    return product * sum + StrictMath.expm1(x) * StrictMath.sqrt(y) + StrictMath.max(x, 2 * y + 1);
  }

  /** Every variable is overwritten, the parameters too. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At("-1..1 -1..1")
  static double reassigned(double x, double y) {
    x = x + y;
    y = x * y;
    x *= x;
    y -= x;
    double z = y;
    z /= 2 + x;
    x = z * Math.exp(z);
    return x + y * z;
  }

  /** One value used many times, and some that are not used at all. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At("-1..1")
  static double shared(double x) {
    double unused = Math.exp(x) * 7;
    double a = x * x;
    double b = a * a + a;
    double c = b * b + a * b;
    unused = c;
    return c * c + unused * 0 + b;
  }

  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      wrt = "b")
  @At({"2 -1..1 3", "1 1 1"})
  static double onlyTheMiddle(double a, double b, double c) {
    double d = a * b;
    return d * c + Math.sin(d * b) + a * c;
  }

  /** The result depends on the data, but on nothing that is differentiated. */
  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      wrt = "a")
  @At("-1..1 2 => 0")
  static double unused(double a, double b) {
    double lost = a * b;
    lost = b * b;
    return lost;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 => 1", "0 => 1"})
  static double identity(double x) {
    return x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("1 => 0")
  static double constant(double x) {
    return 42;
  }

  /** A pen-and-paper exercise. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"2 2.718281828459045 3", "0.5..2 1.5..4 1..3"})
  static double exercise(double a, double b, double c) {
    return 1 / (a + Math.log(b)) + 1 / c;
  }
}
