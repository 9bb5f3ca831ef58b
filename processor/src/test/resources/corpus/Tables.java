package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Private constants and tables of constants, of which companions have copies. */
final class Tables {
  private static final double[] SERIES = {
    1, -1.0 / 6, 1 / 120.0, -1e-3 * 0.2, +Tables.TINY, Double.MIN_VALUE, 'a', 1 << 3, (float) 0.1
  };
  private static final float[] SINGLE = new float[] {1, 2.5f, (float) 0.1, -0f};
  private static final int[] order = {2, 0, 3, 1};
  private static final byte[] SIGNS = {1, -1, Byte.MIN_VALUE};
  private static final boolean[] CHOSEN = {true, false, true, true};
  static final double[] VISIBLE = {3, 4};
  private static final double[] NONE = {};
  private static final double TINY = 0x1p-30;
  private static final double LN10 = StrictMath.log(10);
  private static final double DIAGONAL = Math.sqrt(2) * TINY / 3;
  private static final float NARROW = (float) StrictMath.exp(1) / 3;
  private static final int BITS = Math.max(3, (int) StrictMath.pow(2, 3.5));

  private Tables() {}

  private static final class Hidden {
    private static final double[] SERIES = {7, 8};
    static final double FACTOR = StrictMath.cbrt(TINY + 3);

    private Hidden() {}
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5 9", "-2..2 5", "1.5 0"})
  static double series(double x, int terms) {
    double sum = 0;
    for (int i = Math.min(terms, SERIES.length) - 1; i >= 0; i--) {
      sum = sum * x * x + SERIES[i];
    }
    return sum * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5", "-2..2"})
  static double permuted(double x) {
    double sum = 0;
    for (int k : order) {
      if (CHOSEN[k]) {
        sum += SINGLE[k] * Math.pow(x, k + 2) * SIGNS[k % SIGNS.length];
      }
    }
    return sum + NONE.length;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5 1.5", "-2..2 -2..2"})
  static double numbers(double x, double y) {
    return Math.exp(x / LN10) * y + DIAGONAL * x * x * NARROW + BITS * Hidden.FACTOR * y * y;
  }

  /** Parameters, variables and tables of one name. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5 1.5", "-2..2 -2..2"})
  static double names(double SERIES, double ORDER) {
    double sum = Tables.SERIES[1] * SERIES + Hidden.SERIES[0] * ORDER * ORDER;
    double SINGLE = sum * order[0];
    return SINGLE * Tables.SINGLE[1];
  }

  private static double repeated(double x, int n) {
    return n == 0 ? x : SERIES[n] * repeated(x * x + SINGLE[n % 3], n - 1);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5 3", "-1..1 2"})
  static double recursive(double x, int n) {
    return repeated(x, n);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5", "-2..2"})
  static double copied(double x) {
    double[] c = SERIES.clone();
    for (int i = 1; i < c.length; i++) {
      c[i] = c[i] * x + c[i - 1] * x * x;
    }
    return c[c.length - 1] + SERIES[2] * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5", "-2..2"})
  static double copiedOfAVisibleOne(double x) {
    double[] c = VISIBLE.clone();
    c[0] = x * c[1];
    return c[0] * x + VISIBLE[0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5 0", "-2..2 8"})
  static double element(double x, int i) {
    return x * x * SERIES[i];
  }
}
