package dev.cotangent.benchmarks.evals;

import dev.cotangent.Derivative;
import dev.cotangent.Differentiable;

/**
 * The eval {@code ht}: how far points that a sensor saw are from the surface of a hand in a pose.
 *
 * <p>The pose turns bones, each against its parent; vertices follow the bones by fixed weights; the
 * whole hand is then turned and moved.
 */
public final class Ht {
  private static final int FINGERS = 5;
  private static final int JOINTS = 3;
  // A rotation by less than this angle is none.
  private static final double SMALLEST_ANGLE = 1e-4;

  private Ht() {}

  /**
   * The model of a hand: a tree of bones and a surface that follows them.
   *
   * @param boneCount how many bones there are
   * @param parents for each bone the one that it hangs on, or −1
   * @param baseRelatives for each bone its 4×4 transform against the parent in the base pose
   * @param inverseBaseAbsolutes for each bone the inverse of its 4×4 absolute transform there
   * @param basePositions the vertices in the base pose, rows of 4
   * @param weights for each vertex how much it follows each bone
   * @param triangles of the surface, rows of 3 vertices
   * @param isMirrored whether the first coordinate changes its sign
   */
  public record Hand(
      int boneCount,
      int[] parents,
      double[][][] baseRelatives,
      double[][][] inverseBaseAbsolutes,
      double[][] basePositions,
      double[][] weights,
      int[][] triangles,
      boolean isMirrored) {}

  /**
   * The differences between the seen points and their vertices, three coordinates a point.
   *
   * @param theta the pose: 3 for the global rotation, 3 for the translation, 4 angles a finger
   * @param hand the model
   * @param correspondences for each point the vertex that was seen
   * @param points what was seen, rows of 3
   */
  @Differentiable(value = Derivative.JACOBIAN, wrt = "theta")
  public static double[] simple(
      double[] theta, Hand hand, int[] correspondences, double[][] points) {
    double[][] positions = positions(theta, hand);
    double[] errors = new double[3 * points.length];
    for (int i = 0; i < points.length; i++) {
      double[] vertex = positions[correspondences[i]];
      for (int r = 0; r < 3; r++) {
        errors[3 * i + r] = points[i][r] - vertex[r];
      }
    }
    return errors;
  }

  /**
   * The differences between the seen points and their places in triangles, three coordinates a
   * point.
   *
   * @param theta the pose: 3 for the global rotation, 3 for the translation, 4 angles a finger
   * @param us for each point the first two barycentric coordinates of its place
   * @param hand the model
   * @param correspondences for each point the triangle that was seen
   * @param points what was seen, rows of 3
   */
  @Differentiable(value = Derivative.JACOBIAN, wrt = "theta")
  public static double[] complicated(
      double[] theta, double[][] us, Hand hand, int[] correspondences, double[][] points) {
    double[][] positions = positions(theta, hand);
    double[] errors = new double[3 * points.length];
    for (int i = 0; i < points.length; i++) {
      int[] triangle = hand.triangles()[correspondences[i]];
      double u = us[i][0];
      double v = us[i][1];
      double[] a = positions[triangle[0]];
      double[] b = positions[triangle[1]];
      double[] c = positions[triangle[2]];
      for (int r = 0; r < 3; r++) {
        errors[3 * i + r] = points[i][r] - (u * a[r] + v * b[r] + (1 - u - v) * c[r]);
      }
    }
    return errors;
  }

  /**
   * The same as {@link #complicated}, to be differentiated by the places: each point's errors
   * depend on its own two coordinates alone, so that two directions tell all.
   */
  @Differentiable(value = Derivative.JVP, wrt = "us")
  public static double[] placed(
      double[] theta, double[][] us, Hand hand, int[] correspondences, double[][] points) {
    return complicated(theta, us, hand, correspondences, points);
  }

  /** Where the pose puts the vertices, rows of 3. */
  private static double[][] positions(double[] theta, Hand hand) {
    double[][][] transforms = transforms(angles(theta, hand.boneCount()), hand);
    double[][] global = rotation(theta[0], theta[1], theta[2]);
    int vertices = hand.basePositions().length;
    double[][] positions = new double[vertices][3];
    double[] skinned = new double[3];
    for (int v = 0; v < vertices; v++) {
      skin(hand.basePositions()[v], hand.weights()[v], transforms, skinned);
      if (hand.isMirrored()) {
        skinned[0] = -skinned[0];
      }
      for (int r = 0; r < 3; r++) {
        positions[v][r] =
            global[r][0] * skinned[0]
                + global[r][1] * skinned[1]
                + global[r][2] * skinned[2]
                + theta[3 + r];
      }
    }
    return positions;
  }

  /** The mean of what the bones do to a vertex, by weights. */
  private static void skin(
      double[] vertex, double[] weights, double[][][] transforms, double[] result) {
    for (int r = 0; r < 3; r++) {
      double sum = 0;
      for (int bone = 0; bone < weights.length; bone++) {
        double[] row = transforms[bone][r];
        sum +=
            weights[bone]
                * (row[0] * vertex[0]
                    + row[1] * vertex[1]
                    + row[2] * vertex[2]
                    + row[3] * vertex[3]);
      }
      result[r] = sum;
    }
  }

  /**
   * The angles of the bones, rows of 3: each finger bends in three joints, the first also aside.
   */
  private static double[][] angles(double[] theta, int bones) {
    double[][] angles = new double[bones][3];
    int next = 6;
    int bone = 2;
    for (int finger = 0; finger < FINGERS; finger++) {
      for (int joint = 0; joint < JOINTS; joint++) {
        angles[bone][0] = theta[next++];
        if (joint == 0) {
          angles[bone][1] = theta[next++];
        }
        bone++;
      }
      bone++;
    }
    return angles;
  }

  /** For each bone what takes a vertex from the base pose to the pose. */
  private static double[][][] transforms(double[][] angles, Hand hand) {
    int bones = hand.boneCount();
    double[][][] absolutes = new double[bones][][];
    double[][][] transforms = new double[bones][][];
    for (int bone = 0; bone < bones; bone++) {
      double[][] relative = multiply(hand.baseRelatives()[bone], euler(angles[bone]));
      int parent = hand.parents()[bone];
      absolutes[bone] = parent < 0 ? relative : multiply(absolutes[parent], relative);
      transforms[bone] = multiply(absolutes[bone], hand.inverseBaseAbsolutes()[bone]);
    }
    return transforms;
  }

  /** The rotation by the first angle about x, then the third about y, then the second about z. */
  private static double[][] euler(double[] xzy) {
    double cx = Math.cos(xzy[0]);
    double sx = Math.sin(xzy[0]);
    double cz = Math.cos(xzy[1]);
    double sz = Math.sin(xzy[1]);
    double cy = Math.cos(xzy[2]);
    double sy = Math.sin(xzy[2]);
    return new double[][] {
      {cz * cy, -sz * cx + cz * sy * sx, sz * sx + cz * sy * cx, 0},
      {sz * cy, cz * cx + sz * sy * sx, -cz * sx + sz * sy * cx, 0},
      {-sy, cy * sx, cy * cx, 0},
      {0, 0, 0, 1}
    };
  }

  /** The rotation about an axis by an angle, which is the length of the axis. */
  private static double[][] rotation(double a, double b, double c) {
    double angle = Math.sqrt(a * a + b * b + c * c);
    if (angle < SMALLEST_ANGLE) {
      return new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    }
    double x = a / angle;
    double y = b / angle;
    double z = c / angle;
    double sin = Math.sin(angle);
    double cos = Math.cos(angle);
    return new double[][] {
      {x * x + (1 - x * x) * cos, x * y * (1 - cos) - z * sin, x * z * (1 - cos) + y * sin},
      {x * y * (1 - cos) + z * sin, y * y + (1 - y * y) * cos, y * z * (1 - cos) - x * sin},
      {x * z * (1 - cos) - y * sin, z * y * (1 - cos) + x * sin, z * z + (1 - z * z) * cos}
    };
  }

  private static double[][] multiply(double[][] a, double[][] b) {
    double[][] product = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        for (int k = 0; k < 4; k++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }
}
