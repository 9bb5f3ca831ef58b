package dev.cotangent.benchmarks.evals;

import dev.cotangent.Derivative;
import dev.cotangent.Differentiable;

/** The eval {@code ba}: how far cameras see points from where they were observed. */
public final class Ba {
  // Where a camera's parameters begin in its row of 11.
  private static final int CENTRE = 3;
  private static final int FOCAL_LENGTH = 6;
  private static final int PRINCIPAL_POINT = 7;
  private static final int DISTORTION = 9;

  private Ba() {}

  /**
   * The weighted error of one observation, two coordinates.
   *
   * @param camera rotation (axis times angle), centre, focal length, principal point, distortion
   * @param point where the point is, three coordinates
   * @param weight of the observation
   * @param feature where the camera saw the point, two coordinates
   */
  @Differentiable(
      value = Derivative.JACOBIAN,
      wrt = {"camera", "point", "weight"})
  public static double[] reprojectionError(
      double[] camera, double[] point, double weight, double[] feature) {
    double[] seen = project(camera, point);
    return new double[] {weight * (seen[0] - feature[0]), weight * (seen[1] - feature[1])};
  }

  /**
   * The error of a weight, which keeps it near one.
   *
   * @param weight of an observation
   */
  @Differentiable
  public static double weightError(double weight) {
    return 1 - weight * weight;
  }

  private static double[] project(double[] camera, double[] point) {
    double[] centred = new double[3];
    for (int i = 0; i < 3; i++) {
      centred[i] = point[i] - camera[CENTRE + i];
    }
    double[] p = rotate(camera, centred);
    double x = p[0] / p[2];
    double y = p[1] / p[2];
    double squared = x * x + y * y;
    double distortion =
        1 + camera[DISTORTION] * squared + camera[DISTORTION + 1] * squared * squared;
    double scale = camera[FOCAL_LENGTH] * distortion;
    return new double[] {
      x * scale + camera[PRINCIPAL_POINT], y * scale + camera[PRINCIPAL_POINT + 1]
    };
  }

  /** The formula of Rodrigues; the rotation stands in the first three elements. */
  private static double[] rotate(double[] rotation, double[] p) {
    double squaredAngle =
        rotation[0] * rotation[0] + rotation[1] * rotation[1] + rotation[2] * rotation[2];
    if (squaredAngle == 0) {
      double[] cross = cross(rotation, p);
      return new double[] {p[0] + cross[0], p[1] + cross[1], p[2] + cross[2]};
    }
    double angle = Math.sqrt(squaredAngle);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double[] axis = {rotation[0] / angle, rotation[1] / angle, rotation[2] / angle};
    double[] cross = cross(axis, p);
    double along = (axis[0] * p[0] + axis[1] * p[1] + axis[2] * p[2]) * (1 - cos);
    double[] result = new double[3];
    for (int i = 0; i < 3; i++) {
      result[i] = p[i] * cos + cross[i] * sin + axis[i] * along;
    }
    return result;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }
}
