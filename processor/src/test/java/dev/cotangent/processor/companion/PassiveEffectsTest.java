package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.GradientCheck;
import dev.cotangent.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the user's passive Java does happens once, and in its order, in every member. */
class PassiveEffectsTest {
  private static final Compiled COMPILED =
      CompanionHarness.compile(
              """
              package p;
              import dev.cotangent.Derivative;
              import dev.cotangent.Differentiable;
              import java.util.ArrayList;
              import java.util.List;
              import java.util.Random;
              final class C {
                private static final String PREFIX = "step ";

                @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
                static double trace(double x, int n, List<String> log) {
                  log.add(PREFIX + "begin " + x);
                  double y = x;
                  for (int i = 0; i < told(n, "bound", log); i++) {
                    log.add(PREFIX + i + " y=" + y);
                    if (log.size() % 3 == 0) {
                      y *= told(y * x, "factor", log);
                    } else {
                      y += log.get(log.size() - 1).length() * x;
                    }
                  }
                  int k = n;
                  while (log.add("test " + k) && k-- > 0) {
                    y = Math.sin(y) * (log.remove(log.size() - 1).length() + x);
                    log.add("round " + log.size());
                  }
                  for (String s : new ArrayList<>(log)) {
                    y += s.isEmpty() || log.add(s + s.length()) ? x * x : 1;
                  }
                  return deep(y, n, log) + order(next(log), next(log) * x, next(log));
                }

                static double told(double v, String what, List<String> log) {
                  log.add(what + v);
                  return v;
                }

                static int told(int v, String what, List<String> log) {
                  log.add(what + v);
                  return v;
                }

                static double deep(double x, int n, List<String> log) {
                  log.add("down " + n + " " + x);
                  double y = n <= 0 ? x : deep(x * x / 4, n - 1, log) * x;
                  log.add("up " + n + " " + y);
                  return y;
                }

                static int next(List<String> log) {
                  log.add("next");
                  return log.size();
                }

                static double order(int a, double b, int c) {
                  return a * b + c;
                }

                @Differentiable
                static double kept(double x, int n, List<double[]> all) {
                  double[] weights = {n, n + 1};
                  keep(weights, n, all);
                  return weights[0] * x + weights[1] * x * x;
                }

                static void keep(double[] a, int depth, List<double[]> all) {
                  if (depth > 0) {
                    keep(a, depth - 1, all);
                  } else {
                    all.add(a);
                  }
                }

                @Differentiable
                static double unrepeatable(double x, Random random) {
                  return random.nextDouble() * x;
                }

                @Differentiable
                static double seeded(double x) {
                  Random random = new Random(7);
                  double y = 0;
                  for (int i = 0; i < 3; i++) {
                    y += random.nextGaussian() * x * x;
                  }
                  return y;
                }
              }
              """)
          .orThrow();

  private static List<String> log(java.util.function.Consumer<List<String>> run) {
    List<String> log = new ArrayList<>();
    run.accept(log);
    return log;
  }

  @Test
  void everyMemberLeavesTheTraceOfTheMethodItself() {
    Companion user = COMPILED.user("p.C");
    Companion companion = COMPILED.companion("p.CTrace");
    for (int n = 0; n < 5; n++) {
      int steps = n;
      List<String> expected = log(log -> user.call("trace", 0.75, steps, log));
      assertEquals(expected, log(log -> companion.value(0.75, steps, log)));
      assertEquals(expected, log(log -> companion.gradient(0.75, steps, log)));
      assertEquals(expected, log(log -> companion.jvp(0.75, steps, log, 1.0)));
      assertEquals(expected, log(log -> companion.hvp(0.75, steps, log, 1.0)));
      assertEquals(expected, log(log -> companion.scalar(Scalar.of(0.75), steps, log)));
    }
  }

  @Test
  void derivativesAgreeThoughTheLogDecides() {
    Companion companion = COMPILED.companion("p.CTrace");
    double reverse = companion.gradient(0.75, 3, new ArrayList<String>()).partial("x");
    double forward = companion.jvp(0.75, 3, new ArrayList<String>(), 1.0).tangent();
    assertEquals(forward, reverse, 1e-12 * Math.abs(forward));
    double h = 1e-6;
    double above = companion.value(0.75 + h, 3, new ArrayList<String>());
    double below = companion.value(0.75 - h, 3, new ArrayList<String>());
    assertEquals(reverse, (above - below) / (2 * h), 1e-6 * Math.abs(reverse));
  }

  @Test
  void whatARecursiveHelperHandsOutIsNotOverwrittenByTheNextCall() {
    Companion companion = COMPILED.companion("p.CKept");
    Companion.Holder into = companion.holder();
    List<double[]> all = new ArrayList<>();
    companion.gradientInto(into, 0.5, 1, all);
    companion.gradientInto(into, 0.5, 2, all);
    assertArrayEquals(new double[] {1, 2}, all.get(0));
    assertArrayEquals(new double[] {2, 3}, all.get(1));
  }

  @Test
  void checkSaysThatTheMethodIsAnotherOneAtEachCall() {
    GradientCheck check = COMPILED.companion("p.CUnrepeatable").check(2.0, new Random(1));
    assertFalse(check.passed());
    assertTrue(check.notes().get(0).contains("another value at a second call"), check::toString);
  }

  @Test
  void seededNumbersAreTheSameAtEachCall() {
    assertTrue(COMPILED.companion("p.CSeeded").check(0.5).passed());
  }
}
