package dev.cotangent.benchmarks.inputs;

/**
 * An input of the eval {@code llsq}; the names are those of its JSON.
 *
 * @param x the coefficients
 * @param n the number of points
 */
public record LlsqInput(double[] x, int n) {
  /**
   * Random coefficients.
   *
   * @param n points
   * @param m coefficients
   */
  public static LlsqInput random(int n, int m) {
    return new LlsqInput(new Draws(31_337).vector(m, 0, 1), n);
  }
}
