package dev.cotangent.benchmarks.inputs;

import dev.cotangent.benchmarks.evals.Ht;

/**
 * An input of the eval {@code ht}; the names are those of its JSON.
 *
 * @param theta the pose
 * @param data the model and what was seen
 * @param us for each point two barycentric coordinates; empty in the simple form
 */
public record HtInput(double[] theta, Data data, double[][] us) {
  private static final int BONES = 22;

  /**
   * The model and what was seen.
   *
   * @param model the hand
   * @param correspondences for each point its vertex or triangle
   * @param points rows of 3
   */
  public record Data(Ht.Hand model, int[] correspondences, double[][] points) {}

  /** Whether points lie in triangles and not at vertices. */
  public boolean complicated() {
    return us.length > 0;
  }

  /**
   * A hand whose fingers stand apart, with random vertices, in the complicated form.
   *
   * @param vertices how many the surface has
   * @param n how many points were seen
   */
  public static HtInput random(int vertices, int n) {
    Draws draws = new Draws(31_337);
    int[][] triangles = new int[vertices][];
    for (int i = 0; i < vertices; i++) {
      triangles[i] = new int[] {i, (i + 1) % vertices, (i + 2) % vertices};
    }
    Ht.Hand model =
        new Ht.Hand(
            BONES,
            parents(),
            transforms(0.1),
            transforms(-0.1),
            draws.matrix(vertices, 4, 0, 1),
            draws.matrix(vertices, BONES, 0, 0.1),
            triangles,
            false);
    Data data = new Data(model, draws.indices(n, vertices), draws.matrix(n, 3, -1, 1));
    return new HtInput(draws.vector(26, -1, 1), data, draws.matrix(n, 2, 0, 0.5));
  }

  /** The wrist, five fingers of four bones, and the forearm. */
  private static int[] parents() {
    int[] parents = new int[BONES];
    for (int i = 1; i < BONES - 1; i++) {
      parents[i] = (i - 1) % 4 == 0 ? 0 : i - 1;
    }
    parents[0] = -1;
    return parents;
  }

  private static double[][][] transforms(double shift) {
    double[][][] transforms = new double[BONES][4][4];
    for (double[][] transform : transforms) {
      for (int r = 0; r < 4; r++) {
        transform[r][r] = 1;
      }
      transform[0][3] = shift;
    }
    return transforms;
  }
}
