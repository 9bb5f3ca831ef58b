package dev.cotangent.runtime;

import dev.cotangent.Scalar;
import java.util.Arrays;
import java.util.function.Consumer;

/** Arrays of arrays of any rank, ragged ones too, as trees of rows. For generated code only. */
public final class Nests {
  private Nests() {}

  /** Makes one level of an array of arrays of {@link Scalar}. */
  @FunctionalInterface
  public interface Level {
    /** An array of that length, all null. */
    Object[] of(int length);
  }

  /**
   * A copy of an array of arrays and of all its rows; null for null.
   *
   * @param <T> the type of a row
   */
  public static <T> T[] copy(T[] array) {
    if (array == null) {
      return null;
    }
    T[] copy = array.clone();
    Object[] rows = copy;
    for (int i = 0; i < rows.length; i++) {
      rows[i] = copyOfRow(rows[i]);
    }
    return copy;
  }

  /** A copy of an array and of all arrays in it; anything else itself. */
  static Object copyOfRow(Object row) {
    if (row instanceof Object[] rows) {
      return copy(rows);
    }
    if (row instanceof double[] doubles) {
      return doubles.clone();
    }
    if (row instanceof float[] floats) {
      return floats.clone();
    }
    if (row instanceof long[] longs) {
      return longs.clone();
    }
    if (row instanceof int[] ints) {
      return ints.clone();
    }
    if (row instanceof short[] shorts) {
      return shorts.clone();
    }
    if (row instanceof byte[] bytes) {
      return bytes.clone();
    }
    if (row instanceof char[] chars) {
      return chars.clone();
    }
    return row instanceof boolean[] booleans ? booleans.clone() : row;
  }

  /** Calls {@code action} for each innermost row that is not null, in order. */
  static void forEachRow(Object[] array, Consumer<Object> action) {
    for (Object row : array) {
      if (row instanceof Object[] rows) {
        forEachRow(rows, action);
      } else if (row != null) {
        action.accept(row);
      }
    }
  }

  /** Constants with the values of an array of arrays; null for null. */
  public static Object[] constants(Object[] array, Level... levels) {
    if (array == null) {
      return null;
    }
    Object[] scalars = levels[0].of(array.length);
    for (int i = 0; i < array.length; i++) {
      if (array[i] instanceof Object[] rows) {
        scalars[i] = constants(rows, inner(levels));
      } else if (array[i] instanceof float[] floats) {
        scalars[i] = Scalar.constants(floats);
      } else {
        scalars[i] = Scalar.constants((double[]) array[i]);
      }
    }
    return scalars;
  }

  /** The levels of a row. */
  static Level[] inner(Level... levels) {
    return Arrays.copyOfRange(levels, 1, levels.length);
  }

  /**
   * Writes the values of scalars into the rows of an array of arrays. A row that has another length
   * by now becomes a new one.
   */
  public static void store(Object[] scalars, Object[] into) {
    for (int i = 0; scalars != null && i < scalars.length; i++) {
      into[i] = stored(scalars[i], into[i], into.getClass().getComponentType());
    }
  }

  private static Object stored(Object scalars, Object row, Class<?> type) {
    if (scalars == null) {
      return null;
    }
    if (scalars instanceof Scalar[] numbers) {
      return type == float[].class
          ? storedFloats(numbers, (float[]) row)
          : storedDoubles(numbers, (double[]) row);
    }
    Object[] from = (Object[]) scalars;
    Object[] rows = (Object[]) row;
    if (rows == null || rows.length != from.length) {
      Object fresh = java.lang.reflect.Array.newInstance(type.getComponentType(), from.length);
      rows = (Object[]) fresh;
    }
    store(from, rows);
    return rows;
  }

  private static double[] storedDoubles(Scalar[] from, double[] row) {
    double[] into = row == null || row.length != from.length ? new double[from.length] : row;
    Scalar.store(from, into);
    return into;
  }

  private static float[] storedFloats(Scalar[] from, float[] row) {
    float[] into = row == null || row.length != from.length ? new float[from.length] : row;
    Scalar.store(from, into);
    return into;
  }
}
