package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Derivatives within methods, differentiated again. */
final class Nested {
  private Nested() {}

  @Differentiable({GRADIENT, JVP, HVP})
  @At("-1..1 -1..1")
  static double sum(double x, double y) {
    return x + y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("0.2..1 -1..1")
  static double wave(double x, double y) {
    return Math.sin(x * y) * x + Math.sqrt(x);
  }

  /** The classic of perturbation confusion: the partial in x is 1 at every point. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"3 4 => 1 0", "-1..1 -1..1"})
  static double confusion(double x, double y) {
    return x * NestedSum.gradient(x, y).dY();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"3 4 => 1 0", "-1..1 -1..1"})
  static double confusionForwards(double x, double y) {
    return x * NestedSum.jvp(x, y, 0, 1).tangent();
  }

  /** One level deeper: the partial of x · ∂y (y · ∂z (x y z)) = x · 2xy. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At("-1..1 -1..1 -1..1")
  static double volume(double x, double y, double z) {
    return x * y * z;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("-1..1 -1..1 -1..1")
  static double middle(double x, double y, double z) {
    return y * NestedVolume.gradient(x, y, z).dZ();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"2 3 5 => 24 8 0", "-1..1 -1..1 -1..1"})
  static double deeper(double x, double y, double z) {
    return x * NestedMiddle.jvp(x, y, z, 0, 1, 0).tangent();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("0.2..1 -1..1")
  static double holder(double x, double y) {
    var g = NestedWave.gradient(x, y);
    double s = g.dX() * g.dY();
    if (s > 0) {
      g = NestedWave.gradient(y * y + 1, x);
    }
    NestedWave.Gradient last = g;
    return s + last.value() * last.dX();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("0.2..1 -1..1 -1..1 -1..1")
  static double forwards(double x, double y, double u, double v) {
    NestedWave.Tangent t = NestedWave.jvp(x, y, u, v);
    return t.tangent() * t.value() + NestedWave.value(x, v);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("0.2..1 -1..1 -1..1 -1..1")
  static double curvature(double x, double y, double u, double v) {
    NestedWave.Gradient g = NestedWave.hvp(x, y, u, v);
    return g.dX() + g.value() * g.dY();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("0.2..1 3")
  static double loop(double x, int n) {
    double s = x;
    while (s * s < n) {
      s = s * Math.exp(x) + 0.5;
    }
    return s;
  }

  private static double power(double x, int n) {
    return n == 0 ? 1 : power(Math.sin(x), n - 1) * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("0.2..1 4")
  static double recursive(double x, int n) {
    return power(x, n) + power(x * x, 2);
  }

  /** Inner derivatives whose sweeps use a tape. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.2..1 2", "0.2..1 3"})
  static double taped(double x, int n) {
    double a = NestedLoop.gradient(x, n).dX();
    double b = NestedRecursive.gradient(x, n).dX();
    return a * b + NestedRecursive.jvp(a, n, x).tangent();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("0.2..1 2")
  static double tapedTwice(double x, int n) {
    return NestedTaped.gradient(x, n).dX();
  }

  /** A recursive helper that asks for derivatives itself. */
  private static double newton(double x, int steps) {
    if (steps == 0) {
      return x;
    }
    NestedWave.Gradient g = NestedWave.gradient(x, 0.7);
    return newton(x - g.value() / (g.dX() + 2), steps - 1);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("0.2..1")
  static double recursiveNewton(double x) {
    return newton(x, 3);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("[3*-1..1] [3*-1..1]")
  static double valley(double[] w, double[] data) {
    double s = 0;
    for (int i = 0; i < w.length; i++) {
      double e = w[i] - Math.tanh(data[i] * w[(i + 1) % w.length]);
      s += e * e;
    }
    return s + w[0] * w[0] * w[0] * w[0];
  }

  /** A minimisation by gradient descent, as a function of the data. */
  @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = {"start", "data", "rate"})
  @At("[3*-1..1] [3*-1..1] 0.05 5")
  static double descent(double[] start, double[] data, double rate, int steps) {
    double[] w = start.clone();
    for (int k = 0; k < steps; k++) {
      double[] d = NestedValley.gradient(w, data).dW();
      for (int i = 0; i < w.length; i++) {
        w[i] -= rate * d[i];
      }
    }
    return NestedValley.value(w, data);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("[3*-1..1] [3*-1..1] [3*-1..1]")
  static double arraysAlong(double[] w, double[] data, double[] u) {
    double[] zero = new double[data.length];
    double t = NestedValley.jvp(w, data, u, zero).tangent();
    NestedValley.Gradient h = NestedValley.hvp(w, data, u, data);
    return t * h.dW()[1] + h.dData()[0] * h.value();
  }

  @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = "x")
  @At(value = "-1..1 [2*-1..1]", differences = 1e-3)
  static float mixed(float x, float[] a) {
    return x * a[0] * a[1] + a[1] * a[1] * x * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(value = "-1..1 [2*-1..1]", differences = 1e-3)
  static double floats(float x, float[] a) {
    NestedMixed.Gradient g = NestedMixed.gradient(x, a);
    return g.dX() * g.value() + NestedMixed.jvp(x, a, x).tangent();
  }

  /** The inner method writes to its array: partials are with respect to the values at entry. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At("[3*-1..1]")
  static double inPlace(double[] a) {
    for (int i = 1; i < a.length; i++) {
      a[i] = a[i] * a[i - 1] + Math.sin(a[i]);
    }
    return a[a.length - 1] * a[0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("[3*-1..1]")
  static double afterwards(double[] a) {
    double[] copy = a.clone();
    double s = NestedInPlace.gradient(copy).dA()[1];
    return s * copy[2] + NestedInPlace.jvp(a, copy).tangent() * a[1];
  }

  /** The length of partials is that of the array, whatever a holder has kept. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1]", "[2*-1..1]", "[3*-1..1]"})
  static double asked(double[] a) {
    double[] slope = NestedInPlace.gradient(a.clone()).dA();
    double sum = 0;
    for (int i = 0; i < slope.length; i++) {
      sum += slope[i] * slope[i] * a[i];
    }
    return sum * slope.clone().length;
  }

  /** An access beyond them throws. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(value = "[4*-1..1]", singular = "[0.5 0.25]")
  static double beyond(double[] a) {
    double[] slope = NestedInPlace.gradient(a.clone()).dA();
    double third = slope[2];
    slope[a.length - 2] = third * a[0];
    return slope[0] * a[1];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("-1..1 -1..1")
  static double passive(double x, double y) {
    return (double) Math.floorMod(2, 3);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("-1..1 -1..1")
  static double ofPassive(double x, double y) {
    return NestedPassive.gradient(x, y).dX() + NestedPassive.jvp(x, y, y, x).value() * x * y;
  }

  /** What was stored before the loop is overwritten in it, by the inner method. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At("0.2..1 [3*-1..1]")
  static double overwritten(double x, double[] a) {
    a[1] = x;
    double sum = 0;
    for (double e : a) {
      sum += NestedInPlace.gradient(a).dA()[0] * e;
    }
    return a[1] + sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double level(double x) {
    return 1.5;
  }

  /** What depends on nothing does not move, though the tangent be no number. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1", "2"})
  static double levelAlongNoNumber(double x) {
    return NestedLevel.jvp(x, Math.sqrt(x - 1)).tangent() + x * x;
  }
}
