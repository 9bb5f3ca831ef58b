package dev.cotangent.runtime;

import java.util.Arrays;

/**
 * The derivatives of all elements of a method's results along several directions: a row for each
 * direction, an entry for each element, arrays of arrays row by row. Belongs to one thread.
 */
final class DirectionalDerivatives {
  private double[][] rows = {};

  /** Makes room; what is there is overwritten. */
  void prepare(int directions, int elements) {
    boolean fits = rows.length == directions && (directions == 0 || rows[0].length == elements);
    if (!fits) {
      rows = new double[directions][elements];
    }
  }

  /** Writes one entry; nothing beyond the last direction. */
  void put(int direction, int element, double entry) {
    if (direction < rows.length) {
      rows[direction][element] = entry;
    }
  }

  /**
   * Writes the entries of an array from an element on; nothing beyond the last direction.
   *
   * @param entries arrays of the result's shape, or longer; null for zeros
   * @param like the result
   */
  void put(int direction, int element, Object entries, Object like) {
    if (direction < rows.length) {
      fill(rows[direction], element, entries, like);
    }
  }

  /** Writes what is in the shape of {@code like}; gives the index behind it. */
  private static int fill(double[] row, int start, Object entries, Object like) {
    int next = start;
    if (like instanceof Object[] parts) {
      Object[] nested = (Object[]) entries;
      for (int i = 0; i < parts.length; i++) {
        next = fill(row, next, nested == null ? null : nested[i], parts[i]);
      }
      return next;
    }
    int length = JacobianBlocks.lengthOf(like);
    if (entries == null) {
      Arrays.fill(row, next, next + length, 0);
    } else {
      System.arraycopy(entries, 0, row, next, length);
    }
    return next + length;
  }

  /**
   * Copies them into a matrix.
   *
   * @throws IllegalArgumentException if it has not one row for each direction, of one entry for
   *     each element of the results
   */
  void copyTo(double[][] matrix) {
    FlatResults.require(matrix.length, rows.length, "matrix", "rows");
    for (int i = 0; i < matrix.length; i++) {
      FlatResults.require(matrix[i].length, rows[i].length, "row", "entries");
      System.arraycopy(rows[i], 0, matrix[i], 0, matrix[i].length);
    }
  }

  /** The same arrays until a size changes. */
  double[][] rows() {
    return rows;
  }
}
