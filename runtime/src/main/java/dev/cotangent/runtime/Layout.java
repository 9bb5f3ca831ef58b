package dev.cotangent.runtime;

import java.util.Arrays;

/**
 * Where the floating values of a method's parameters stand in one flat vector: in the parameters'
 * order, numbers one coordinate each, arrays one an element (arrays of arrays row by row), null
 * arrays none. Parameters are numbered in the order in which they are added. Kept in a holder, it
 * allocates nothing once it has had as many parameters.
 *
 * <p>For generated code only. Belongs to one thread.
 */
public final class Layout {
  /** More lanes would push each other out of the caches. */
  private static final int MOST_LANES = 32;

  private int[] starts = new int[4];
  private int count;
  private int dimension;

  /** No parameters yet. */
  public Layout() {}

  /** Forgets the parameters. */
  public Layout begin() {
    count = 0;
    dimension = 0;
    return this;
  }

  private Layout add(int size) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
    }
    starts[count++] = dimension;
    dimension += size;
    return this;
  }

  /** Adds a number, which has no coordinate if the record that it belongs to is null. */
  public Layout number(boolean exists) {
    return add(exists ? 1 : 0);
  }

  /** Adds an array; null has no coordinates. */
  public Layout array(double[] array) {
    return add(array == null ? 0 : array.length);
  }

  /** Adds an array; null has no coordinates. */
  public Layout array(float[] array) {
    return add(array == null ? 0 : array.length);
  }

  /** Adds an array of arrays; null rows have no coordinates. */
  public Layout array(Object[] rows) {
    return add(size(rows));
  }

  private static int size(Object[] rows) {
    int size = 0;
    for (int i = 0; rows != null && i < rows.length; i++) {
      if (rows[i] instanceof double[] doubles) {
        size += doubles.length;
      } else if (rows[i] instanceof float[] floats) {
        size += floats.length;
      } else {
        size += size((Object[]) rows[i]);
      }
    }
    return size;
  }

  /** The number of coordinates. */
  public int dimension() {
    return dimension;
  }

  /** The first coordinate of a parameter. */
  int start(int parameter) {
    return starts[parameter];
  }

  /** How many coordinates a parameter has. */
  int size(int parameter) {
    return (parameter + 1 < count ? starts[parameter + 1] : dimension) - starts[parameter];
  }

  /** A coordinate as an index into the elements of a parameter; outside of them for another's. */
  public int index(int parameter, int coordinate) {
    return coordinate - starts[parameter];
  }

  /** A number's component of the unit vector along a coordinate. */
  public double unit(int parameter, int coordinate) {
    return size(parameter) > 0 && coordinate == starts[parameter] ? 1 : 0;
  }

  /** In how many lanes all coordinates are gone through in a few runs of equal width. */
  public int lanes() {
    int runs = Math.max((dimension + MOST_LANES - 1) / MOST_LANES, 1);
    return (dimension + runs - 1) / runs;
  }

  /**
   * The lane of the unit vector along a parameter's first coordinate, where lane 0 has the one
   * along {@code first}; out of reach for a parameter without coordinates.
   */
  public int lane(int parameter, int first) {
    return size(parameter) > 0 ? starts[parameter] - first : Integer.MIN_VALUE;
  }
}
