package dev.cotangent.benchmarks.inputs;

/**
 * An input of the eval {@code ba}: one observation, which stands for all; the names are those of
 * its JSON.
 *
 * @param n cameras
 * @param m points
 * @param p observations: the i-th is of point i mod m by camera i mod n
 * @param cam 11 parameters of a camera
 * @param x 3 coordinates of a point
 * @param w the weight of an observation
 * @param feat 2 coordinates of what was seen
 */
public record BaInput(int n, int m, int p, double[] cam, double[] x, double w, double[] feat) {
  /**
   * A camera some way off.
   *
   * @param n cameras
   * @param m points
   * @param p observations
   */
  public static BaInput random(int n, int m, int p) {
    double[] camera = {0.3, -0.2, 0.4, 0.1, -0.3, -5, 420, 6, -9, 0.02, 0.003};
    return new BaInput(
        n, m, p, camera, new Draws(31_337).vector(3, -1, 1), 0.417022, new double[] {27, 83});
  }
}
