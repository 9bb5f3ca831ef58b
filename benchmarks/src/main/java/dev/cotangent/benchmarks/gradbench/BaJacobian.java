package dev.cotangent.benchmarks.gradbench;

import dev.cotangent.benchmarks.evals.BaReprojectionError;
import dev.cotangent.benchmarks.evals.BaWeightError;
import java.util.Arrays;

/**
 * The Jacobian of all errors of the eval {@code ba}, by rows: two of each observation, with 11
 * entries of its camera, 3 of its point and one of its weight, then one of each weight.
 */
final class BaJacobian {
  private static final int CAMERA = 11;
  private static final int POINT = 3;
  private static final int ENTRIES = CAMERA + POINT + 1;
  // How much of each array the output tells.
  private static final int SHOWN = 30;

  private final int cameras;
  private final int points;
  private final int observations;
  private final int[] rows;
  private final int[] cols;
  private final double[] vals;
  private final BaReprojectionError.Jacobian block = new BaReprojectionError.Jacobian();
  private final BaWeightError.Gradient weight = new BaWeightError.Gradient();

  /** Without entries. */
  BaJacobian(int cameras, int points, int observations) {
    this.cameras = cameras;
    this.points = points;
    this.observations = observations;
    this.rows = new int[3 * observations + 1];
    this.cols = new int[(2 * ENTRIES + 1) * observations];
    this.vals = new double[cols.length];
  }

  /** The first entries of each array, and the last. */
  record Digest(int[] rows, int[] cols, double[] vals) {}

  /** The rows of an observation. */
  void observe(int i, int camera, int point, Observation at) {
    BaReprojectionError.jacobian(at.camera(), at.point(), at.weight(), at.feature(), block);
    for (int k = 0; k < 2; k++) {
      int from = (2 * i + k) * ENTRIES;
      rows[2 * i + k] = from;
      System.arraycopy(block.dCamera()[k], 0, vals, from, CAMERA);
      System.arraycopy(block.dPoint()[k], 0, vals, from + CAMERA, POINT);
      vals[from + CAMERA + POINT] = block.dWeight()[k][0];
      for (int j = 0; j < CAMERA; j++) {
        cols[from + j] = CAMERA * camera + j;
      }
      for (int j = 0; j < POINT; j++) {
        cols[from + CAMERA + j] = CAMERA * cameras + POINT * point + j;
      }
      cols[from + CAMERA + POINT] = weightColumn(i);
    }
    BaWeightError.gradient(at.weight(), weight);
    int last = 2 * ENTRIES * observations + i;
    rows[2 * observations + i] = last;
    rows[2 * observations + i + 1] = last + 1;
    cols[last] = weightColumn(i);
    vals[last] = weight.dWeight();
  }

  /** What the errors of an observation depend on. */
  record Observation(double[] camera, double[] point, double weight, double[] feature) {}

  private int weightColumn(int i) {
    return CAMERA * cameras + POINT * points + i;
  }

  /** The entries of the two rows of an observation. */
  double[][] entries(int i) {
    double[][] entries = new double[2][];
    for (int k = 0; k < 2; k++) {
      int from = (2 * i + k) * ENTRIES;
      entries[k] = Arrays.copyOfRange(vals, from, from + ENTRIES);
    }
    return entries;
  }

  /** What the protocol's output tells of it. */
  Digest digest() {
    return new Digest(shown(rows), shown(cols), shown(vals));
  }

  private static int[] shown(int[] array) {
    int[] shown = Arrays.copyOf(array, Math.min(array.length, SHOWN) + 1);
    shown[shown.length - 1] = array[array.length - 1];
    return shown;
  }

  private static double[] shown(double[] array) {
    double[] shown = Arrays.copyOf(array, Math.min(array.length, SHOWN) + 1);
    shown[shown.length - 1] = array[array.length - 1];
    return shown;
  }
}
