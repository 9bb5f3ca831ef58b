package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.NonSmooth;
import dev.cotangent.processor.corpus.At;

/** Kinks, edges of domains, infinities: the conventions are public, so they are pinned here. */
final class Singular {
  private Singular() {}

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"-2 => -1", "3 => 1"},
      singular = {"0 => 0", "-0.0 => -0.0", "NaN", "Infinity"})
  static double absolute(double x) {
    return Math.abs(x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"1 2 => 0 1", "2 1 => 1 0"},
      singular = {"1 1 => 1 0", "0 -0.0 => 1 0", "-0.0 0 => 0 1", "NaN 1 => 1 0", "1 NaN => 0 1"})
  static double maximum(double x, double y) {
    return Math.max(x, y);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"1 2 => 1 0", "2 1 => 0 1"},
      singular = {"1 1 => 1 0", "0 -0.0 => 0 1", "-0.0 0 => 1 0", "NaN 1 => 1 0", "1 NaN => 0 1"})
  static double minimum(double x, double y) {
    return Math.min(x, y);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = "4 => 0.25",
      singular = {"0 => Infinity", "-0.0 => -Infinity", "-1 => NaN"})
  static double root(double x) {
    return Math.sqrt(x);
  }

  /** The seed into the root is zero at 1 and at 0, and the second derivative at 1 is ½. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"1 => 0", "4 => 0.5"},
      singular = "0 => -Infinity")
  static double squareOfRoot(double x) {
    double r = Math.sqrt(x) - 1;
    return r * r;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = "2 3",
      singular = {"0 0 => 0 0", "0 1 => Infinity 0"})
  static double maskedRoot(double x, double mask) {
    return mask * Math.sqrt(x);
  }

  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      nonSmooth = NonSmooth.IEEE)
  @At(
      value = "2 3",
      singular = {"0 0 => NaN 0", "0 1 => Infinity 0"},
      ieee = true)
  static double maskedRootInIeee(double x, double mask) {
    return mask * Math.sqrt(x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = "8",
      singular = {"0 => Infinity", "-0.0 => Infinity"})
  static double cubeRoot(double x) {
    return Math.cbrt(x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = "3 4 => 0.6 0.8",
      singular = {"0 0 => 0 0", "0 2 => 0 1"})
  static double length(double x, double y) {
    return Math.hypot(x, y);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"3 4 => 0.16 -0.12", "0 1 => 1 0"},
      singular = {"0 0 => 0 0", "0 -1", "1e-200 1e-200", "1e200 1e200"})
  static double angle(double y, double x) {
    return Math.atan2(y, x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      singular = {"1 => Infinity", "-1 => Infinity", "2 => NaN"},
      value = "0.5")
  static double arcs(double x) {
    return Math.asin(x) - Math.acos(x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = "2 => 0.5",
      singular = {"0 => Infinity", "-0.0 => -Infinity", "-1 => -1"})
  static double logarithm(double x) {
    return Math.log(x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"2 2 => 4 2.772588722239781", "1 2 => 2 0"},
      singular = {
        "0 2 => 0 0",
        "-0.0 2 => -0.0 0",
        "0 1 => 1 0",
        "-0.0 1 => 1 0",
        "0 0 => 0 NaN",
        "-0.0 0 => 0 NaN",
        "0 -1 => -Infinity NaN",
        "-0.0 -1 => -Infinity NaN",
        "0 -2 => -Infinity NaN",
        "-0.0 -2 => Infinity NaN",
        "0 0.5 => Infinity 0",
        "0 3.5 => 0 0",
        "0 -1.5 => -Infinity NaN",
        "-2 3 => 12 NaN",
        "-2 -1 => -0.25 NaN"
      })
  static double power(double x, double p) {
    return Math.pow(x, p);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-2 => 12", "0 => 0", "1.5 => 6.75"})
  static double cube(double x) {
    return Math.pow(x, 3);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"0.5 => 4", "-2 => -16"},
      singular = {"0", "1e200", "NaN"})
  static double square(double x) {
    return 4 * Math.pow(x, 2) / 4 + Math.pow(x, 1) * 3 - 3 * x + 3 * x * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = "1 2 => 0.5 -0.25",
      singular = {"1 0", "0 0", "-1 -0.0", "1e300 1e-300", "Infinity Infinity"})
  static double quotient(double x, double y) {
    return x / y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = "1 2",
      singular = {"1000 -1", "-1000 0", "NaN 1", "Infinity -Infinity"})
  static double overflowing(double x, double y) {
    return Math.exp(x) * y + Math.exp(-x) * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = "2.5 => 1",
      singular = {"2 => 1", "-0.0"})
  static double fraction(double x) {
    return x - Math.floor(x) + Math.signum(x) * 0;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      singular = {"[1 1 0] => [1 0 0]", "[0 0] => [1 0]"},
      value = "[1 3 2] => [0 1 0]")
  static double largest(double[] x) {
    double largest = x[0];
    for (int i = 1; i < x.length; i++) {
      largest = Math.max(largest, x[i]);
    }
    return largest;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = "[3 4] => [0.6 0.8]",
      singular = {"[0 0] => [NaN NaN]", "[] => []"})
  static double norm(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v * v;
    }
    return Math.sqrt(sum);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"2 2", "-2 2"},
      singular = {"0 2 => 1 0", "-0.0 1 => -1 0", "3 -0.0 => -1 0", "0 -0.0 => -1 0"})
  static double copied(double x, double s) {
    return Math.copySign(x, s);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = "5.5 2 => 1 -2",
      singular = {"6 2", "1 0", "Infinity 1", "-0.0 1"})
  static double remainder(double x, double y) {
    return x % y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"-1 => 0", "2 => 4"},
      singular = "0 => 0")
  static double branch(double x) {
    if (x > 0) {
      return x * x;
    }
    return 0;
  }
}
