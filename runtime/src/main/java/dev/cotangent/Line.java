package dev.cotangent;

/**
 * The values of a subject along a line through its point: φ(t) = f(p + t·v). Steps are in units of
 * the direction v, whose components are powers of two near the coordinates' sizes, so that p + t·v
 * is nearly always exact for t a power of two.
 */
final class Line {
  private final GradientCheck.Subject subject;
  private final double[] point;
  private final double[] direction;
  private final int only;

  private Line(GradientCheck.Subject subject, double[] point, double[] direction, int only) {
    this.subject = subject;
    this.point = point;
    this.direction = direction;
    this.only = only;
  }

  /** The line along one coordinate; {@code unit} is a power of two. */
  static Line along(GradientCheck.Subject subject, double[] point, int k, double unit) {
    double[] direction = new double[point.length];
    direction[k] = unit;
    return new Line(subject, point, direction, k);
  }

  /** The line along a direction in all coordinates. */
  static Line along(GradientCheck.Subject subject, double[] point, double[] direction) {
    return new Line(subject, point, direction, -1);
  }

  /** What one unit of a step is in terms of the coordinate; one for a direction. */
  double unit() {
    return only < 0 ? 1 : direction[only];
  }

  /** The value at a step; NaN where the method throws. */
  double at(double t) {
    double[] moved = point.clone();
    for (int k = 0; k < moved.length; k++) {
      if (direction[k] != 0) {
        moved[k] = moved(k, t);
      }
    }
    try {
      return subject.value(moved);
    } catch (RuntimeException outsideTheDomain) {
      return Double.NaN;
    }
  }

  /** How far the point really moves at a step, in units of the direction. */
  double displacement(double t) {
    return only < 0 ? t : (moved(only, t) - point[only]) / direction[only];
  }

  private double moved(int k, double t) {
    double moved = point[k] + t * direction[k];
    return subject.single(k) ? (float) moved : moved;
  }

  /** The smallest step that is exact enough: floats have fewer digits to move. */
  int finestExponent() {
    return movesFloats() ? -12 : -24;
  }

  /** Whether a float is among the coordinates that move. */
  boolean movesFloats() {
    for (int k = 0; k < direction.length; k++) {
      if (direction[k] != 0 && subject.single(k)) {
        return true;
      }
    }
    return false;
  }
}
