package dev.cotangent.processor.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

/** Directions to move a point in: along single coordinates, and across all of them. */
final class Directions {
  /** Beyond so many coordinates only some are looked at singly. */
  private static final int SINGLE = 16;

  private static final int ACROSS = 2;
  private static final double GRID = 0x1p-6;

  private Directions() {}

  /** A direction across all coordinates, each component about the size of its coordinate. */
  static double[] across(Coordinates coordinates, long seed) {
    Random random = new Random(seed);
    double[] direction = new double[coordinates.dimension()];
    for (int k = 0; k < direction.length; k++) {
      double component = Math.rint((2 * random.nextDouble() - 1) / GRID) * GRID;
      direction[k] = component * coordinates.unit(k);
    }
    return direction;
  }

  /** A direction along a coordinate. */
  static double[] along(Coordinates coordinates, int k) {
    double[] direction = new double[coordinates.dimension()];
    direction[k] = coordinates.unit(k);
    return direction;
  }

  /** The coordinates to look at singly, and some directions across. */
  static List<double[]> all(Coordinates coordinates) {
    List<double[]> directions = new ArrayList<>();
    int stride = Math.max(1, coordinates.dimension() / SINGLE);
    for (int k = 0; k < coordinates.dimension(); k += stride) {
      directions.add(along(coordinates, k));
    }
    for (int seed = 1; seed <= ACROSS; seed++) {
      directions.add(across(coordinates, seed));
    }
    return directions;
  }

  /** p + t·v. */
  static double[] moved(double[] point, double t, double[] direction) {
    double[] moved = point.clone();
    for (int k = 0; k < moved.length; k++) {
      moved[k] += t * direction[k];
    }
    return moved;
  }

  /** Whether the direction is that of one coordinate among several. */
  static boolean isAlongOne(double[] direction) {
    return direction.length > 1 && DoubleStream.of(direction).filter(x -> x != 0).count() == 1;
  }

  /** The inner product. */
  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  /** The inner product in which zero times anything is zero. */
  static double strongDot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] == 0 || b[k] == 0 ? 0 : a[k] * b[k];
    }
    return sum;
  }

  /** The sum of the sizes of an inner product's terms. */
  static double terms(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += Math.abs(a[k] * b[k]);
    }
    return sum;
  }
}
