package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.GradientCheck;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A recursive helper adds adjoints while it computes its result where that is proven to be right:
 * nothing runs twice and nothing is recorded. Else it has two sweeps, which meet on the tape.
 */
class OnePassCallsTest {
  private static final Compiled COMPILED =
      CompanionHarness.compile(
              """
              package p;
              import dev.cotangent.Differentiable;
              final class C {
                private static double horner(double x, double[] c, int i) {
                  return i == c.length ? 0 : c[i] + x * horner(x, c, i + 1);
                }

                @Differentiable
                static double polynomial(double x, double[] c) {
                  return horner(x, c, 0) / c.length;
                }

                private static double tree(double x, double[] c, int k) {
                  if (k >= c.length) {
                    return x;
                  }
                  return c[k] * tree(x, c, 2 * k + 1) - (1 - c[k]) * tree(x, c, 2 * k + 2);
                }

                private static double later(double x, double[] c, int k) {
                  if (k >= c.length) {
                    return x;
                  }
                  double left = later(x, c, 2 * k + 1);
                  double right = later(x, c, 2 * k + 2);
                  return c[k] * left - (1 - c[k]) * right;
                }

                @Differentiable
                static double weightsBehind(double x, double[] c) {
                  return later(x, c, 0);
                }

                @Differentiable
                static double twoBranches(double x, double[] c) {
                  return tree(x, c, 0);
                }

                private static double minor(double[] c, int n, int row, int used, double x) {
                  if (row == n) {
                    return x;
                  }
                  double sum = 0;
                  double sign = 1;
                  for (int j = 0; j < n; j++) {
                    if ((used >> j & 1) == 0) {
                      sum += sign * c[row * n + j] * minor(c, n, row + 1, used | 1 << j, x);
                      sign = -sign;
                    }
                  }
                  return sum;
                }

                @Differentiable
                static double determinant(double x, double[] c) {
                  return minor(c, 4, 0, 0, x);
                }

                private static double sumOfCopies(double x, double[] c) {
                  if (c.length == 1) {
                    return x * c[0];
                  }
                  double sum = 0;
                  for (int k = 0; k < 2; k++) {
                    double[] half = new double[c.length / 2];
                    for (int i = 0; i < half.length; i++) {
                      half[i] = c[k + 2 * i] * x;
                    }
                    sum += (k + 1) * sumOfCopies(x, half);
                  }
                  return sum;
                }

                @Differentiable
                static double copies(double x, double[] c) {
                  return sumOfCopies(x, c);
                }

                private static double counting(double x, double[] c, int[] visits, int k) {
                  if (k >= c.length) {
                    return x;
                  }
                  visits[k]++;
                  return c[k] * counting(x, c, visits, k + visits[k]);
                }

                @Differentiable
                static double effects(double x, double[] c) {
                  int[] visits = new int[c.length];
                  double sum = 0;
                  for (int k = 0; k < c.length; k++) {
                    sum += counting(x, c, visits, k);
                  }
                  return sum;
                }

                @Differentiable
                static double looksAtTheResult(double x, double[] c) {
                  return Math.exp(-horner(x, c, 0));
                }

                private static double squared(double x, int n) {
                  if (n == 0) {
                    return x;
                  }
                  double half = squared(x, n - 1);
                  return half * half - x;
                }

                @Differentiable
                static double ownFactor(double x, double[] c) {
                  return c[0] + squared(x, c.length % 4);
                }

                private static double filling(double x, double[] c, int k) {
                  if (k == c.length) {
                    return x;
                  }
                  c[k] *= x;
                  return c[k] + filling(x, c, k + 1);
                }

                @Differentiable
                static double overwrites(double x, double[] c) {
                  return filling(x, c, 0);
                }

                @Differentiable
                static double overwrittenBehind(double x, double[] c) {
                  double value = horner(x, c, 0);
                  c[1] = x;
                  return value + c[0] * c[1];
                }
              }
              """)
          .orThrow();

  @ParameterizedTest
  @ValueSource(
      strings = {"Polynomial", "TwoBranches", "WeightsBehind", "Determinant", "Copies", "Effects"})
  void aResultThatIsOnlyAFactorOrATermNeedsOnePass(String name) {
    assertRight(name);
    assertTrue(gradient(name).contains("OnePass("), gradient(name));
    assertFalse(gradient(name).contains("Reverse("), gradient(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LooksAtTheResult", "OwnFactor", "Overwrites", "OverwrittenBehind"})
  void whatBreaksAnObligationHasTwoSweeps(String name) {
    assertRight(name);
    assertTrue(gradient(name).contains("Reverse("), gradient(name));
  }

  /** The text of the member and of the one-pass helper that it may call. */
  private static String gradient(String name) {
    String source = COMPILED.source("p.C" + name);
    String member = cut(source, "Gradient into) {");
    return member.contains("OnePass(") ? member + cut(source, "OnePass(double") : member;
  }

  private static String cut(String source, String from) {
    int start = source.indexOf(from);
    return source.substring(start, source.indexOf("\n  }\n", start));
  }

  private static void assertRight(String name) {
    double[] data = new Random(5).doubles(16, 0.5, 1.5).toArray();
    ((GradientCheck) COMPILED.companion("p.C" + name).call("check", 0.7, data)).orThrow();
  }
}
