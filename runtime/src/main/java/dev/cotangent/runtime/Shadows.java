package dev.cotangent.runtime;

/** The tangents of array arguments. For generated code only. */
public final class Shadows {
  private Shadows() {}

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
   * @param kept the copy of the last call, which is used again if it is long enough; may be null
   * @param tangent what the caller passed
   * @param argument the array that it belongs to
   * @param name the parameter's name
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double[] tangentCopy(
      double[] kept, double[] tangent, double[] argument, String name) {
    int length = length(tangent);
    requireLength(length, length(argument), name);
    if (tangent == null) {
      return null;
    }
    boolean fits = kept != null && kept.length >= length;
    double[] copy = fits ? kept : new double[length];
    System.arraycopy(tangent, 0, copy, 0, length);
    return copy;
  }

  /**
   * A copy, in double, of the tangent that belongs to an array argument, null for null.
   *
   * @param kept the copy of the last call, which is used again if it is long enough; may be null
   * @param tangent what the caller passed
   * @param argument the array that it belongs to
   * @param name the parameter's name
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double[] tangentCopy(
      double[] kept, float[] tangent, float[] argument, String name) {
    int length = length(tangent);
    requireLength(length, length(argument), name);
    if (tangent == null) {
      return null;
    }
    double[] wide = kept != null && kept.length >= length ? kept : new double[length];
    for (int i = 0; i < length; i++) {
      wide[i] = tangent[i];
    }
    return wide;
  }

  /**
   * Requires of the tangent that belongs to a record that it is null where the record is, and only
   * there.
   *
   * @param tangent what the caller passed
   * @param argument the record that it belongs to
   * @param name the parameter's name, or the component's
   * @throws IllegalArgumentException if one of the two is null and the other is not
   */
  public static void requireRecord(Object tangent, Object argument, String name) {
    if ((tangent == null) != (argument == null)) {
      throw new IllegalArgumentException(
          "[COT103] the tangent of "
              + name
              + " is "
              + (tangent == null ? "null" : "a record")
              + ", but the argument is "
              + (argument == null ? "null" : "a record")
              + "; a tangent has its argument's shape");
    }
  }

  /**
   * The sum of the products of tangents and partials of the elements of an array, zero for null;
   * both may be longer than the array.
   */
  public static double dot(double[] tangents, double[] partials, double[] array) {
    return array == null ? 0 : dot(tangents, partials, array.length);
  }

  /** The same for an array of {@code float}. */
  public static double dot(double[] tangents, double[] partials, float[] array) {
    return array == null ? 0 : dot(tangents, partials, array.length);
  }

  private static double dot(double[] tangents, double[] partials, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += tangents[i] * partials[i];
    }
    return sum;
  }

  /**
   * As {@link #dot(double[], double[], double[])}, but a tangent of zero contributes zero, whatever
   * its partial.
   */
  public static double strongDot(double[] tangents, double[] partials, double[] array) {
    return array == null ? 0 : strongDot(tangents, partials, array.length);
  }

  /** The same for an array of {@code float}. */
  public static double strongDot(double[] tangents, double[] partials, float[] array) {
    return array == null ? 0 : strongDot(tangents, partials, array.length);
  }

  private static double strongDot(double[] tangents, double[] partials, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += Adjoint.strongMultiply(tangents[i], partials[i]);
    }
    return sum;
  }

  /**
   * The tangent that belongs to an argument that is an array of arrays, null for null.
   *
   * @param tangent what the caller passed
   * @param argument the array that it belongs to
   * @param name the parameter's name
   * @param <T> the type of a row
   * @throws IllegalArgumentException if the shapes differ
   */
  public static <T> T[] tangent(T[] tangent, Object[] argument, String name) {
    requireShape(tangent, argument, name);
    return tangent;
  }

  /**
   * Refuses a cotangent of another shape than its result's.
   *
   * @param cotangent what the caller passed
   * @param result the array that it belongs to
   * @throws IllegalArgumentException if the lengths differ
   */
  public static void requireCotangent(double[] cotangent, double[] result) {
    requireCotangent(length(cotangent), length(result), "");
  }

  /**
   * Refuses a cotangent of another shape than its result's.
   *
   * @param cotangent what the caller passed
   * @param result the array that it belongs to
   * @throws IllegalArgumentException if the lengths differ
   */
  public static void requireCotangent(float[] cotangent, float[] result) {
    requireCotangent(length(cotangent), length(result), "");
  }

  /**
   * Refuses a cotangent of another shape than its result's.
   *
   * @param cotangent what the caller passed
   * @param result the array that it belongs to
   * @throws IllegalArgumentException if the shapes differ
   */
  public static void requireCotangent(Object[] cotangent, Object[] result) {
    requireCotangent(cotangent, result, "");
  }

  /** The same for a result of any of these types. */
  static void requireShapeOf(Object result, Object cotangent) {
    if (result instanceof Object[] || cotangent instanceof Object[]) {
      requireCotangent((Object[]) cotangent, (Object[]) result, "");
    } else {
      requireCotangent(rowLength(cotangent), rowLength(result), "");
    }
  }

  private static void requireCotangent(Object[] cotangent, Object[] result, String place) {
    requireCotangent(length(cotangent), length(result), place);
    for (int i = 0; cotangent != null && i < cotangent.length; i++) {
      if (cotangent[i] instanceof Object[] || result[i] instanceof Object[]) {
        Object[] row = (Object[]) cotangent[i];
        if (!haveOneShape(row, (Object[]) result[i])) {
          requireCotangent(row, (Object[]) result[i], place + "[" + i + "]");
        }
      } else if (rowLength(cotangent[i]) != rowLength(result[i])) {
        requireCotangent(rowLength(cotangent[i]), rowLength(result[i]), place + "[" + i + "]");
      }
    }
  }

  private static void requireCotangent(int actual, int expected, String place) {
    if (actual != expected) {
      throw new IllegalArgumentException(
          "[COT106] the cotangent"
              + place
              + " is "
              + describe(actual)
              + ", but the result"
              + place
              + " is "
              + describe(expected)
              + "; a cotangent has its result's shape");
    }
  }

  private static void requireShape(Object[] tangent, Object[] argument, String name) {
    requireLength(length(tangent), length(argument), name);
    for (int i = 0; tangent != null && i < tangent.length; i++) {
      if (tangent[i] instanceof Object[] || argument[i] instanceof Object[]) {
        Object[] row = (Object[]) tangent[i];
        if (!haveOneShape(row, (Object[]) argument[i])) {
          requireShape(row, (Object[]) argument[i], name + "[" + i + "]");
        }
      } else if (rowLength(tangent[i]) != rowLength(argument[i])) {
        requireLength(rowLength(tangent[i]), rowLength(argument[i]), name + "[" + i + "]");
      }
    }
  }

  /** Asked before a name is made for the place where a difference would be. */
  private static boolean haveOneShape(Object[] a, Object[] b) {
    if (length(a) != length(b)) {
      return false;
    }
    boolean one = true;
    for (int i = 0; one && a != null && i < a.length; i++) {
      boolean nested = a[i] instanceof Object[] || b[i] instanceof Object[];
      one =
          nested
              ? haveOneShape((Object[]) a[i], (Object[]) b[i])
              : rowLength(a[i]) == rowLength(b[i]);
    }
    return one;
  }

  private static int rowLength(Object row) {
    return row instanceof float[] floats ? length(floats) : length((double[]) row);
  }

  private static int length(Object[] array) {
    return array == null ? -1 : array.length;
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
