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

  @Differentiable
  static double exponent(double x) {
    long bits = Double.doubleToRawLongBits(x); // expect COT061 COT065
    int exponent = (int) ((bits >>> 52) & 0x7ff) - 1023;
    return x * exponent;
  }

  @Differentiable
  static double exponentOfHighWord(double x) {
    int high = (int) (Double.doubleToRawLongBits(x) >> 32); // expect COT061 COT065
    return x * ((high >> 20) & 0x7ff);
  }

  @Differentiable
  static double oneBitOfTheMantissa(double x) {
    long bits = Double.doubleToRawLongBits(x); // expect COT069
    return x * (bits >>> 51);
  }

  @Differentiable
  static double highWord(double x) {
    int high = (int) (Double.doubleToRawLongBits(x) >> 32); // expect COT069
    return x * (high >> 19);
  }

  @Differentiable
  static double exponentOfTheWrongWidth(float x) {
    int bits = Float.floatToRawIntBits(x); // expect COT069
    return x * ((bits >> 20) & 0x7ff);
  }

  @Differentiable
  static double byAnUnknownShift(double x, int n) {
    long bits = Double.doubleToRawLongBits(x); // expect COT069
    return x * (bits >>> n);
  }

  @Differentiable
  static double halfTheBits(double x) {
    long bits = Double.doubleToRawLongBits(x); // expect COT069
    return Double.longBitsToDouble((bits & 0xfffffffffffffL) / 2 | 0x3ff0000000000000L);
  }

  @Differentiable
  static double mirroredMantissa(double x) {
    long bits = Double.doubleToRawLongBits(x); // expect COT069
    return Double.longBitsToDouble(~bits & 0xfffffffffffffL | 0x3ff0000000000000L);
  }

  @Differentiable
  static double mantissaWithANoise(double x, long noise) {
    long bits = Double.doubleToRawLongBits(x); // expect COT069
    return Double.longBitsToDouble(bits ^ noise);
  }

  @Differentiable
  static double mantissaOfOneOrTheOther(double x, double y) {
    long bits =
        x > y
            ? Double.doubleToRawLongBits(x) // expect COT069
            : Double.doubleToRawLongBits(y); // expect COT069
    return Double.longBitsToDouble(bits & Long.MAX_VALUE);
  }

  @Differentiable
  static double mantissaOrNothing(double x, boolean some) {
    long bits = some ? Double.doubleToRawLongBits(x) : 0L; // expect COT069
    return Double.longBitsToDouble(bits);
  }

  @Differentiable
  static float floatFromTheBitsOfADouble(double x) {
    long bits = Double.doubleToRawLongBits(x); // expect COT069
    return Float.intBitsToFloat((int) bits);
  }

  @Differentiable
  static double throughANumber(double x) {
    long bits = Double.doubleToRawLongBits(x); // expect COT069
    return Double.longBitsToDouble((long) (double) bits);
  }

  @Differentiable
  static double throughAnArray(double x) {
    long[] kept = new long[2];
    kept[1] = Double.doubleToRawLongBits(x); // expect COT069
    return Double.longBitsToDouble(kept[1]);
  }

  @Differentiable
  static double growingShift(double x) {
    long bits = Double.doubleToRawLongBits(x); // expect COT069
    for (int i = 0; i < 3; i++) {
      bits <<= 1;
    }
    return Double.longBitsToDouble(bits);
  }

  @Differentiable
  static double magnitude(double x) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & Long.MAX_VALUE);
  }

  @Differentiable
  static double rounded(double x) {
    return x * (x + 0x1p52 - 0x1p52); // expect COT065
  }

  @Differentiable
  static double shiftedAndBack(double x) {
    return x * (x + 0x1p51 - 0x1p51);
  }
}
