package corpus;

import dev.cotangent.Differentiable;

class Arithmetic {
  @Differentiable
  static double polynomial(double x, double y) {
    return 2 * x * x - 3 * x * y + y / 7 - 1;
  }

  @Differentiable
  static double leftToRight(double a, double b, double c) {
    return a - b - c + a * b / c % 3;
  }

  @Differentiable
  static float floats(float a, float b) {
    float c = a * b + 0.1f;
    return c / 3 - a % b;
  }

  @Differentiable
  static double mixed(int i, long l, float f, double d) {
    return i * l + f * i - l * f + d / i;
  }

  @Differentiable
  static double rounding(double a, double b) {
    float narrow = (float) a;
    double back = narrow + (float) b * narrow;
    return (float) (back * 3) + 1e-9;
  }

  @Differentiable
  static int intOverflow(int a, int b) {
    return a * b + a - (b << 3) + (a ^ b) - ~a;
  }

  @Differentiable
  static int division(int a, int b) {
    return a / b + a % b;
  }

  @Differentiable
  static long longDivision(long a, long b) {
    return a / b - a % b;
  }

  @Differentiable
  static int shifts(int a, int b, long c) {
    return (a << b) + (a >> b) - (a >>> b) + (a << c) + (b >>> 40L);
  }

  @Differentiable
  static long longShifts(long a, int b, long c) {
    return (a << b) ^ (a >> c) ^ (a >>> b) ^ (1 << b) ^ (1L << b);
  }

  @Differentiable
  static int bits(int a, int b, byte c, short d, char e) {
    return (a & b | c ^ d) + (e & 0xFF_00) + ~e - (c >> 2) + (c >>> 28);
  }

  @Differentiable
  static boolean booleans(boolean a, boolean b, boolean c) {
    return a & b | c ^ !a == (b != c);
  }

  @Differentiable
  static boolean comparisons(double a, double b, int c, long d) {
    return a < b == a <= c | d > a & d >= c ^ a != b | a == c;
  }

  @Differentiable
  static double nanComparisons(double a, double b) {
    double r = 0;
    if (a < b) { r += 1; }
    if (!(a >= b)) { r += 2; }
    if (a == b) { r += 4; }
    if (a != b) { r += 8; }
    if (!(a > b)) { r += 16; }
    return r;
  }

  @Differentiable
  static double casts(double a, long l) {
    int i = (int) a;
    long w = (long) a;
    short s = (short) a;
    byte b = (byte) a;
    char c = (char) a;
    byte n = (byte) l;
    char d = (char) (byte) l;
    float f = l;
    double g = (float) l;
    return i + w * 3.0 + s + b + c + n + d + f + g + (byte) (char) s;
  }

  @Differentiable
  static double literals(double x) {
    return x * 0x1.8p1 + 1_000 + 0b101 + 017 + 0xFFFFFFFFL + 'a' + '\u0041' + 1e-3 + 5f + .5d + -2147483648
        + -9223372036854775808L + 0xFFFFFFFF;
  }

  @Differentiable
  static double signs(double x, byte b, char c) {
    return -x + +x - -x + -b + +c - -(-0.0) + -(1 - x) + -0.0 * x;
  }

  @Differentiable
  static double negativeZero(double x) {
    return 1 / (-0.0 * x) + 1 / (0.0 - x) + 1 / -x;
  }

  @Differentiable
  static double constants(double x) {
    return x * Math.PI + Math.E - Double.MAX_VALUE / Double.MIN_VALUE + Integer.MAX_VALUE + Long.MIN_VALUE
        + Float.MIN_NORMAL + Double.NaN * 0 + Double.POSITIVE_INFINITY;
  }

  @Differentiable
  static double associativity(double a, double b, double c) {
    return a + (b + c) - ((a + b) + c) + a * (b * c) - a * b * c;
  }

  @Differentiable
  static double integerDivisionInside(int a, int b, double x) {
    return x * (a / b) + 1 / 2 + 1 / 2.0 + a / b * x;
  }

  @Differentiable
  static int charArithmetic(char c, short s, byte b) {
    int sum = c + s + b;
    return sum * c - s / 7 + b % 3;
  }

  @Differentiable
  static float floatFromLong(long l, int i) {
    return l + i * 1f;
  }

  @Differentiable
  static double remainder(double x, double y) {
    return x % y + x % 3 - 7 % y;
  }
}
