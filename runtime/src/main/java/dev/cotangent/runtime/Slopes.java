package dev.cotangent.runtime;

/**
 * How numbers move that are made from others by their bits or by rounding. The slopes are constant
 * but for jumps, so that they have no derivatives themselves. For generated code.
 */
public final class Slopes {
  private Slopes() {}

  /**
   * How much a number moves for another one whose mantissa it has: the ratio of their units in the
   * last place, with the sign of both.
   *
   * @param from the bits of the number that moves
   * @param to the bits of the number that moves with it
   */
  public static double bitsSlope(long from, long to) {
    int exponents = exponent((int) (to >>> 52) & 0x7ff) - exponent((int) (from >>> 52) & 0x7ff);
    return Math.scalb((from ^ to) < 0 ? -1.0 : 1.0, exponents);
  }

  /** As {@link #bitsSlope(long, long)}, of the bits of floats. */
  public static double bitsSlope(int from, int to) {
    int exponents = exponent((to >>> 23) & 0xff) - exponent((from >>> 23) & 0xff);
    return Math.scalb((from ^ to) < 0 ? -1.0 : 1.0, exponents);
  }

  /**
   * How much x + c - c moves with x, for the bits of a constant c: not at all if no number of its
   * size has a fraction, so that the sum is rounded to an integer.
   */
  public static double roundingSlope(long c) {
    return Math.abs(Double.longBitsToDouble(c)) >= 0x1p52 ? 0.0 : 1.0;
  }

  /** As {@link #roundingSlope(long)}, for the bits of a float. */
  public static double roundingSlope(int c) {
    return Math.abs(Float.intBitsToFloat(c)) >= 0x1p23f ? 0.0 : 1.0;
  }

  /** Numbers too small to have an exponent of their own have the smallest one's last place. */
  private static int exponent(int field) {
    return Math.max(field, 1);
  }
}
