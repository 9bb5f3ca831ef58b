package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.companion.Companion.Holder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/**
 * {@code pullback} runs a method once, and then pulls back one cotangent after the other; what the
 * caller does to the arrays in between never makes a wrong number.
 */
class PullbackTest {
  private static final String LIBRARY =
      """
      package lib;
      import dev.cotangent.*;
      public final class Kernel {
        private Kernel() {}
        /** Of the elements of its array some are read that were never stored. */
        @Differentiable({Derivative.GRADIENT, Derivative.VJP})
        public static double mixed(double[] x, double y) {
          double[] local = new double[4];
          double sum = y;
          for (int i = 0; i < 3; i++) {
            sum += (local[i] + 0.1) * (local[i + 1] + 0.2) * y;
            local[i] = x[i] * y;
          }
          while (sum > 1) { sum = Math.sin(sum) * sum / 2; }
          return sum * local[1];
        }
      }
      """;

  private static final Compiled COMPILED =
      CompanionHarness.compile(
              LIBRARY,
              """
              package p;
              import dev.cotangent.Derivative;
              import dev.cotangent.Differentiable;
              import java.util.List;
              final class C {
                record Camera(double focus, double[] centre) {}

                @Differentiable(Derivative.VJP)
                static double[] project(Camera camera, double[] p) {
                  return new double[] {
                    camera.focus() * p[0] / p[2] + camera.centre()[0],
                    camera.focus() * p[1] / p[2] + camera.centre()[1]
                  };
                }

                @Differentiable(value = Derivative.VJP, wrt = "x", outputs = {"y", "z"})
                static void both(double[] x, double[] y, double[][] z, List<String> log) {
                  for (int i = 0; i < x.length; i++) {
                    y[i] = x[i] * x[i];
                    z[i][0] = x[i] * y[i];
                    log.add("x");
                  }
                }

                @Differentiable(Derivative.VJP)
                static double[] square(double[] x) {
                  double[] y = x.clone();
                  for (int i = 0; i < y.length; i++) {
                    y[i] *= x[i];
                  }
                  return y;
                }

                @Differentiable(Derivative.VJP)
                static double[] linked(double[] x, double y) {
                  double[] all = new double[2];
                  for (int i = 0; i < 2; i++) {
                    all[i] = lib.Kernel.mixed(x, y * (i + 1)) * y;
                  }
                  return all;
                }

                @Differentiable(Derivative.VJP)
                static float number(float pull, double value) {
                  return (float) (pull * value * value);
                }

                @Differentiable(value = Derivative.VJP, wrt = "x", outputs = "y")
                static void filled(double[] x, double[] y) {
                  double s = 0.5;
                  double[] t = new double[x.length];
                  for (int i = 0; i < x.length; i++) {
                    s = Math.sin(s) * x[i];
                    while (s > 0.1) { s = s * s * x[0]; }
                    t[i] = s * x[0];
                    y[i] = t[i] * t[0];
                  }
                }
              }
              """,
              """
              package p;
              public final class Pulls implements java.util.function.LongSupplier {
                private final CFilled.Pullback pullback = new CFilled.Pullback();
                private final double[] x = new double[9];
                private final double[] y = new double[9];
                private final double[] v = new double[9];
                public Pulls() { java.util.Arrays.fill(v, 0.1); java.util.Arrays.fill(x, 0.7); }
                private void run() {
                  CFilled.pullback(x, y, pullback);
                  pullback.pull(v).dX();
                  pullback.pull(v).dX();
                }
                @Override public long getAsLong() {
                  return AllocatedBytes.of(this::run) - AllocatedBytes.of(() -> C.filled(x, y));
                }
              }
              """,
              AllocatedBytes.SOURCE)
          .orThrow();

  private static Holder pullback(String companion, Object... arguments) {
    return new Holder(COMPILED.companion(companion).call("pullback", arguments));
  }

  private static Holder pull(Holder pullback, Object... cotangents) {
    Object given = pullback.call("pull", cotangents);
    assertSame(pullback.target(), given);
    return pullback;
  }

  private static void refused(String what, Holder pullback, Object... cotangents) {
    String message =
        assertThrows(IllegalStateException.class, () -> pullback.call("pull", cotangents))
            .getMessage();
    assertTrue(message.startsWith("[COT108] " + what), message);
  }

  @Test
  void recordsHaveTheirPartials() {
    Object camera = COMPILED.make("p.C$Camera", 2.0, new double[] {0.5, 0.25});
    Holder pullback = pullback("p.CProject", camera, new double[] {1, 2, 4});
    assertArrayEquals(new double[] {1, 1.25}, (double[]) pullback.get("value"));
    for (int k : new int[] {0, 1, 0}) {
      double[] unit = new double[2];
      unit[k] = 1;
      pull(pullback, (Object) unit);
      double[] point = k == 0 ? new double[] {0.5, 0, -0.125} : new double[] {0, 0.5, -0.25};
      assertArrayEquals(point, pullback.partials("p"));
      Holder inCamera = new Holder(pullback.get("dCamera"));
      assertEquals(k == 0 ? 0.25 : 0.5, inCamera.get("focus"));
      assertArrayEquals(unit, (double[]) inCamera.get("centre"));
    }
  }

  @Test
  void severalOutputsHaveACotangentEach() {
    List<String> log = new ArrayList<>();
    double[] y = new double[2];
    double[][] z = new double[2][1];
    Holder pullback = pullback("p.CBoth", new double[] {2, 3}, y, z, log);
    assertArrayEquals(new double[] {4, 9}, y);
    assertArrayEquals(
        new double[] {4, 27},
        pull(pullback, new double[] {1, 0}, new double[][] {{0}, {1}}).partials("x"));
    assertArrayEquals(
        new double[] {12, 6},
        pull(pullback, new double[] {0, 1}, new double[][] {{1}, {0}}).partials("x"));
    assertEquals(List.of("x", "x"), log);
  }

  @Test
  void whatWasGivenOutMayComeBack() {
    Holder pullback = pullback("p.CSquare", (Object) new double[] {1, 2, 3});
    double[] partials = pull(pullback, (Object) new double[] {1, 1, 1}).partials("x");
    assertArrayEquals(new double[] {2, 4, 6}, partials);
    assertArrayEquals(new double[] {4, 16, 36}, pull(pullback, (Object) partials).partials("x"));
  }

  /** Whatever the callee's reverse sweep left in its own shadows and on the tape. */
  @Test
  void throughAnotherFile() {
    double[] x = {0.3, 0.8, -0.4};
    Holder pullback = pullback("p.CLinked", x, 1.2);
    Companion linked = COMPILED.companion("p.CLinked");
    for (int round = 0; round < 3; round++) {
      for (int k = 0; k < 2; k++) {
        double[] unit = {k, 1 - k};
        Holder expected = new Holder(linked.call("vjp", x, 1.2, unit));
        pull(pullback, (Object) unit);
        assertArrayEquals(expected.partials("x"), pullback.partials("x"), 1e-14);
        assertEquals(expected.partial("y"), pullback.partial("y"), 1e-14);
      }
    }
  }

  @Test
  void numbersAreRoundedOnce() {
    Holder pullback = pullback("p.CNumber", 3f, 0.1);
    assertEquals((float) (3 * 0.1 * 0.1), pullback.get("value"));
    pull(pullback, 2f);
    assertEquals((float) (2 * 0.1 * 0.1), pullback.get("dPull"));
    assertEquals(2 * 3 * 2 * 0.1, (double) pullback.get("dValue"), 1e-15);
  }

  @Test
  void changedArraysAreRefused() {
    double[] x = {1, 2, 3};
    double[] one = {1, 1, 1};
    Holder pullback = pullback("p.CSquare", (Object) x);
    x[1] = 5;
    refused("x has changed", pullback, (Object) one);
    x[1] = 2;
    assertArrayEquals(new double[] {2, 4, 6}, pull(pullback, (Object) one).partials("x"));
    ((double[]) pullback.get("value"))[0] = 7;
    refused("the value has changed", pullback, (Object) one);
    double[][] z = {{0}, {0}, {0}};
    Holder both = pullback("p.CBoth", x, new double[3], z, new ArrayList<>());
    z[1] = z[1].clone();
    refused("z has changed", both, one, z);
  }

  @Test
  void nothingToPullBackIsRefused() {
    Companion square = COMPILED.companion("p.CSquare");
    Holder empty = square.pullbackHolder();
    refused("there is nothing", empty, (Object) new double[0]);
    square.call("pullback", new double[] {1}, empty.target());
    assertThrows(
        NullPointerException.class, () -> square.call("pullback", (double[]) null, empty.target()));
    refused("there is nothing", empty, (Object) new double[0]);
  }

  /** Before anything is pulled back: another one may follow. */
  @Test
  void cotangentsOfAnotherShapeAreRefused() {
    Holder pullback =
        pullback(
            "p.CBoth", new double[] {2, 3}, new double[2], new double[2][1], new ArrayList<>());
    assertThrows(
        IllegalArgumentException.class,
        () -> pullback.call("pull", new double[] {1, 1}, new double[1][1]));
    pull(pullback, new double[] {1, 0}, new double[][] {{0}, {1}});
    assertArrayEquals(new double[] {4, 27}, pullback.partials("x"));
  }

  @Test
  void usedHoldersAllocateNoMoreThanTheMethod() throws ReflectiveOperationException {
    LongSupplier driver =
        (LongSupplier) COMPILED.load("p.Pulls").getDeclaredConstructor().newInstance();
    long first = driver.getAsLong();
    long second = driver.getAsLong();
    assertTrue(second <= 0, first + ", then " + second);
  }

  @Test
  void aRefusedMethodHasTheMembersThatItWouldHave() {
    Compiled refused =
        CompanionHarness.compile(
            """
            package p;
            import dev.cotangent.Derivative;
            import dev.cotangent.Differentiable;
            final class D {
              @Differentiable(Derivative.VJP)
              static double[] refused(double[] x) {
                try { return x; } finally { x[0] = 1; }
              }
              static double[] use(double[] x, double[] u) {
                DRefused.Pullback p = new DRefused.Pullback();
                double[] y = DRefused.pullback(x, p);
                return p.pull(u).dX();
              }
            }
            """);
    assertEquals(List.of("COT008@7"), refused.codes());
    assertNotNull(refused.source("p.DRefused"));
  }
}
