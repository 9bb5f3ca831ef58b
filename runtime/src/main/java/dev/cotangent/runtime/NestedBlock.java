package dev.cotangent.runtime;

import dev.cotangent.Scalar;
import java.util.Arrays;

/** The coordinates of one parameter that is an array of arrays, row by row. */
final class NestedBlock {
  private final Copy point;
  private final Copy direction;
  private final double[] initial;
  private final boolean single;

  NestedBlock(Object[] rows) {
    point = new Copy(rows);
    direction = new Copy(rows);
    initial = new double[size(rows)];
    collect(rows, initial, 0);
    boolean[] found = {false};
    Nests.forEachRow(rows, row -> found[0] |= row instanceof float[]);
    single = found[0];
  }

  /** The arrays that are handed out, and what they refer to: a method may move its rows. */
  private static final class Copy {
    private final Object[] given;
    private final Object[] rows;

    Copy(Object[] array) {
      rows = Nests.copy(array);
      given = unfilled(rows);
    }

    /** The arrays of arrays are new, the innermost rows are shared. */
    private static Object[] unfilled(Object[] array) {
      Object[] copy = array.clone();
      for (int i = 0; i < copy.length; i++) {
        copy[i] = copy[i] instanceof Object[] inner ? unfilled(inner) : copy[i];
      }
      return copy;
    }

    Object[] filled(double[] vector, int start) {
      int[] next = {start};
      Nests.forEachRow(rows, row -> next[0] = fill(row, vector, next[0]));
      return relinked(rows, given);
    }

    private static Object[] relinked(Object[] from, Object[] into) {
      for (int i = 0; i < from.length; i++) {
        into[i] = from[i] instanceof Object[] inner ? relinked(inner, unfilled(inner)) : from[i];
      }
      return into;
    }

    private static int fill(Object row, double[] vector, int start) {
      if (row instanceof double[] doubles) {
        System.arraycopy(vector, start, doubles, 0, doubles.length);
        return start + doubles.length;
      }
      float[] floats = (float[]) row;
      for (int i = 0; i < floats.length; i++) {
        floats[i] = (float) vector[start + i];
      }
      return start + floats.length;
    }
  }

  private static int size(Object[] rows) {
    int[] sum = {0};
    Nests.forEachRow(rows, row -> sum[0] += length(row));
    return sum[0];
  }

  private static int length(Object row) {
    return row instanceof double[] doubles ? doubles.length : ((float[]) row).length;
  }

  /** Writes all elements into a vector from a place on. */
  static void collect(Object[] rows, double[] vector, int start) {
    int[] next = {start};
    Nests.forEachRow(
        rows,
        row -> {
          int length = length(row);
          for (int i = 0; i < length; i++) {
            vector[next[0] + i] = row instanceof double[] doubles ? doubles[i] : ((float[]) row)[i];
          }
          next[0] += length;
        });
  }

  double[] initial() {
    return initial;
  }

  /** Whether the elements are floats. */
  boolean isSingle() {
    return single;
  }

  Object[] point(double[] vector, int start) {
    return point.filled(vector, start);
  }

  Object[] direction(double[] vector, int start) {
    return direction.filled(vector, start);
  }

  /** The indices of the k-th element, as {@code [1][2]}. */
  String label(int k) {
    return label(point.rows, k);
  }

  private static String label(Object[] rows, int k) {
    int rest = k;
    for (int i = 0; i < rows.length; i++) {
      int size = rows[i] == null ? 0 : size(new Object[] {rows[i]});
      if (rest < size) {
        String inner = rows[i] instanceof Object[] deeper ? label(deeper, rest) : "[" + rest + "]";
        return "[" + i + "]" + inner;
      }
      rest -= size;
    }
    throw new IndexOutOfBoundsException("element " + k);
  }

  Object[] inputs(Scalar[] inputs, int start, Nests.Level... levels) {
    return inputs(point.rows, inputs, new int[] {start}, levels);
  }

  private static Object[] inputs(
      Object[] rows, Scalar[] inputs, int[] next, Nests.Level... levels) {
    Object[] scalars = levels[0].of(rows.length);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] instanceof Object[] inner) {
        scalars[i] = inputs(inner, inputs, next, Nests.inner(levels));
      } else if (rows[i] != null) {
        int end = next[0] + length(rows[i]);
        scalars[i] = Arrays.copyOfRange(inputs, next[0], end);
        next[0] = end;
      }
    }
    return scalars;
  }
}
