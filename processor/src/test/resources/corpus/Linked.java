package corpus;

import static corpus.Kernels.tower;
import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Calls of annotated methods of another file, through their companions. */
final class Linked {
  private Linked() {}

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 -1..1", "2 0.5"})
  static double nested(double x, double y) {
    return Kernels.wave(Kernels.wave(x, y, 3) * y, x, 2) + tower(x * y, 2) * y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1"})
  static double oneValueTwice(double x) {
    return Kernels.wave(x, x, 3) + Kernels.wave(new double[] {x, x * x}, x, x);
  }

  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      wrt = "y")
  @At({"-1..1 -1..1"})
  static double passiveWhereItDifferentiates(double x, double y) {
    return Kernels.wave(x, y, 3) * y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*0.1..1] 0.1..0.3"})
  static double inPlace(double[] a, double rate) {
    double first = Kernels.relax(a, rate);
    a[0] = first * a[1];
    return first + Kernels.relax(a, first) + a[2] * a[0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*0.1..1] 0.1..0.3", "[2] 0.1"})
  static double inLoops(double[] a, double rate) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = i; j < 3; j++) {
        sum += Kernels.relax(a, rate + 0.1 * sum);
      }
      if (sum > 0.2) {
        sum *= Kernels.tower(a[0], i);
      } else {
        sum += Kernels.settle(a[0] + 2);
      }
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..1"})
  static double inWhile(double x) {
    double y = x;
    int n = 0;
    while (y < 3 && n < 6) {
      y += Kernels.settle(y + 1) * 0.3;
      n++;
    }
    return y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1]"})
  static double accumulated(double[] a) {
    double sum = 0;
    for (double v : a) {
      sum += Kernels.wave(v, v * v, 3);
    }
    return sum * sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"0.5..1 [2*-1..1]", "-1..-0.5 [2*-1..1]"},
      differences = 1e-1)
  static float floats(float x, float[] a) {
    return Kernels.halves(x * 2, a) * x + a[0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"null -1..1", "[2] -1..1"})
  static double nullArray(double[] a, double x) {
    return Kernels.orNothing(a, x * x) + Kernels.orNothing(null, x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1] -1..1"})
  static double localArrays(double[] a, double x) {
    double[] to = new double[a.length];
    to[1] = x;
    double energy = Kernels.smooth(a, to, 2);
    return energy * to[2] + Kernels.smooth(to, a, 1);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1]"})
  static double oneArrayForTwo(double[] a) {
    return Kernels.smooth(a, a, 2) + a[1];
  }

  private static double descend(double x, int n) {
    return n == 0 ? Kernels.settle(x + 1) : Kernels.wave(descend(x * 0.9, n - 1), x, 2);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..1"})
  static double inRecursion(double x) {
    return descend(x, 3) * descend(x, 1);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[2*0.5..1] true", "[2*0.5..1] false"})
  static double chosen(double[] a, boolean first) {
    double[] b = {a[1], a[0] * 2};
    double[] c = first ? a : b;
    double moved = Kernels.relax(c, 0.3);
    return moved * a[1] + b[1];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1"})
  static double resultUnused(double x) {
    double[] a = {x, x * x, 3};
    Kernels.relax(a, 0.5);
    return a[1] * a[2];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"-1..1 [2*-1..1]"},
      singular = {"1 []", "1 null"})
  static double throwsAsTheCalleeDoes(double x, double[] a) {
    a[0] = x * a[0];
    return Kernels.wave(a, x) * x + Kernels.relax(a, x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 [2*-1..1]"})
  static double tabled(double x, double[] a) {
    return Kernels.tabled(x, a, 4) * x * a[1];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 [2*-1..1]"})
  static double givesAnArray(double x, double[] a) {
    double[] y = Kernels.powers(x * a[0], a, 4);
    y[1] *= x;
    a[0] = y[1] * y[3];
    return y[0] * a[0] + Kernels.powers(y[2], y, 3)[2] + a[1];
  }

  /** The array is varied only behind the call. */
  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      wrt = "x")
  @At({"-1..1"})
  static double givesAPassiveArray(double x) {
    double[] y = Kernels.powers(0.5, new double[] {1, 2}, 3);
    double sum = y[1] * x;
    y[0] = x * y[2];
    return sum + y[0] * y[0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[2*-1..1] 3", "[2*-1..1] -1"})
  static double givesPerhaps(double[] a, int n) {
    double[] y = Kernels.powers(a[0], a, n);
    return y == null ? a[1] * a[1] : y[0] * y[2] + a[1];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[2*0.5..1] [2*-1..0.4]", "[2*-1..-0.5] [2*0.6..1]"})
  static double givesAnArgument(double[] a, double[] b) {
    double[] c = Kernels.larger(a, b);
    c[1] *= a[0];
    double sum = c[1] + a[1] * b[1];
    double[] d = Kernels.larger(c, c);
    d[0] *= c[0] * b[0];
    return sum * c[0] + a[0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[2*0.5..1] [2*0.5..1]"})
  static double givesRows(double[] a, double[] b) {
    double[][] rows = {b, a};
    double[][] c = Kernels.outer(a, rows);
    c[3][1] *= c[1][0];
    c[4][0] += c[0][1];
    return c[0][0] * b[0] + (c[2] == null ? a[0] * a[0] : 0) + c[0][1];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[2*-1..1] -1..1"})
  static double filled(double[] a, double x) {
    double[] y = {x, 1, a[1]};
    for (int k = 0; k < 3; k++) {
      Kernels.fill(a, y, x);
      a[k % 2] *= y[k];
      Kernels.nothing(x * y[0], y);
    }
    return y[0] * y[1] + y[2] * y[2];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"-1..1 -1..1"},
      differences = 1e-1)
  static float filledTwice(float a, float b) {
    float[] sum = {1};
    double[] product = new double[1];
    Kernels.both(a, b, sum, product);
    return (float) (product[0] * product[0]) * a + sum[0] * b;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*0.5..1] 4", "[3*0.5..1] 0"})
  static double givesByRecursion(double[] a, int n) {
    double sum = 0;
    for (int k = 0; k < 2; k++) {
      double[] y = Kernels.recursive(a, n);
      sum += y[1] * y[0];
      a = y;
    }
    return sum * a[2];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[2*-1..1] true", "[2*-1..1] false"})
  static double givesInABranch(double[] a, boolean call) {
    double[] y = a;
    if (call) {
      y = Kernels.powers(a[0], a, 2);
      Kernels.powers(a[1], y, 2);
    }
    return y[0] * y[1] * a[1];
  }
}
