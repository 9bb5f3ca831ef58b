package dev.cotangent.runtime;

/**
 * The elements of a method's results in one flat vector, and back: the results in order, numbers or
 * arrays, arrays of arrays row by row, null arrays none. For generated code only.
 */
public final class FlatResults {
  private final double[] vector;
  private int next;

  /**
   * A vector to be taken apart.
   *
   * @param vector one component for each element of the results
   * @param results the results
   * @throws IllegalArgumentException if the vector is of another length
   */
  public FlatResults(double[] vector, Object... results) {
    require(vector.length, size(results), "vector", "components");
    this.vector = vector;
  }

  /** The elements in a new vector. */
  public static double[] of(Object... results) {
    double[] vector = new double[size(results)];
    put(results, vector, 0);
    return vector;
  }

  /**
   * Writes the elements into a vector.
   *
   * @throws IllegalArgumentException if the vector has not one component for each element
   */
  public static void put(double[] vector, Object... results) {
    require(vector.length, size(results), "vector", "components");
    put(results, vector, 0);
  }

  /**
   * The next components in arrays of the next result's shape, or the next one for a number; null
   * for null.
   *
   * @param <T> the result's type
   */
  @SuppressWarnings("unchecked")
  public <T> T next(T result) {
    return (T) taken(result);
  }

  private Object taken(Object result) {
    if (result instanceof double[] doubles) {
      double[] part = new double[doubles.length];
      System.arraycopy(vector, next, part, 0, part.length);
      next += part.length;
      return part;
    }
    if (result instanceof float[] floats) {
      float[] part = new float[floats.length];
      for (int i = 0; i < part.length; i++) {
        part[i] = (float) vector[next++];
      }
      return part;
    }
    if (result instanceof Double) {
      return vector[next++];
    }
    if (result instanceof Float) {
      return (float) vector[next++];
    }
    if (result instanceof Object[] rows) {
      Object[] parts = rows.clone();
      for (int i = 0; i < parts.length; i++) {
        parts[i] = taken(rows[i]);
      }
      return parts;
    }
    return null;
  }

  private static int size(Object result) {
    if (result instanceof double[] doubles) {
      return doubles.length;
    }
    if (result instanceof float[] floats) {
      return floats.length;
    }
    if (result instanceof Number) {
      return 1;
    }
    int size = 0;
    if (result instanceof Object[] rows) {
      for (Object row : rows) {
        size += size(row);
      }
    }
    return size;
  }

  /** Gives the place behind the last element. */
  private static int put(Object result, double[] vector, int from) {
    int at = from;
    if (result instanceof double[] doubles) {
      System.arraycopy(doubles, 0, vector, at, doubles.length);
      return at + doubles.length;
    }
    if (result instanceof float[] floats) {
      for (float element : floats) {
        vector[at++] = element;
      }
    } else if (result instanceof Number number) {
      vector[at++] = number.doubleValue();
    } else if (result instanceof Object[] rows) {
      for (Object row : rows) {
        at = put(row, vector, at);
      }
    }
    return at;
  }

  /** Refuses what has not one component, or row, for each element of the results. */
  static void require(int found, int elements, String what, String parts) {
    if (found != elements) {
      throw new IllegalArgumentException(
          "[COT104] the function's value has "
              + elements
              + " components, but the "
              + what
              + " has "
              + found
              + " "
              + parts);
    }
  }
}
