package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Numbers that are taken apart and made again by their bits. */
final class Bits {
  private static final long SIGN = Long.MIN_VALUE;
  private static final long MANTISSA = 0xfffffffffffffL;

  private Bits() {}

  @Differentiable(value = {GRADIENT, JVP, HVP}, suppress = "COT061")
  @At({"0.7", "-3.2", "4e10", "1.5e-310"})
  static double magnitude(double x) {
    double m = Double.longBitsToDouble(Double.doubleToRawLongBits(x) & Long.MAX_VALUE);
    return m * m + m;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.7 -2.0", "-0.7 -2.0", "-0.7 2.0"})
  static double copySign(double x, double sign) {
    long bits =
        (Double.doubleToRawLongBits(x) & Long.MAX_VALUE)
            | (Double.doubleToRawLongBits(sign) & Long.MIN_VALUE);
    return Double.longBitsToDouble(bits) * x * sign;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"0.7", "-31.2"},
      differences = 2e-3)
  static float negated(float x) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(x) ^ Integer.MIN_VALUE) * x;
  }

  /** Mantissa and exponent: the logarithm of the one, and as many times that of two. */
  @Differentiable(value = {GRADIENT, JVP, HVP}, suppress = "COT061")
  @At({"0.7", "3.2e40", "2.5e-200"})
  static double log(double x) {
    long bits = Double.doubleToLongBits(x);
    int exponent = (int) (bits >>> 52) - 1023;
    double mantissa = Double.longBitsToDouble((bits & MANTISSA) | 0x3ff0000000000000L);
    return exponent * Math.log(2) + Math.log(mantissa);
  }

  @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = "x")
  @At({"0.7 3", "-0.7 -40", "5.0 0"})
  static double scaled(double x, int n) {
    long bits = Double.doubleToRawLongBits(x);
    long exponent = (bits >> 52) & 0x7ff;
    return Double.longBitsToDouble((bits & SIGN) | ((exponent + n) << 52) | (bits & MANTISSA));
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.7", "-3.0"})
  static double next(double x) {
    long bits = Double.doubleToRawLongBits(x);
    return Double.longBitsToDouble(bits + (bits > 0 ? 1 : -1)) * x;
  }

  /** The exponent alone: a power of two, constant between its jumps. */
  @Differentiable(value = {GRADIENT, JVP, HVP}, suppress = "COT061")
  @At({"0.7", "-300.0"})
  static double tableAndExponent(double x) {
    int high = (int) (Double.doubleToRawLongBits(x) >> 32);
    int exponent = ((high >> 20) & 0x7ff) - 1023;
    double power = Double.longBitsToDouble((long) (exponent + 1023) << 52);
    double[] table = {1, 2, 4, 8};
    int index = (high << 12) >>> 30;
    return x / power * table[index] + x * x;
  }

  @Differentiable(value = {GRADIENT, JVP, HVP}, suppress = "COT061")
  @At({"0.7", "-0.7"})
  static double signBit(double x) {
    int sign = (int) (Double.doubleToRawLongBits(x) >> 63);
    return (1 + 2 * sign) * x * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"12.3", "-4.6"})
  static double reduced(double x) {
    double turns = (x * 0.3 + 0x1.8p52) - 0x1.8p52;
    return Math.sin(x - turns / 0.3) + turns * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = "12.3",
      differences = 2e-3)
  static float reducedFloat(float x) {
    float turns = 0x1p23f + x * 0.3f - 0x1p23f;
    return x * x - turns * x;
  }

  /** A constant that only the running companion knows. */
  static final double LARGE = Math.pow(2, 52) + Math.floor(Math.E);

  static final double SMALL = Math.pow(2, 10) + Math.floor(Math.E);

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"12.3", "-4.6"})
  static double reducedByAField(double x) {
    double turns = LARGE - (LARGE - x * 0.3);
    double all = (SMALL + x * x) - SMALL;
    return all - turns * x;
  }
}
