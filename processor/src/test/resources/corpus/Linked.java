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
}
