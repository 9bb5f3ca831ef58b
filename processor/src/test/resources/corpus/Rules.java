package corpus;

import static corpus.Library.hyperbolicCosine;
import static corpus.Library.hyperbolicSine;
import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.DerivativeOf;
import dev.cotangent.Differentiable;
import dev.cotangent.NonDifferentiable;
import dev.cotangent.NonSmooth;
import dev.cotangent.Wrt;
import dev.cotangent.processor.corpus.At;

/** Calls whose derivatives are given by rules, or declared to be zero. */
final class Rules {
  private Rules() {}

  @DerivativeOf(value = Library.class, method = "logistic")
  private static double logisticDx(@Wrt double x, double mean, double result) {
    return result * (1 - result);
  }

  @DerivativeOf(value = Library.class, method = "logistic")
  private static double logisticDm(double x, @Wrt double mean) {
    return -logisticDx(x, mean, Library.logistic(x, mean));
  }

  @DerivativeOf(value = Library.class, method = "power")
  private static double powerDx(@Wrt double x, int n) {
    return n == 0 ? 0 : n * Library.power(x, n - 1);
  }

  @DerivativeOf(value = Library.class, method = "square")
  private static float squareDx(@Wrt float x) {
    return 2 * x;
  }

  @DerivativeOf(value = Library.class, method = "dot")
  private static void dotPullback(
      double[] a, double[] b, double cotangent, double[] aBar, double[] bBar) {
    for (int i = 0; a != null && i < a.length; i++) {
      aBar[i] += cotangent * b[i];
      bBar[i] += cotangent * a[i];
    }
  }

  @DerivativeOf(value = Library.class, method = "mixed")
  private static void mixedPullback(
      double x,
      double[] a,
      double y,
      int[] which,
      double result,
      double cotangent,
      double[] aBar,
      double[] partials) {
    partials[0] = cotangent * (a[which[0]] + y * y * a[which[1]]);
    partials[1] = cotangent * 2 * y * a[which[1]] * x;
    aBar[which[0]] += cotangent * x;
    aBar[which[1]] += cotangent * y * y * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 -1..1", "2 2"})
  static double twoPartials(double x, double mean) {
    return Library.logistic(x * x, mean) * Library.logistic(mean, x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1"})
  static double oneValueTwice(double x) {
    return Library.logistic(x, x) * x + Library.logistic(3 * x, x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 2", "1 0"})
  static double partialInOneParameterOnly(double x, double y) {
    return Library.power(x * y, 3) + Library.power(y, 0) * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1"})
  static double eachOthersDerivative(double x) {
    return hyperbolicSine(x) * hyperbolicCosine(2 * x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1]", "[]"})
  static double accumulated(double[] a) {
    double sum = 0;
    for (double v : a) {
      sum += Library.logistic(v, 0.5) * v;
    }
    return sum * sum;
  }

  /** The rule asks for the length of an array that is kept for it. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[0.5 2 -1] [3 4 5]", "[0.5] [2 4 1]", "[1 2] [1 -1 3]"})
  static double keptAtItsLength(double[] a, double[] b) {
    double first = Library.dot(a, b);
    a[0] = first * first;
    return first * a[0];
  }

  /** Tangents of the array that the rule reads are kept, and longer than it at the second point. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[0.5 2 -1] 3", "[0.5] 2", "[1 2] 1"})
  static double ofLocalArrays(double[] a, double x) {
    double[] b = new double[a.length];
    for (int i = 0; i < b.length; i++) {
      b[i] = a[i] * x;
    }
    double first = Library.dot(b, a);
    b[0] = first * x;
    return first * b[0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] -1..1"})
  static double carried(double[] a, double start) {
    double x = start;
    for (int i = 0; i < a.length; i++) {
      x = Library.logistic(x, a[i]) - x * Library.power(a[i], 2);
    }
    return x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..1", "-1..-0.5"})
  static double inBranches(double x) {
    double y = x > 0 ? Library.logistic(x, 1) : Library.power(x, 3);
    if (y > 0.4) {
      y = hyperbolicSine(y) * x;
    }
    return y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"4..5"})
  static double whileItShrinks(double x) {
    double y = x;
    while (y > 1) {
      y = Library.logistic(y, 1) * y * 0.9;
    }
    return y;
  }

  static double descent(double x, int n) {
    return n == 0 ? x : Library.logistic(descent(x * 0.9, n - 1), x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1"})
  static double inRecursion(double x) {
    return descent(x, 3) + descent(2 * x, 2);
  }

  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      wrt = "x")
  @At({"0.5..1 -1..1"})
  static double passiveArgumentNeedsNoPartial(double x, double y) {
    return Library.logistic(x, y) + Library.mixed(y, new double[] {y, 1}, 2, new int[] {0, 1});
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(value = {"-1..1"}, differences = 1e-3)
  static float floats(float x) {
    return Library.square(x * 3) + x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] [3*-1..1]", "[] []"})
  static double pullback(double[] a, double[] b) {
    return Library.dot(a, b) * Library.dot(b, b) + Library.dot(a, a);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"null -1..1"})
  static double pullbackOfNull(double[] a, double x) {
    return Library.dot(a, a) + x * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] -1..1 -1..1"})
  static double pullbackOfSeveralNumbers(double[] a, double x, double y) {
    return Library.mixed(x, a, y, new int[] {1, 2}) * Library.mixed(x, a, x, new int[] {2, 2});
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] [3*-1..1]"})
  static double readsArraysAsTheyWereThen(double[] a, double[] b) {
    double sum = Library.dot(a, b);
    for (int i = 0; i < a.length; i++) {
      a[i] = Math.sin(a[i]) * sum;
      sum += Library.dot(a, b) * b[i];
      b[i] *= a[i];
    }
    a[0] = 7;
    return sum + Library.dot(b, a);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 -1..1"})
  static double localArrays(double x, double y) {
    double[] a = new double[] {x, y, x * y};
    double[] b = a.clone();
    b[1] = Library.dot(a, b);
    a[2] = 0;
    return Library.dot(a, b);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[2*-1..1] [2*-1..1] true", "[2*-1..1] [2*-1..1] false"})
  static double choosesTheArray(double[] a, double[] b, boolean first) {
    double[] c = first ? a : b;
    double value = Library.dot(c, b);
    if (!first) {
      c[0] = value * c[1];
    }
    return value + Library.dot(c, a);
  }

  private static double cube(double x) {
    return x * x * x;
  }

  @DerivativeOf(value = Rules.class, method = "cube")
  private static double cubeDx(@Wrt double x) {
    return 3 * x * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1"})
  static double ruleOfAPrivateMethod(double x) {
    return cube(x) * cube(cube(x) + 1);
  }

  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      rules = RuleBook.class)
  @At({"0.5..2"})
  static double rulesOfAnotherFile(double x) {
    return Library.sharp(x) * Library.sharp(x * x + 1);
  }

  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      rules = RuleBook.class)
  @At(singular = {"0 => 0"})
  static double strongZero(double x) {
    double s = Library.sharp(x);
    return s * 0 + s * s * 0;
  }

  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      rules = RuleBook.class,
      nonSmooth = NonSmooth.IEEE)
  @At(
      singular = {"0 => NaN"},
      ieee = true)
  static double weakZero(double x) {
    double s = Library.sharp(x);
    return s * 0 + s * s * 0;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"2.5 3 => 3"})
  static double leftOutOnPurpose(double x, @NonDifferentiable double y) {
    return x * y + y * y;
  }

  @DerivativeOf(value = Library.class, method = "notBelow")
  private static double partialOfNotBelowByItsArgument(@Wrt double x, double limit, double result) {
    return result > limit ? 1 : 0;
  }

  /** The literal is short enough for the call and too long for the partial, which stands behind. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1"})
  static double longLiteral(double x) {
    double y = Library.notBelow(x, Double.NEGATIVE_INFINITY);
    return y * Math.sin(x);
  }
}
