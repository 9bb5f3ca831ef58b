package corpus;

import dev.cotangent.Differentiable;

class Assignments {
  @Differentiable
  static double reassign(double x) {
    double y = x * 2;
    x = y + 1;
    y = x * y;
    return x + y;
  }

  @Differentiable
  static int compoundNarrowing(int i, double d) {
    i += 0.5;
    i -= d;
    i *= 1.5;
    i /= 0.3f;
    return i;
  }

  @Differentiable
  static int smallCompound(byte b, short s, char c, int i) {
    b += 200;
    s *= 300;
    c -= i;
    b >>>= 1;
    s <<= 3;
    c ^= 0x5555;
    b |= s;
    s %= 7;
    c &= i;
    return b * 65536 + s * 7 + c;
  }

  @Differentiable
  static long shiftAssign(long l, int i) {
    l <<= i;
    i >>= 33L;
    l >>>= 3;
    i <<= l;
    return l ^ i;
  }

  @Differentiable
  static double increments(double x, float f, int i, byte b, char c) {
    x++;
    ++f;
    i--;
    --b;
    c++;
    b++;
    return x + f + i + b + c;
  }

  @Differentiable
  static int incrementInside(int i) {
    int j = i++ + ++i;
    j -= i-- - --i;
    return j * 31 + i;
  }

  @Differentiable
  static int selfIncrement(int x) {
    x += x++;
    x = x++ * 2 + x;
    x -= --x - x--;
    return x;
  }

  @Differentiable
  static double assignmentValue(double a, int k) {
    double b;
    int j;
    b = j = k + 1;
    a = b * (b = a) + (a = 3) * a + b;
    return a + b + j;
  }

  @Differentiable
  static int narrowingValue(int i) {
    byte b;
    int j = b = (byte) (i * 3);
    long l = b += i;
    return (int) (j + l * 1000 + b);
  }

  @Differentiable
  static double leftOperandFirst(double x) {
    return x + (x = 3) * x + (x += 2) - x;
  }

  @Differentiable
  static boolean booleanCompound(boolean a, boolean b) {
    a &= b | (a = !a);
    b ^= a;
    a |= b & !a;
    return a ^ b;
  }

  @Differentiable
  static double severalDeclarators(double x) {
    double a = x, b = a * 2, c, d = b;
    c = a - b;
    final double e = c * d;
    var f = e + 1;
    var g = 3;
    var h = 2f;
    g += f;
    return a + b + c + d + e + f + g / 2 + h;
  }

  @Differentiable
  static double uninitialised(double x, boolean c) {
    double t;
    int k;
    if (c) {
      t = x;
      k = 1;
    } else {
      t = -x;
      k = 2;
    }
    return t * k;
  }

  @Differentiable
  static int smallConstants(boolean c, char d) {
    byte b = 10;
    char e = 'x';
    short s = 'a';
    final int ten = 10;
    b = ten;
    var t = c ? d : 65;
    var u = c ? b : 'a';
    t += 65000;
    u += 200;
    return t + u * 3 + b + e + s;
  }

  @Differentiable
  static double swap(double a, double b) {
    double t = a;
    a = b;
    b = t;
    return a - 2 * b;
  }

  @Differentiable
  static double parenthesisedTarget(double x) {
    (x) = x * 2;
    ((x)) += 1;
    (x)++;
    return (x);
  }

  @Differentiable
  static double chained(double x) {
    double a, b, c;
    a = b = c = x + 1;
    a += b *= c -= 2;
    return a + 10 * b + 100 * c;
  }

  @Differentiable
  static float floatCompound(float f, double d, long l) {
    f += d;
    f *= l;
    f -= 'a';
    f++;
    return f;
  }

  @Differentiable
  static double literalShared(int[] a) {
    double x = a[0] = 1;
    long y = a[0] = 'b';
    return x / 2 + y + a[0];
  }
}
