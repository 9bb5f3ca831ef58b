package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HESSIAN;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Arrays of a few elements, which become variables, and some that must not. */
final class SmallArrays {
  private SmallArrays() {}

  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  @At({"[1 2 3] [0.5 -1 2]", "[3*-1..1] [3*-1..1]"})
  static double crossed(double[] a, double[] b) {
    double[] c = cross(a, b);
    double[] d = cross(c, b);
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += c[i] * d[i] + d[i] * a[i];
    }
    return sum;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  /** Each branch makes its own; one writes it in a loop. */
  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  @At({"[1 2 3] 0.5", "[1 2 3] -0.5", "[3*-1..1] -1..1"})
  static double chosen(double[] x, double y) {
    double[] v = branch(x, y);
    v[1] += v[0] * y;
    return v[0] * v[1] + v[2] * v[2];
  }

  private static double[] branch(double[] x, double y) {
    if (y > 0) {
      return new double[] {x[0] * y, x[1], Math.sin(x[2])};
    }
    double[] result = new double[3];
    for (int i = 0; i < 3; i++) {
      result[i] = x[i] * x[i] * y;
    }
    return result;
  }

  /** Elements that loops carry, in both kinds, and one that a branch writes. */
  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  @At({"0.5 0.25 4", "-1..1 -1..1 3", "0.5 2 0"})
  static double oscillator(double position, double velocity, int steps) {
    double[] state = {position, velocity};
    for (int s = 0; s < steps; s++) {
      double force = -state[0] - 0.1 * state[1];
      state[1] += 0.1 * force;
      state[0] += 0.1 * state[1];
      if (state[0] < 0.3) {
        state[0] = state[0] * state[0];
      }
    }
    int rounds = 0;
    while (Math.abs(state[0]) > 0.05 && rounds < 5) {
      state[0] /= 2 + state[1] * state[1];
      rounds++;
    }
    return state[0] + state[1] * state.length;
  }

  /** Of other types, and left at zero. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5f 2", "0.25f 0.5"})
  static double types(float x, double y) {
    float[] f = new float[2];
    int[] n = {3, 4};
    boolean[] flags = new boolean[1];
    f[0] = x * x;
    n[0] += n[1];
    flags[0] = y > 1;
    double sum = f[0] * n[0] + f[1] * y;
    return flags[0] ? sum * y : sum;
  }

  /** What is read at an index that is not known, handed on, or may be another stays an array. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[1 2 3] 1", "[3*-1..1] 2", "[3*-1..1] 0"})
  static double seen(double[] x, int k) {
    double[] indexed = {x[0], x[1] * x[2], x[2]};
    double[] kept = {x[0] * x[1], x[1]};
    double[] other = {x[2], x[0]};
    double[] either = k > 0 ? kept : other;
    kept[0] *= 3;
    either[1] += x[0] * kept[0];
    double[] same = indexed;
    same[k] *= x[k];
    return indexed[k] * indexed[0] + kept[1] * other[0] + other[1] * either[0];
  }

  /** A condition writes, too. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"4.5 0.5", "2..5 0.25..1"})
  static double writtenByTheCondition(double x, double y) {
    double[] state = {x, y};
    while ((state[0] -= 1) > 0) {
      state[1] *= 1 + state[0] * y;
    }
    return state[0] * state[1];
  }

  /** The bounds are those of Java. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(value = "[1 2 3] false", singular = "[1 2 3] true")
  static double outside(double[] x, boolean beyond) {
    double[] two = {x[0], x[1]};
    if (beyond) {
      two[2] = x[2];
    }
    return two[0] * two[1];
  }
}
