package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HESSIAN;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** What was not chosen has loops in it, whose reverse sweeps have nothing to do. */
final class ZeroSeeds {
  private ZeroSeeds() {}

  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  @At({"[[1 2] [4 6]] [[1 3] [5 5] [0 0]]", "[[2*-1..1] [2*-1..1] [2*-1..1]] [[2*-1..1] [2*-1..1]]"})
  static double nearest(double[][] centroids, double[][] points) {
    double sum = 0;
    for (double[] point : points) {
      double nearest = Double.POSITIVE_INFINITY;
      for (double[] centroid : centroids) {
        double distance = 0;
        for (int i = 0; i < point.length; i++) {
          double difference = point[i] - centroid[i];
          distance += difference * difference;
        }
        nearest = Math.min(nearest, distance);
      }
      sum += nearest;
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  @At({"[[1 2] [-3 1]] [1 0.5]", "[[3*-1..1] [3*-1..1] [3*-1..1]] [3*-1..1]"})
  static double rectified(double[][] weights, double[] x) {
    double sum = 0;
    for (double[] row : weights) {
      double dot = 0;
      for (int i = 0; i < x.length; i++) {
        dot += row[i] * x[i] * x[i];
      }
      double out = Math.max(0, dot);
      sum += out * out;
    }
    return Math.sqrt(1 + sum);
  }

  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  @At({"[1 2 3] 0.5", "[1 2 3] 20", "[4*-1..1] 0.1..2"})
  static double capped(double[] x, double cap) {
    double product = 1;
    for (double v : x) {
      product *= 1 + v * v;
    }
    return Math.min(cap, product) * Math.max(-cap, product);
  }

  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  @At({"[1 2 3] 0.5", "[3 2 1] 0.5", "[4*-1..1] 0.1..2"})
  static double twoReaders(double[] x, double scale) {
    double squares = 0;
    for (double v : x) {
      squares += scale * v * v;
    }
    double cubes = 0;
    for (double v : x) {
      cubes += v * v * v;
    }
    return Math.max(squares, cubes) + 0.25 * squares;
  }

  /** The loop that was not chosen also overwrites: its reverse sweep must run. */
  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  @At({"[1 2 3] 0.5", "[1 2 3] 20", "[4*-1..1] 0.1..2"})
  static double overwriting(double[] x, double cap) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] * cap;
    }
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += y[i] * y[i];
      y[i] = Math.sin(y[i]);
    }
    double rest = 0;
    for (double v : y) {
      rest += v;
    }
    return Math.min(cap, sum) + rest * rest;
  }

  /** Where a factor is infinite, what was not chosen contributes zero all the same. */
  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  @At("[1e200 2e200] 3")
  static double infinite(double[] x, double cap) {
    double sum = 0;
    for (double v : x) {
      double square = v * v;
      sum += square * square;
    }
    return Math.min(cap, sum);
  }

  /** The same of a number that is used once. */
  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  @At({"1e200 3", "1.5 3", "1.1 3"})
  static double overflown(double x, double cap) {
    double square = x * x;
    return Math.min(cap, square * square);
  }

  /** A branch of the user's own says no. */
  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  @At({"1000 2", "0.5 2", "3 -0.5"})
  static double clipped(double x, double y) {
    double exponential = Math.exp(x * y);
    double sine = Math.sin(y);
    return exponential > 10 ? 10 * sine : exponential * sine;
  }

  /** Chosen at first, but not in the end. */
  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  @At(
      value = {"[0.5 2 3 4]", "[4 3 0.25]"},
      singular = "[1e-200 2 3 0.5]")
  static double dropped(double[] x) {
    double least = Double.MAX_VALUE;
    for (double v : x) {
      least = Math.min(least, 1 / v);
    }
    return least;
  }

  /** An adjoint that nobody gave goes through a loop whose records are on a tape. */
  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  @At(
      value = {"1.1 3 3", "0.5 7 3"},
      singular = "1e100 6 3")
  static double overflownOnTheWay(double x, int steps, double cap) {
    double product = 1;
    int i = 0;
    while (i < steps) {
      product = product * x * x;
      i += product > 1e300 ? 2 : 1;
    }
    return Math.min(cap, product);
  }

  /** Of two that were not chosen, and one that was. */
  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  @At({"1e200 3 -2", "1.5 100 -2", "1.5 2 -2"})
  static double twice(double x, double high, double low) {
    double fourth = x * x * x * x;
    double both = Math.min(high, fourth) * Math.min(2 * high, fourth);
    return both + Math.max(low, -fourth) * x;
  }

  /** What is rounded is the number itself, which no branch has left out. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"0.9088 [1.3953 -0.2424]", "-0.5 [1.3953 -0.2424]"},
      differences = 5e-3)
  static double rounded(double x, double[] y) {
    for (int i = 0; i < 1; i += 2) {
      if (i >= x) {
        y[1] *= x;
        for (int j = 0; j < y.length; j++) {
          if (false) {
            x = 0.5;
            continue;
          }
        }
      } else {
      }
    }
    return 1.5 + (float) x;
  }

  /** What a loop would divide by its length is not divided where it does not run. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[] 1.3", "[1 2] 1.3"})
  static double sharedOut(double[] a, double w) {
    double s = w;
    for (int i = 0; i < a.length; i++) {
      s += a[i] * (w / a.length);
    }
    return s * w;
  }

  /** An overflow that no iteration chooses, the same in each. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.1 1.9 -0.1", "0.1 -1 2"})
  static double overflowInEachIteration(double p, double q, double r) {
    double t = 1.5;
    for (int i = t > 0 ? 1 : 2; i < 9; i = i * 2 + 1) {
      r = Math.sin(q);
      double e = Math.exp(800 * r);
      t += e > 10 ? 10 : e;
    }
    return t + p * r;
  }
}
