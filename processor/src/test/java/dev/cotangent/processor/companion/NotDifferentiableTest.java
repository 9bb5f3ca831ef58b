package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the front end reads and differentiation refuses, at its place, with its reason. */
class NotDifferentiableTest {
  @Test
  void recursiveHelperMayReturnAnArray() {
    Compiled compiled =
        CompanionHarness.compile(
                """
                package p;
                import dev.cotangent.Differentiable;
                final class C {
                  static double[] powers(double x, int n) {
                    if (n == 0) {
                      return new double[] {x, x * x};
                    }
                    return powers(2 * x, n - 1);
                  }

                  @Differentiable
                  static double last(double x) {
                    return powers(x, 3)[1];
                  }
                }
                """)
            .orThrow();
    assertEquals(128 * 0.5, compiled.companion("p.CLast").gradient(0.5).partial("x"));
  }

  @Test
  void smallHelperThatReturnsAnArrayIsInlined() {
    Compiled compiled =
        CompanionHarness.compile(
                """
                package p;
                import dev.cotangent.Differentiable;
                final class C {
                  static double[] powers(double x) {
                    return new double[] {x, x * x};
                  }

                  @Differentiable
                  static double sum(double x) {
                    return powers(x)[1] + powers(3 * x)[0];
                  }
                }
                """)
            .orThrow();
    assertEquals(2 * 0.5 + 3, compiled.companion("p.CSum").gradient(0.5).partial("x"), 1e-15);
  }

  @Test
  void numberMadeFromTheBitsOfAnActiveOneIsRefused() {
    Compiled compiled =
        CompanionHarness.strict()
            .run(
                """
                package p;
                import dev.cotangent.Differentiable;
                final class C {
                  @Differentiable
                  static double half(double x) {
                    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) >> 1);
                  }

                  @Differentiable
                  static double log2(double x) {
                    return Double.doubleToLongBits(x) * 0x1p-52 - 1023;
                  }

                  @Differentiable
                  static float throughLoopsAndArrays(float x) {
                    int[] a = new int[2];
                    for (int i = 0; i < 3; i++) {
                      a[i % 2] += Float.floatToIntBits(x);
                    }
                    float sum = 0;
                    for (int bits : a) {
                      sum += x * bits;
                    }
                    return sum;
                  }

                  static double repeat(long n, double x) {
                    return n <= 0 ? x : n * repeat(n / 1000 - 1, x);
                  }

                  @Differentiable
                  static double throughARecursiveHelper(double x) {
                    return repeat(Double.doubleToRawLongBits(x), x);
                  }

                  static double hash(double x, int n) {
                    return n <= 0 ? Double.hashCode(x) : hash(x * 2, n - 1);
                  }

                  @Differentiable
                  static double inARecursiveHelper(double x) {
                    return hash(x, 3);
                  }
                }
                """);
    assertEquals(
        List.of("COT069@6", "COT069@11", "COT069@18", "COT069@33", "COT069@37"), compiled.codes());
  }

  @Test
  void bitsMayBeComparedAndIndexWithAndPassiveNumbersMayBeTakenApart() {
    Compiled compiled =
        CompanionHarness.compile(
                """
                package p;
                import dev.cotangent.Differentiable;
                final class C {
                  @Differentiable
                  static double sign(double x) {
                    return (Double.doubleToRawLongBits(x) >>> 63) == 0 ? x * x : -x;
                  }

                  @Differentiable(wrt = "x")
                  static double index(double x, double[] a) {
                    return a[(int) (Double.doubleToRawLongBits(x) & 1)] * x;
                  }

                  @Differentiable(wrt = "y")
                  static double passive(double x, double y) {
                    return y * Double.longBitsToDouble(Double.doubleToRawLongBits(x) + 1);
                  }

                  @Differentiable
                  static double unused(double x) {
                    double low = Double.longBitsToDouble(Double.doubleToRawLongBits(x) & 7);
                    return low > 0 ? x : 2 * x;
                  }
                }
                """)
            .orThrow();
    assertEquals(-1, compiled.companion("p.CSign").gradient(-0.0).partial("x"));
    assertEquals(7, compiled.companion("p.CIndex").gradient(0.5, new double[] {7, 8}).partial("x"));
    assertEquals(
        Math.nextUp(3.0), compiled.companion("p.CPassive").gradient(3.0, 1.0).partial("y"));
    assertEquals(2, compiled.companion("p.CUnused").gradient(0.5).partial("x"));
  }

  @Test
  void helpersAreCalledByTheUsersNames() {
    Compiled compiled =
        CompanionHarness.strict()
            .run(
                """
                package p;
                import dev.cotangent.Differentiable;
                import java.util.ArrayList;
                import java.util.List;
                final class C {
                  static double pick(double x) {
                    List<Double> seen = new ArrayList<>();
                    seen.add(x);
                    return pick(seen, 3);
                  }

                  static double pick(List<Double> seen, int n) {
                    return n == 0 ? seen.get(0) : pick(seen, n - 1);
                  }

                  @Differentiable
                  static double f(double x) {
                    return pick(x);
                  }
                }
                """);
    assertEquals(List.of("COT027@9"), compiled.codes());
    assertTrue(compiled.messages().contains("what 'pick' gives"), compiled.messages());
  }
}
