package dev.cotangent.runtime;

import java.util.Arrays;

/**
 * The derivatives of array arguments: buffers that a holder keeps from call to call, and tangents
 * that a caller passes. For generated code only.
 */
public final class Shadows {
  private Shadows() {}

  /**
   * A zeroed array of the argument's length, null for null.
   *
   * @param kept the array of the last call, which is used again if it fits; may be null
   * @param argument the array whose derivatives it is to hold
   */
  public static double[] zeroed(double[] kept, double[] argument) {
    return argument == null ? null : zeroed(kept, argument.length, argument);
  }

  /**
   * A zeroed array of the argument's length, null for null.
   *
   * @param kept the array of the last call, which is used again if it fits; may be null
   * @param argument the array whose derivatives it is to hold
   */
  public static double[] zeroed(double[] kept, float[] argument) {
    return argument == null ? null : zeroed(kept, argument.length, null);
  }

  /** Never the argument itself: somebody may pass on the array that the last call gave out. */
  private static double[] zeroed(double[] kept, int length, double[] argument) {
    if (kept == null || kept.length != length || kept == argument) {
      return new double[length];
    }
    Arrays.fill(kept, 0);
    return kept;
  }

  /**
   * The derivatives rounded to float, null for null.
   *
   * @param kept the array of the last call, which is used again if it fits; may be null
   * @param wide the derivatives
   */
  public static float[] narrowed(float[] kept, double[] wide) {
    if (wide == null) {
      return null;
    }
    float[] narrow = kept == null || kept.length != wide.length ? new float[wide.length] : kept;
    for (int i = 0; i < wide.length; i++) {
      narrow[i] = (float) wide[i];
    }
    return narrow;
  }

  /**
   * The tangent that belongs to an array argument, null for null.
   *
   * @param tangent what the caller passed
   * @param argument the array that it belongs to
   * @param name the parameter's name
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double[] tangent(double[] tangent, double[] argument, String name) {
    requireLength(length(tangent), length(argument), name);
    return tangent;
  }

  /**
   * A copy of the tangent that belongs to an array argument, null for null; for a method that
   * overwrites the argument, and with it the tangent.
   *
   * @param tangent what the caller passed
   * @param argument the array that it belongs to
   * @param name the parameter's name
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double[] tangentCopy(double[] tangent, double[] argument, String name) {
    requireLength(length(tangent), length(argument), name);
    return tangent == null ? null : tangent.clone();
  }

  /**
   * A copy, in double, of the tangent that belongs to an array argument, null for null.
   *
   * @param tangent what the caller passed
   * @param argument the array that it belongs to
   * @param name the parameter's name
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double[] tangentCopy(float[] tangent, float[] argument, String name) {
    int length = length(tangent);
    requireLength(length, length(argument), name);
    if (tangent == null) {
      return null;
    }
    double[] wide = new double[length];
    for (int i = 0; i < length; i++) {
      wide[i] = tangent[i];
    }
    return wide;
  }

  private static int length(double[] array) {
    return array == null ? -1 : array.length;
  }

  private static int length(float[] array) {
    return array == null ? -1 : array.length;
  }

  private static void requireLength(int actual, int expected, String name) {
    if (actual != expected) {
      throw new IllegalArgumentException(
          "[COT103] the tangent of "
              + name
              + " is "
              + describe(actual)
              + ", but the argument is "
              + describe(expected)
              + "; a tangent has its argument's shape");
    }
  }

  private static String describe(int length) {
    return length < 0 ? "null" : "an array of length " + length;
  }
}
