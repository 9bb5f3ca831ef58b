package dev.cotangent.runtime;

import dev.cotangent.NonSmooth;
import dev.cotangent.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The floating parameters of a method, flattened into one vector, and back: scalars take one
 * coordinate each, arrays one an element (arrays of arrays row by row), null arrays none. The
 * components of a record are parameters of their own, and none where it is null. Parameters are
 * numbered in the order in which they are added. For generated code only.
 */
public final class Coordinates {
  private final List<Block> blocks = new ArrayList<>();
  private int dimension;

  /** No coordinates yet. */
  public Coordinates() {}

  /** The coordinates of one parameter. */
  private static final class Block {
    final String name;
    final int start;
    final double[] initial;
    final boolean isArray;
    final boolean isSingle;
    double[] point;
    double[] direction;
    float[] floatPoint;
    float[] floatDirection;
    NestedBlock rows;

    Block(String name, int start, double[] initial, boolean isArray, boolean isSingle) {
      this.name = name;
      this.start = start;
      this.initial = initial;
      this.isArray = isArray;
      this.isSingle = isSingle;
    }

    int length() {
      return initial == null ? 0 : initial.length;
    }
  }

  private Coordinates add(String name, double[] initial, boolean isArray, boolean isSingle) {
    Block block = new Block(name, dimension, initial, isArray, isSingle);
    blocks.add(block);
    dimension += block.length();
    return this;
  }

  /** Adds a parameter with its initial value. */
  public Coordinates add(String name, double value) {
    return add(name, new double[] {value}, false, false);
  }

  /** Adds a parameter with its initial value. */
  public Coordinates add(String name, float value) {
    return add(name, new double[] {value}, false, true);
  }

  /** Adds a component of a record with its initial value, null if the record is null. */
  public Coordinates add(String name, Double value) {
    return value == null ? add(name, null, false, false) : add(name, value.doubleValue());
  }

  /** Adds a component of a record with its initial value, null if the record is null. */
  public Coordinates add(String name, Float value) {
    return value == null ? add(name, null, false, true) : add(name, value.floatValue());
  }

  /** Adds a parameter with its initial elements, which are copied. */
  public Coordinates add(String name, double[] elements) {
    return add(name, elements == null ? null : elements.clone(), true, false);
  }

  /** Adds a parameter with its initial elements, which are copied. */
  public Coordinates add(String name, float[] elements) {
    return add(name, wide(elements), true, true);
  }

  /** Adds a parameter that is an array of arrays, which is copied. */
  public Coordinates add(String name, Object[] rows) {
    NestedBlock nested = rows == null ? null : new NestedBlock(rows);
    double[] initial = nested == null ? null : nested.initial();
    add(name, initial, true, nested != null && nested.isSingle());
    blocks.get(blocks.size() - 1).rows = nested;
    return this;
  }

  private static double[] wide(float[] elements) {
    if (elements == null) {
      return null;
    }
    double[] wide = new double[elements.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = elements[i];
    }
    return wide;
  }

  /** The number of coordinates. */
  public int dimension() {
    return dimension;
  }

  /** The initial values, in a new array. */
  public double[] initialPoint() {
    double[] point = new double[dimension];
    for (Block block : blocks) {
      if (block.initial != null) {
        System.arraycopy(block.initial, 0, point, block.start, block.length());
      }
    }
    return point;
  }

  /** A coordinate's name: {@code w}, or {@code x[3]}. */
  public String label(int k) {
    Block block = block(k);
    if (block.rows != null) {
      return block.name + block.rows.label(k - block.start);
    }
    return block.isArray ? block.name + "[" + (k - block.start) + "]" : block.name;
  }

  /** Whether a coordinate is a float. */
  public boolean single(int k) {
    return block(k).isSingle;
  }

  private Block block(int k) {
    for (Block block : blocks) {
      if (k >= block.start && k < block.start + block.length()) {
        return block;
      }
    }
    throw new IndexOutOfBoundsException("coordinate " + k + " of " + dimension);
  }

  /**
   * Refuses a vector of another length.
   *
   * @throws IllegalArgumentException if it has not one component for each coordinate
   */
  public void require(double[] vector) {
    if (vector.length != dimension) {
      throw new IllegalArgumentException(
          "[COT104] the function has "
              + dimension
              + " coordinates, but the vector has "
              + vector.length
              + " components");
    }
  }

  /**
   * Refuses a matrix of another size.
   *
   * @throws IllegalArgumentException if it has not one row of one entry for each coordinate
   */
  public void requireSquare(double[][] matrix) {
    if (matrix.length != dimension) {
      throw new IllegalArgumentException(
          "[COT104] the function has "
              + dimension
              + " coordinates, but the matrix has "
              + matrix.length
              + " rows");
    }
    for (double[] row : matrix) {
      require(row);
    }
  }

  /** Copies a square matrix into another one. */
  public void putRows(double[][] from, double[][] into) {
    for (int i = 0; i < from.length; i++) {
      System.arraycopy(from[i], 0, into[i], 0, from[i].length);
    }
  }

  /** A scalar parameter's component of a vector. */
  public double scalar(int parameter, double[] vector) {
    return vector[blocks.get(parameter).start];
  }

  /** An array parameter's elements at a point, in an array that the next call fills again. */
  public double[] doubles(int parameter, double[] point) {
    Block block = blocks.get(parameter);
    block.point = copied(block, point, block.point);
    return block.point;
  }

  /** An array parameter's components of a direction, in an array that the next call fills again. */
  public double[] directionDoubles(int parameter, double[] direction) {
    Block block = blocks.get(parameter);
    block.direction = copied(block, direction, block.direction);
    return block.direction;
  }

  /** An array parameter's elements at a point, in an array that the next call fills again. */
  public float[] floats(int parameter, double[] point) {
    Block block = blocks.get(parameter);
    block.floatPoint = narrowed(block, point, block.floatPoint);
    return block.floatPoint;
  }

  /** An array parameter's components of a direction, in an array that the next call fills again. */
  public float[] directionFloats(int parameter, double[] direction) {
    Block block = blocks.get(parameter);
    block.floatDirection = narrowed(block, direction, block.floatDirection);
    return block.floatDirection;
  }

  /**
   * The elements at a point of a parameter that is an array of arrays, in arrays that the next call
   * fills again.
   */
  public Object[] rows(int parameter, double[] point) {
    Block block = blocks.get(parameter);
    return block.rows == null ? null : block.rows.point(point, block.start);
  }

  /**
   * The components of a direction that belong to a parameter that is an array of arrays, in arrays
   * that the next call fills again.
   */
  public Object[] directionRows(int parameter, double[] direction) {
    Block block = blocks.get(parameter);
    return block.rows == null ? null : block.rows.direction(direction, block.start);
  }

  private static double[] copied(Block block, double[] vector, double[] kept) {
    if (block.initial == null) {
      return null;
    }
    double[] elements = kept == null ? new double[block.length()] : kept;
    System.arraycopy(vector, block.start, elements, 0, elements.length);
    return elements;
  }

  private static float[] narrowed(Block block, double[] vector, float[] kept) {
    if (block.initial == null) {
      return null;
    }
    float[] elements = kept == null ? new float[block.length()] : kept;
    for (int i = 0; i < elements.length; i++) {
      elements[i] = (float) vector[block.start + i];
    }
    return elements;
  }

  /** Writes a scalar parameter's component of a vector; nothing for one that does not exist. */
  public void put(int parameter, double component, double[] vector) {
    Block block = blocks.get(parameter);
    if (block.initial != null) {
      vector[block.start] = component;
    }
  }

  /** Writes an array parameter's components of a vector; nothing for null. */
  public void put(int parameter, double[] components, double[] vector) {
    if (components != null) {
      System.arraycopy(components, 0, vector, blocks.get(parameter).start, components.length);
    }
  }

  /** Writes an array parameter's components of a vector; nothing for null. */
  public void put(int parameter, float[] components, double[] vector) {
    put(parameter, wide(components), vector);
  }

  /** Writes the components of a parameter that is an array of arrays; nothing for null. */
  public void put(int parameter, Object[] components, double[] vector) {
    if (components != null) {
      NestedBlock.collect(components, vector, blocks.get(parameter).start);
    }
  }

  /** One named scalar for each coordinate of a point, float ones rounded to float. */
  public Scalar[] inputs(double[] point) {
    Scalar[] inputs = new Scalar[dimension];
    for (Block block : blocks) {
      for (int k = block.start; k < block.start + block.length(); k++) {
        inputs[k] = Scalar.of(block.isSingle ? (float) point[k] : point[k], block.name);
      }
    }
    return inputs;
  }

  /** A scalar parameter's input. */
  public Scalar input(int parameter, Scalar[] inputs) {
    return inputs[blocks.get(parameter).start];
  }

  /** An array parameter's inputs, in a new array; null if the parameter is null. */
  public Scalar[] inputArray(int parameter, Scalar[] inputs) {
    Block block = blocks.get(parameter);
    return block.initial == null
        ? null
        : Arrays.copyOfRange(inputs, block.start, block.start + block.length());
  }

  /**
   * The inputs of a parameter that is an array of arrays, in new arrays; null if the parameter is
   * null.
   *
   * @param levels make the arrays, the outermost first, the innermost of rows
   */
  public Object[] inputRows(int parameter, Scalar[] inputs, Nests.Level... levels) {
    Block block = blocks.get(parameter);
    return block.rows == null ? null : block.rows.inputs(inputs, block.start, levels);
  }

  /**
   * The partials of a result in the inputs.
   *
   * @param gradient receives the partials
   * @return the result's value
   */
  public double partials(Scalar result, NonSmooth convention, Scalar[] inputs, double[] gradient) {
    double[] partials = result.partials(1, convention, inputs);
    System.arraycopy(partials, 0, gradient, 0, dimension);
    return result.value();
  }
}
