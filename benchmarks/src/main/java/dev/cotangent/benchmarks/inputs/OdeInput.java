package dev.cotangent.benchmarks.inputs;

/**
 * An input of the eval {@code ode}; the names are those of its JSON.
 *
 * @param x the coefficients
 * @param s the number of steps
 */
public record OdeInput(double[] x, int s) {
  /**
   * Random coefficients.
   *
   * @param n components
   * @param s steps
   */
  public static OdeInput random(int n, int s) {
    return new OdeInput(new Draws(31_337).vector(n, 0, 1), s);
  }
}
