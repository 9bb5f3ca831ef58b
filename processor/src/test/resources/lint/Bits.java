package lint;

import dev.cotangent.Differentiable;

/** Numbers made from bits. */
final class Bits {
  private static final long MASK = (-1L) << 27;

  private Bits() {}

  @Differentiable
  static double inverseRoot(double x) {
    long bits = Double.doubleToLongBits(x); // expect COT069
    double y = Double.longBitsToDouble(0x5fe6eb50c7b537a9L - (bits >> 1));
    return y * (1.5 - 0.5 * x * y * y);
  }

  @Differentiable
  static float inAHelper(float x) {
    return masked(x) * x;
  }

  static float masked(float x) {
    int bits = Float.floatToRawIntBits(x) & 0xfffff000; // expect COT069
    return Float.intBitsToFloat(bits);
  }

  @Differentiable
  static double number(double x) {
    return x * Double.doubleToRawLongBits(x); // expect COT069
  }

  @Differentiable
  static double hash(double x) {
    return x * Double.hashCode(x); // expect COT069
  }

  @Differentiable(wrt = "x")
  static double passive(double x, double y) {
    return x * Double.longBitsToDouble(Double.doubleToLongBits(y) + 1);
  }

  @Differentiable
  static double decision(double x) {
    return Double.doubleToRawLongBits(x) < 0 ? -x : x;
  }

  @Differentiable
  static double split(double x) {
    double high = Double.longBitsToDouble(Double.doubleToRawLongBits(x) & MASK); // expect COT065
    double low = x - high;
    return high * high + (2 * high * low + low * low);
  }

  @Differentiable
  static double otherBits(double x) {
    long bits = Double.doubleToRawLongBits(x); // expect COT069
    double high = Double.longBitsToDouble((bits & -0x8000000L) + (bits >> 60));
    return high + (x - high);
  }

  @Differentiable
  static double middleBits(double x) {
    long bits = Double.doubleToRawLongBits(x); // expect COT069
    double part = Double.longBitsToDouble(bits & 0x7ffffffffffff000L);
    return part + (x - part);
  }

  @Differentiable
  static double handedBack(double x) {
    return Double.longBitsToDouble(bits(x, 3));
  }

  static long bits(double x, int n) {
    return n > 0
        ? bits(x / 2, n - 1)
        : Double.doubleToRawLongBits(x); // expect COT069
  }
}
