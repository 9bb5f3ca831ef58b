package dev.cotangent;

import java.util.Arrays;

/** Arrays of numbers to arrays of {@link Scalar} and back. */
abstract sealed class ScalarArrays extends ScalarRules permits ScalarFunctions {
  ScalarArrays() {}

  /** Constants with the values of an array; null for null. */
  public static Scalar[] constants(double[] values) {
    if (values == null) {
      return null;
    }
    Scalar[] scalars = new Scalar[values.length];
    Arrays.setAll(scalars, i -> Scalar.of(values[i]));
    return scalars;
  }

  /** Constants with the values of an array; null for null. */
  public static Scalar[] constants(float[] values) {
    return constants(widen(values));
  }

  /**
   * Inputs with the values of an array, named {@code name[0]}, {@code name[1]}, …; null for null.
   */
  public static Scalar[] inputs(double[] values, String name) {
    if (values == null) {
      return null;
    }
    Scalar[] scalars = new Scalar[values.length];
    Arrays.setAll(scalars, i -> Scalar.of(values[i], name + "[" + i + "]"));
    return scalars;
  }

  /**
   * Inputs with the values of an array, named {@code name[0]}, {@code name[1]}, …; null for null.
   */
  public static Scalar[] inputs(float[] values, String name) {
    return inputs(widen(values), name);
  }

  /**
   * What {@code new double[length]} becomes: an array full of the constant zero.
   *
   * @throws NegativeArraySizeException if the length is negative
   */
  public static Scalar[] zeros(int length) {
    Scalar[] scalars = new Scalar[length];
    Arrays.fill(scalars, Scalar.ZERO);
    return scalars;
  }

  /** The values of an array of scalars; null for null. */
  public static double[] values(Scalar[] scalars) {
    if (scalars == null) {
      return null;
    }
    double[] values = new double[scalars.length];
    store(scalars, values);
    return values;
  }

  /** The values of an array of scalars, which must be floats; null for null. */
  public static float[] floatValues(Scalar[] scalars) {
    if (scalars == null) {
      return null;
    }
    float[] values = new float[scalars.length];
    store(scalars, values);
    return values;
  }

  /**
   * Writes the values of scalars into an array of the same length; nothing if both are null.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public static void store(Scalar[] from, double[] into) {
    int length = commonLength(from, into == null ? -1 : into.length);
    for (int i = 0; i < length; i++) {
      into[i] = from[i].value();
    }
  }

  /**
   * Writes the values of scalars, which must be floats, into an array of the same length; nothing
   * if both are null.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public static void store(Scalar[] from, float[] into) {
    int length = commonLength(from, into == null ? -1 : into.length);
    for (int i = 0; i < length; i++) {
      into[i] = (float) from[i].value();
    }
  }

  private static double[] widen(float[] values) {
    if (values == null) {
      return null;
    }
    double[] wide = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  /** The length of both arrays, −1 standing for no array. */
  private static int commonLength(Scalar[] from, int length) {
    int fromLength = from == null ? -1 : from.length;
    if (fromLength != length) {
      throw new IllegalArgumentException(
          "arrays of different lengths: " + fromLength + " and " + length);
    }
    return length;
  }
}
