package dev.cotangent.benchmarks.inputs;

import java.util.SplittableRandom;

/** Random numbers for inputs: the same at each run. */
public final class Draws {
  private final SplittableRandom random;

  /**
   * A sequence of its own for each seed.
   *
   * @param seed any number
   */
  public Draws(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * A number between two bounds.
   *
   * @param low the least
   * @param high more than any
   */
  public double between(double low, double high) {
    return random.nextDouble(low, high);
  }

  /**
   * Numbers between two bounds.
   *
   * @param low the least
   * @param high more than any
   * @param n how many
   */
  public double[] vector(int n, double low, double high) {
    return random.doubles(n, low, high).toArray();
  }

  /**
   * Rows of numbers between two bounds.
   *
   * @param rows how many
   * @param columns how long each is
   * @param low the least
   * @param high more than any
   */
  public double[][] matrix(int rows, int columns, double low, double high) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = vector(columns, low, high);
    }
    return matrix;
  }

  /**
   * Whole numbers from zero.
   *
   * @param n how many
   * @param bound more than any
   */
  public int[] indices(int n, int bound) {
    return random.ints(n, 0, bound).toArray();
  }
}
