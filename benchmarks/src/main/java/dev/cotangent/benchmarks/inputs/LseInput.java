package dev.cotangent.benchmarks.inputs;

/**
 * An input of the eval {@code lse}; the name is that of its JSON.
 *
 * @param x numbers
 */
public record LseInput(double[] x) {
  /**
   * Random numbers from 0 to 1.
   *
   * @param n how many
   */
  public static LseInput random(int n) {
    return new LseInput(new Draws(31_337).vector(n, 0, 1));
  }
}
