package dev.cotangent.processor.corpus;

import java.util.function.Consumer;

/**
 * How well derivatives are known at a point that comes from chance: rounding shows when they are
 * computed with another seed.
 */
final class Doubt {
  static final double ROUNDING = 1e-10;
  static final double FLOAT_ROUNDING = 0x1p-20;

  /** How often the rounding that another seed shows may be exceeded. */
  static final double MARGIN = 1e4;

  /** Another seed: no power of two. */
  static final double OTHER_SEED = 0.7;

  /** What may be left where everything cancels. */
  static final double TINY = 1e-12;

  /** What a complaint says about a derivative that is NaN where the twin has a number. */
  static final String NOT_A_NUMBER = " is NaN, but ";

  /** Methods that ask for less than this round to float. */
  private static final double EXACT = 1e-8;

  private final Coordinates coordinates;
  private final double rounding;

  /** About the derivatives of a method in these coordinates. */
  Doubt(At at, Coordinates coordinates) {
    this.coordinates = coordinates;
    this.rounding = at.differences() > EXACT ? FLOAT_ROUNDING : ROUNDING;
  }

  /** How much rounding is allowed for, relative to the largest term. */
  double rounding() {
    return rounding;
  }

  /**
   * Compares what is finite with what was computed twice, the second time with the other seed.
   *
   * @param rest what rounding may leave, whatever the other seed shows
   */
  void compare(double[] found, double[][] twice, double rest, Consumer<String> complaints) {
    double[] expected = twice[0];
    double largest = Agreement.largest(expected);
    double noise = Math.max(rest, noise(twice));
    for (int k = 0; k < expected.length; k++) {
      double partial = coordinates.isFloat(k) ? (float) expected[k] : expected[k];
      double relative = coordinates.isFloat(k) ? FLOAT_ROUNDING : 0;
      double tolerance = relative * Math.abs(partial) + rounding * largest + MARGIN * noise + TINY;
      if (Double.isFinite(partial) && !(Math.abs(found[k] - partial) <= tolerance)) {
        String text = Double.isNaN(found[k]) ? NOT_A_NUMBER : " is " + found[k] + ", but ";
        complaints.accept("[" + k + "]" + text + partial + " by another way");
      }
    }
  }

  /** The largest error that the other seed shows. */
  static double noise(double[][] twice) {
    double noise = 0;
    for (int k = 0; k < twice[0].length; k++) {
      double error = Math.abs(twice[1][k] / OTHER_SEED - twice[0][k]);
      noise = Double.isFinite(error) ? Math.max(noise, error) : noise;
    }
    return noise;
  }
}
