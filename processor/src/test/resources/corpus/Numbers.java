package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Mixed types: promotions, narrowing, compound assignment, increments, integer arithmetic. */
@SuppressWarnings("lossy-conversions")
final class Numbers {
  private Numbers() {}

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"-2..2 -2..2", "1.5 -0.25"},
      differences = 2e-3)
  static float floats(float x, float y) {
    float sum = x * y + x;
    return sum * sum - y / (1 + x * x);
  }

  /** Its partials cancel, so that it matters which quotient they are computed from. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[17.283806 0.16336285] [11.611349 16.49403]", "[3*-2..2] [3*0.5..2]"},
      differences = 2e-2)
  static float floatCosine(float[] x, float[] y) {
    float dot = 0;
    float xx = 0;
    float yy = 0;
    for (int i = 0; i < x.length; i++) {
      dot += x[i] * y[i];
      xx += x[i] * x[i];
      yy += y[i] * y[i];
    }
    return dot / (float) (Math.sqrt(xx) * Math.sqrt(yy));
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(value = "-2..2 -2..2", differences = 2e-3)
  static double floatToDouble(float x, double y) {
    float half = x / 2;
    return half * y + x * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(value = "-2..2 -2..2", differences = 2e-3)
  static double roundedBetween(double x, double y) {
    float rounded = (float) (x * y);
    double wide = rounded;
    return wide * x + (float) y;
  }

  /** The compound assignments narrow without a cast in the source. */
  @SuppressWarnings("lossy-conversions")
  @Differentiable({GRADIENT, JVP, HVP})
  @At(value = "-2..2 -2..2", differences = 2e-3)
  static float compoundNarrowing(float x, double y) {
    float sum = x;
    sum += y * x;
    sum *= 1.1;
    sum -= y;
    sum /= 3;
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-2..2 3 5", "0.5 -7 2", "1 0 1"})
  static double integers(double x, int n, int m) {
    int quotient = n / m;
    int rest = n % m;
    int mixed = (quotient << 2) + (rest ^ n) - (n & m | 1) + (n >> 1) + (-n >>> 29) + ~m;
    return x * mixed + n / 2.0 * x * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-2..2 3000000000 7", "1 -5 3"})
  static double longs(double x, long big, int small) {
    long product = big * small;
    product %= 1000003;
    long shifted = product << small >> 2;
    return x * product + shifted / 3 * x * x * 1e-9;
  }

  /** An int compound assignment with a double operand narrows: no derivative flows through it. */
  @SuppressWarnings("lossy-conversions")
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"2.3..2.6 1.1..1.4", "7.25 2.53"})
  static double truncated(double x, double y) {
    int count = 3;
    count += x;
    count *= 1.5;
    long whole = (long) (y * 10);
    return count * y + whole * x + (int) x * y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"2.6..2.9 1.1..1.3", "-1.3 4.1"})
  static double rounded(double x, double y) {
    long nearest = Math.round(x);
    return nearest * y + x * Math.getExponent(y);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("-2..2 4")
  static double increments(double x, int n) {
    int i = n++;
    int j = ++n;
    double y = x;
    y++;
    double z = y-- * x;
    --z;
    return x * i + y * j + z * n-- + z * n;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("-2..2 2000000000")
  static double overflow(double x, int n) {
    int wrapped = n + n;
    long exact = (long) n + n;
    return wrapped * x + exact * x * x;
  }

  /** Evaluation order: left operands before right ones, and each once. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-2..2 [1 2 3 4] 0", "1 [0.5 -1 2 3] 1"})
  static double order(double x, double[] a, int i) {
    double y = x;
    double z = y + (y = y * y) * y - (y += 1);
    a[i++] += a[i] * z;
    a[i] = a[i++] * x + a[i];
    return z * y + a[0] + a[1] * a[2];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[1 2 3 4] 0.5", "[6*-1..1] -1..1", "[] 1"},
      differences = 5e-3)
  static float floatArray(float[] x, float w) {
    float sum = 0;
    for (int i = 0; i < x.length; i++) {
      float e = x[i] * w - 1;
      sum += e * e;
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[4*-1..1] [4*-1..1]", "[3*0.5..2] [5*-1..1]"},
      differences = 5e-3)
  static double floatArrayInPlace(float[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      x[i] *= y[i];
      y[i] = x[i] * x[i];
      x[i] += 0.1;
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(value = "0.2..0.9 0.2..0.9", differences = 5e-3)
  static float floatFunctions(float x, float y) {
    float a = Math.max(x, y) + Math.abs(x - 2) + Math.min(x + 1, y);
    return a * Math.copySign(x, -y) + Math.fma(x, y, a) + Math.scalb(y, 2) + (float) Math.sqrt(x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("0.2..0.9 0.2..0.9")
  static double boxHelpers(double x, double y) {
    return Double.max(x, y * 3) + Double.sum(x, y) * Double.min(x * 0.1, y) + Float.MIN_VALUE * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-2..2 true 3", "0.5 false 9"})
  static double flags(double x, boolean up, long n) {
    boolean large = n > 5;
    boolean both = up & !large | n == 3;
    double y = both ? x * x : x;
    return up ^ large ? y * 2 : -y;
  }

  /** A product with its rounding error, from factors that are split in two halves. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..2 0.5..2 -2..-1 1..3", "1.7 -0.3 0.9 5.1"})
  static double compensatedProducts(double a, double b, double c, double d) {
    return a * b + (c * d + (roundingError(a, b) + roundingError(c, d)));
  }

  private static double roundingError(double a, double b) {
    double ah = Double.longBitsToDouble(Double.doubleToRawLongBits(a) & ((-1L) << 27));
    double al = a - ah;
    double bh = Double.longBitsToDouble(Double.doubleToRawLongBits(b) & ((-1L) << 27));
    double bl = b - bh;
    return al * bl - (((a * b - ah * bh) - al * bh) - ah * bl);
  }
}
