package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.GradientCheck;
import dev.cotangent.Scalar;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The define-by-run twin of every kind of code agrees with the method, its adjoint and differences.
 */
class ScalarTwinTest {
  private static final Compiled COMPILED =
      CompanionHarness.compile(
              """
              package p;
              import dev.cotangent.Differentiable;
              final class C {
                private static final double[] TABLE = {0.5, 0.25};
                @Differentiable static double ternary(double a, double b) {
                  return a > b ? a * a : b > 0 && a > 0 ? a * b : -b;
                }
                @Differentiable static double yieldsConstant(double a, double b) {
                  double t = 1;
                  if (a > b) { t = a; }
                  return t * b;
                }
                @Differentiable static double whileActive(double a, double b) {
                  double x = a;
                  int n = 0;
                  while (x * x > b || n < 2) { x = 0.5 * x; n++; }
                  return x * n;
                }
                @Differentiable static double mathFunctions(double a, double b) {
                  return Math.atan2(a, b) + StrictMath.pow(a, b) + Math.hypot(a, 2) + Math.fma(a, b, a)
                      + Math.max(a, b) + Double.sum(a, b) + Math.scalb(a, 3) + Math.abs(a % b)
                      + Math.IEEEremainder(a, 3) + Math.copySign(a, -b) + Math.floor(a) * b;
                }
                @Differentiable static float floats(float a, float b) {
                  float t = a / b + Math.max(a, b) * 3;
                  t -= Math.abs(b);
                  double wide = t * (double) a;
                  return (float) wide * Float.sum(a, b);
                }
                @Differentiable static double passiveParts(double a, double b) {
                  double[] weights = {1, 2, 3};
                  double w = 0;
                  for (double v : weights) { w += v; }
                  return w * a + weights[1] * b;
                }
                @Differentiable static double localArray(double a, double b) {
                  double[] t = new double[4];
                  t[0] = a;
                  for (int i = 1; i < t.length; i++) { t[i] = t[i - 1] * b + i; }
                  double[] copy = t.clone();
                  copy[0] = 0;
                  return copy[3] + copy[0] + t[0];
                }
                @Differentiable static double chosenArray(double a, double b) {
                  double[] s = new double[1];
                  double[] t = {2};
                  double[] u = a > b ? s : t;
                  u[0] += a;
                  return s[0] * b + t[0];
                }
                @Differentiable static double helpers(double a, double b) {
                  double[] box = {a, b};
                  swap(box);
                  return square(box[0]) + square(3) * box[1] + mean(new double[] {1, 2});
                }
                private static void swap(double[] box) { double t = box[0]; box[0] = box[1]; box[1] = t; }
                private static double square(double v) { return v * v; }
                private static double mean(double[] v) { return (v[0] + v[1]) / 2; }
                @Differentiable static double recursiveArrays(double a, double b) {
                  double[] v = {a, b, 3};
                  return fold(v, 0, 1);
                }
                private static double fold(double[] v, int i, double seed) {
                  if (i == v.length) { return seed; }
                  v[i] = v[i] * seed;
                  return fold(v, i + 1, v[i] + seed);
                }
                @Differentiable static double casts(double a, double b) {
                  int n = (int) (a * 10);
                  long r = Math.round(b);
                  return n * a + r * b + (n > 5 ? a : b);
                }
                @Differentiable static double constantResult(double a, double b) { return 4; }
                @Differentiable static double sharedParameter(double a, double b) {
                  a = a * b;
                  b += a;
                  a++;
                  return a - b;
                }
              }
              """)
          .orThrow();

  private static Stream<Arguments> methods() {
    return Stream.of(
            "Ternary",
            "YieldsConstant",
            "WhileActive",
            "MathFunctions",
            "PassiveParts",
            "LocalArray",
            "ChosenArray",
            "Helpers",
            "RecursiveArrays",
            "Casts",
            "ConstantResult",
            "SharedParameter")
        .flatMap(
            name ->
                Stream.of(
                    Arguments.of(name, 1.7, 0.6),
                    Arguments.of(name, 0.3, 1.9),
                    Arguments.of(name, 0.8, 0.45)));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void allWitnessesAgree(String name, double a, double b) {
    GradientCheck check = COMPILED.companion("p.C" + name).check(a, b);
    assertTrue(check.passed(), check.toString());
    assertEquals(2, check.rows().size());
  }

  @Test
  void floatsAreRoundedAsInTheMethod() {
    Companion floats = COMPILED.companion("p.CFloats");
    GradientCheck check = floats.check(1.7f, 0.6f);
    assertTrue(check.passed(), check.toString());
    double unrounded = 0.1;
    assertEquals(
        floats.value(0.1f, 0.6f), floats.scalar(Scalar.of(unrounded), Scalar.of(0.6f)).value());
  }

  @Test
  void twinOfAConstantHasNoInputs() {
    Scalar result =
        COMPILED.companion("p.CConstantResult").scalar(Scalar.of(1, "a"), Scalar.of(2, "b"));
    assertEquals(4, result.value());
    assertTrue(result.isConstant());
  }
}
