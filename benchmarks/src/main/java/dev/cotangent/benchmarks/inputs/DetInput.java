package dev.cotangent.benchmarks.inputs;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An input of the eval {@code det}; the names are those of its JSON.
 *
 * @param a the matrix, row by row
 * @param ell the number of rows and of columns
 */
public record DetInput(@JsonProperty("A") double[] a, int ell) {
  /**
   * Random elements.
   *
   * @param size the number of rows and of columns
   */
  public static DetInput random(int size) {
    return new DetInput(new Draws(31_337).vector(size * size, 0, 1), size);
  }
}
