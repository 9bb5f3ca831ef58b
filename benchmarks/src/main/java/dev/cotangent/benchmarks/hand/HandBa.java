package dev.cotangent.benchmarks.hand;

/**
 * The Jacobian of {@code Ba.reprojectionError} and the derivative of {@code Ba.weightError}: with
 * the axis a, the angle t and the point c in the camera's frame, a cotangent u of the rotated point
 * meets c as Rᵀu, and the axis as sin t · c × u + (1 − cos t)(u (a · c) + c (a · u)).
 */
public final class HandBa {
  private final double[][] dCamera = new double[2][11];
  private final double[][] dPoint = new double[2][3];
  private final double[][] dWeight = new double[2][1];
  private double dWeightError;

  // What both rows have in common.
  private double a0;
  private double a1;
  private double a2;
  private double c0;
  private double c1;
  private double c2;
  private double angle;
  private double cos;
  private double sin;
  private double along;

  /** Computes the first error and all partials of the three. */
  public double jacobian(double[] camera, double[] point, double weight, double[] feature) {
    c0 = point[0] - camera[3];
    c1 = point[1] - camera[4];
    c2 = point[2] - camera[5];
    double squaredAngle = camera[0] * camera[0] + camera[1] * camera[1] + camera[2] * camera[2];
    double p0;
    double p1;
    double p2;
    if (squaredAngle == 0) {
      angle = 0;
      p0 = c0 + (camera[1] * c2 - camera[2] * c1);
      p1 = c1 + (camera[2] * c0 - camera[0] * c2);
      p2 = c2 + (camera[0] * c1 - camera[1] * c0);
    } else {
      angle = Math.sqrt(squaredAngle);
      cos = Math.cos(angle);
      sin = Math.sin(angle);
      a0 = camera[0] / angle;
      a1 = camera[1] / angle;
      a2 = camera[2] / angle;
      along = a0 * c0 + a1 * c1 + a2 * c2;
      double t = along * (1 - cos);
      p0 = c0 * cos + (a1 * c2 - a2 * c1) * sin + a0 * t;
      p1 = c1 * cos + (a2 * c0 - a0 * c2) * sin + a1 * t;
      p2 = c2 * cos + (a0 * c1 - a1 * c0) * sin + a2 * t;
    }
    double x = p0 / p2;
    double y = p1 / p2;
    double squared = x * x + y * y;
    double distortion = 1 + camera[9] * squared + camera[10] * squared * squared;
    double scale = camera[6] * distortion;
    double error = x * scale + camera[7] - feature[0];
    dWeight[0][0] = error;
    dWeight[1][0] = y * scale + camera[8] - feature[1];
    dWeightError = -2 * weight;
    double slope = 2 * camera[6] * (camera[9] + 2 * camera[10] * squared);
    double mixed = weight * (x * y * slope);
    double wx = weight * x;
    double wy = weight * y;
    double inverse = 1 / p2;
    lens(dCamera[0], wx, distortion, camera[6] * squared, squared);
    dCamera[0][7] = weight;
    row(0, (weight * scale + wx * x * slope) * inverse, mixed * inverse, x, y);
    lens(dCamera[1], wy, distortion, camera[6] * squared, squared);
    dCamera[1][8] = weight;
    row(1, mixed * inverse, (weight * scale + wy * y * slope) * inverse, x, y);
    return weight * error;
  }

  /** By the focal length and the distortion. */
  private static void lens(
      double[] bar, double coordinate, double distortion, double bend, double squared) {
    bar[6] = coordinate * distortion;
    bar[9] = coordinate * bend;
    bar[10] = coordinate * (bend * squared);
  }

  /** By the rotation, the centre and the point, from what the first coordinates of p get. */
  private void row(int row, double u0, double u1, double x, double y) {
    double u2 = -(x * u0 + y * u1);
    double[] bar = dCamera[row];
    double cross0 = c1 * u2 - c2 * u1;
    double cross1 = c2 * u0 - c0 * u2;
    double cross2 = c0 * u1 - c1 * u0;
    if (angle == 0) {
      bar[0] = cross0;
      bar[1] = cross1;
      bar[2] = cross2;
      point(row, u0, u1, u2);
      return;
    }
    double rest = 1 - cos;
    double au = a0 * u0 + a1 * u1 + a2 * u2;
    double g0 = sin * cross0 + rest * (u0 * along + c0 * au);
    double g1 = sin * cross1 + rest * (u1 * along + c1 * au);
    double g2 = sin * cross2 + rest * (u2 * along + c2 * au);
    double uc = u0 * c0 + u1 * c1 + u2 * c2;
    double turned = a0 * cross0 + a1 * cross1 + a2 * cross2;
    double byAngle = cos * turned + sin * (au * along - uc);
    double inverse = 1 / angle;
    double common = byAngle - (a0 * g0 + a1 * g1 + a2 * g2) * inverse;
    bar[0] = a0 * common + g0 * inverse;
    bar[1] = a1 * common + g1 * inverse;
    bar[2] = a2 * common + g2 * inverse;
    double t = rest * au;
    point(
        row,
        cos * u0 + sin * (u1 * a2 - u2 * a1) + a0 * t,
        cos * u1 + sin * (u2 * a0 - u0 * a2) + a1 * t,
        cos * u2 + sin * (u0 * a1 - u1 * a0) + a2 * t);
  }

  private void point(int row, double v0, double v1, double v2) {
    double[] bar = dPoint[row];
    bar[0] = v0;
    bar[1] = v1;
    bar[2] = v2;
    double[] centre = dCamera[row];
    centre[3] = -v0;
    centre[4] = -v1;
    centre[5] = -v2;
  }

  /** A row for each error, by the camera. */
  public double[][] dCamera() {
    return dCamera;
  }

  /** A row for each error, by the point. */
  public double[][] dPoint() {
    return dPoint;
  }

  /** A row for each error, by the weight. */
  public double[][] dWeight() {
    return dWeight;
  }

  /** What the error of the weight has as its derivative. */
  public double dWeightError() {
    return dWeightError;
  }
}
