package dev.cotangent.processor.companion;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.Sweep;
import dev.cotangent.processor.companion.Companion.Holder;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code jacobian} goes through a method by columns or by rows, and the method happens once: what
 * it draws, logs, counts and overwrites.
 */
class JacobianTest {
  private static final Compiled COMPILED =
      CompanionHarness.compile(
              """
              package lib;
              import dev.cotangent.Differentiable;
              public final class Kernel {
                /** Tells how often it has run. */
                @Differentiable
                public static double told(double[] x, int[] runs) {
                  runs[0]++;
                  return x[0] * x[1];
                }
              }
              """,
              """
              package p;
              import dev.cotangent.Derivative;
              import dev.cotangent.Differentiable;
              import java.util.List;
              import java.util.Random;
              final class C {
                record Camera(double focus, double[] centre) {}

                @Differentiable(Derivative.JACOBIAN)
                static double[] project(Camera camera, double[] p) {
                  return new double[] {
                    camera.focus() * p[0] / p[2] + camera.centre()[0],
                    camera.focus() * p[1] / p[2] + camera.centre()[1]
                  };
                }

                @Differentiable(value = Derivative.JACOBIAN, wrt = "x", outputs = "x")
                static void draws(double[] x, Random random, List<String> log, int[] counts) {
                  for (int i = 0; i < x.length; i++) {
                    x[i] = x[i] * x[i] * random.nextDouble() * counts[i];
                    counts[i]++;
                    log.add("x " + x[i]);
                  }
                }

                @Differentiable(
                    value = {Derivative.GRADIENT, Derivative.HESSIAN, Derivative.JACOBIAN},
                    wrt = "x")
                static double fromAHelper(double x, int n, List<String> log) {
                  log.add("x");
                  double[] p = powers(x, n);
                  return p[0] * p[1];
                }

                /** Calls itself, so that it stays a helper. */
                private static double[] powers(double x, int n) {
                  return n == 0 ? new double[] {x, x * x} : powers(x, n - 1);
                }

                @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN, Derivative.JACOBIAN})
                static double number(double a, double[] x) {
                  return a * a * x[0] * x[1] + x[1];
                }

                @Differentiable(value = Derivative.JACOBIAN, wrt = "x")
                static double[] inRecursion(double[] x, int n, List<String> log) {
                  x[0] = 2 * x[0];
                  return new double[] {power(x[0], n, log), power(x[1], n, log) * x[0]};
                }

                private static double power(double x, int n, List<String> log) {
                  log.add("at " + n);
                  return n == 0 ? 1 : x * power(x, n - 1, log);
                }

                @Differentiable(value = Derivative.JACOBIAN, outputs = {"y", "z"})
                static void elsewhere(double[] x, double[] y, double[] z, int[] runs) {
                  z[0] = lib.Kernel.told(x, runs);
                  for (int i = 0; i < x.length; i++) {
                    y[i] = lib.Kernel.told(x, runs) * x[i];
                  }
                }

                @Differentiable(value = Derivative.JACOBIAN, outputs = "y")
                static void scaled(double[] x, double[] y) {
                  for (int i = 0; i < x.length; i++) {
                    y[i] = x[i] * x[0] + y[i];
                  }
                }

                @Differentiable(Derivative.JACOBIAN)
                static double[] halved(double x, double k) {
                  double y = k;
                  double z = x;
                  while (z > 1) {
                    z /= 2;
                    y = Math.sin(z) * y;
                  }
                  return new double[] {z * k, y};
                }

                @Differentiable(Derivative.JACOBIAN)
                static double[] jacobianRow(double first, double into, double[] inputs) {
                  return new double[] {first * into, inputs[0] * first};
                }

                @Differentiable(value = {Derivative.JVP, Derivative.VJP, Derivative.JACOBIAN},
                    wrt = "x", outputs = "y")
                static void filled(double[] x, double[] y) {
                  double s = 0.5;
                  double[] t = new double[x.length];
                  for (int i = 0; i < x.length; i++) {
                    s = Math.sin(s) * x[i];
                    t[i] = s * x[0];
                    y[i] = t[i] * t[0];
                  }
                }
              }
              """,
              """
              package p;
              import dev.cotangent.Sweep;
              public final class Drive implements java.util.function.LongSupplier {
                private final CFilled.Jacobian columns = new CFilled.Jacobian(Sweep.FORWARD);
                private final CFilled.Jacobian rows = new CFilled.Jacobian(Sweep.REVERSE);
                private final CFilled.Gradient holder = new CFilled.Gradient();
                private final double[] x = new double[9];
                private final double[] y = new double[9];
                private final double[] v = new double[9];
                private final double[][] directions = {v, v, v, v, v};
                public Drive() { java.util.Arrays.fill(v, 0.1); java.util.Arrays.fill(x, 0.7); }
                private void run() {
                  CFilled.jacobian(x, y, columns);
                  CFilled.jacobian(x, y, rows);
                  CFilled.jvps(x, y, directions, rows);
                  CFilled.jvp(x, y, v, holder);
                  CFilled.vjp(x, y, v, holder);
                }
                private void primal() {
                  C.filled(x, y);
                  C.filled(x, y);
                  C.filled(x, y);
                }
                /** What is allocated beyond what the method itself does, once for each jacobian. */
                @Override public long getAsLong() {
                  return AllocatedBytes.of(this::run) - AllocatedBytes.of(this::primal);
                }
              }
              """,
              AllocatedBytes.SOURCE)
          .orThrow();

  private static double[][] block(Holder jacobian, String parameter) {
    return (double[][]) jacobian.get(Holder.accessor(parameter));
  }

  @ParameterizedTest
  @EnumSource
  void aRecordIsOneBlock(Sweep sweep) {
    Companion companion = COMPILED.companion("p.CProject");
    Object camera = COMPILED.make("p.C$Camera", 2.0, new double[] {0.5, 0.25});
    Holder into = companion.jacobianHolder(sweep);
    Object value = companion.call("jacobian", camera, new double[] {1, 2, 4}, into.target());
    assertArrayEquals(new double[] {1, 1.25}, (double[]) value);
    assertSame(value, into.get("value"));
    assertTrue(
        Arrays.deepEquals(new double[][] {{0.25, 1, 0}, {0.5, 0, 1}}, block(into, "camera")));
    assertTrue(
        Arrays.deepEquals(new double[][] {{0.5, 0, -0.125}, {0, 0.5, -0.25}}, block(into, "p")));
  }

  @ParameterizedTest
  @EnumSource
  void whatHappensHappensOnce(Sweep sweep) {
    Companion companion = COMPILED.companion("p.CDraws");
    double[] expected = {1, 2, 3, 4, 5, 6};
    List<String> log = new ArrayList<>();
    int[] counts = {1, 2, 3, 1, 2, 3};
    Random random = new Random(7);
    COMPILED.user("p.C").call("draws", expected, random, log, counts);
    double[] x = {1, 2, 3, 4, 5, 6};
    List<String> again = new ArrayList<>();
    int[] countsAgain = {1, 2, 3, 1, 2, 3};
    Random randomAgain = new Random(7);
    Holder into = companion.jacobianHolder(sweep);
    Object value = companion.call("jacobian", x, randomAgain, again, countsAgain, into.target());
    assertSame(x, value);
    assertArrayEquals(expected, x);
    assertEquals(log, again);
    assertArrayEquals(counts, countsAgain);
    assertEquals(random.nextLong(), randomAgain.nextLong());
    for (int i = 0; i < x.length; i++) {
      double[] row = new double[x.length];
      row[i] = 2 * x[i] / (i + 1);
      assertArrayEquals(row, block(into, "x")[i], 1e-14 * Math.abs(row[i]));
    }
  }

  /** A direction may be the very array that the method overwrites. */
  @Test
  void whatHappensAlongSeveralDirectionsHappensOnce() {
    Companion companion = COMPILED.companion("p.CDraws");
    Holder into = companion.jacobianHolder(Sweep.CHEAPEST);
    for (int count : new int[] {5, 1, 0, 9}) {
      double[] x = {1, 2, 3, 4, 5, 6};
      double[][] directions = new double[count][6];
      Arrays.setAll(directions, i -> i == 0 ? x : new double[] {i, 0, 0, 0, 0, 1});
      List<String> log = new ArrayList<>();
      int[] counts = {1, 2, 3, 1, 2, 3};
      companion.call("jvps", x, new Random(7), log, counts, directions, into.target());
      assertEquals(6, log.size());
      assertArrayEquals(new int[] {2, 3, 4, 2, 3, 4}, counts);
      double[][] along = (double[][]) into.get("along");
      assertEquals(count, along.length);
      for (int k = 0; k < count; k++) {
        for (int i = 0; i < 6; i++) {
          double component = k == 0 ? i + 1 : i == 0 ? k : i == 5 ? 1 : 0;
          double expected = 2 * x[i] / (i + 1) * component;
          assertEquals(expected, along[k][i], 1e-14 * Math.abs(expected), k + " " + i);
        }
      }
    }
  }

  /** The Jacobian of the only run is multiplied. */
  @Test
  void whatCannotRunAgainRunsOnceForAllDirections() {
    Companion companion = COMPILED.companion("p.CInRecursion");
    List<String> log = new ArrayList<>();
    double[][] directions = {{1, 0}, {0, 1}, {2, -1}};
    Holder found = new Holder(companion.call("jvps", new double[] {1, 3}, 2, log, directions));
    assertEquals(6, log.size());
    assertArrayEquals(new double[] {4, 18}, (double[]) found.get("value"));
    double[][] expected = {{8, 18}, {0, 12}, {16, 24}};
    assertTrue(Arrays.deepEquals(expected, (double[][]) found.get("along")));
  }

  /** The directions stand last, where the method itself takes any number of arguments. */
  @Test
  void directionsAreNotSpread() {
    Companion companion =
        CompanionHarness.compile(
                """
                package p;
                import dev.cotangent.Derivative;
                import dev.cotangent.Differentiable;
                final class E {
                  @Differentiable(Derivative.JACOBIAN)
                  static double[] spread(double... x) { return new double[] {x[0] * x[1]}; }
                }
                """)
            .orThrow()
            .companion("p.ESpread");
    Map<String, Set<Boolean>> spread =
        Arrays.stream(companion.type().getDeclaredMethods())
            .filter(method -> method.getReturnType().getSimpleName().equals("Jacobian"))
            .collect(groupingBy(Method::getName, mapping(Method::isVarArgs, toSet())));
    assertEquals(Map.of("jacobian", Set.of(true), "jvps", Set.of(false)), spread);
  }

  /** A holder that had directions gives the matrix again, and keeps it meanwhile. */
  @Test
  void oneHolderForBoth() {
    Companion companion = COMPILED.companion("p.CNumber");
    Holder into = companion.jacobianHolder(Sweep.FORWARD);
    double[] x = {5, 7};
    companion.call("jacobian", 3.0, x, into.target());
    double[][] directions = {{1, 0, 0}, {0, 0, 1}};
    companion.call("jvps", 3.0, x, directions, into.target());
    assertArrayEquals(new double[] {210}, ((double[][]) into.get("along"))[0]);
    assertArrayEquals(new double[] {46}, ((double[][]) into.get("along"))[1]);
    assertArrayEquals(new double[] {63, 46}, block(into, "x")[0]);
    companion.call("jacobian", 1.0, x, into.target());
    assertArrayEquals(new double[] {7, 6}, block(into, "x")[0]);
    assertArrayEquals(new double[] {210}, ((double[][]) into.get("along"))[0]);
  }

  /** No transcript holds what happens there: the rows follow the only run. */
  @ParameterizedTest
  @EnumSource
  void whatCannotRunAgainRunsOnce(Sweep sweep) {
    Companion companion = COMPILED.companion("p.CInRecursion");
    List<String> log = new ArrayList<>();
    double[] x = {1, 3};
    Holder into = companion.jacobianHolder(sweep);
    for (int repeat = 0; repeat < 2; repeat++) {
      log.clear();
      x[0] = 1;
      double[] value = (double[]) companion.call("jacobian", x, 2, log, into.target());
      assertSame(value, into.get("value"));
      assertArrayEquals(new double[] {4, 18}, value);
      assertArrayEquals(new double[] {2, 3}, x);
      assertEquals(List.of("at 2", "at 1", "at 0", "at 2", "at 1", "at 0"), log);
      assertTrue(Arrays.deepEquals(new double[][] {{8, 0}, {18, 12}}, block(into, "x")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void throughAnotherFileItRunsOnce(Sweep sweep) {
    Companion companion = COMPILED.companion("p.CElsewhere");
    int[] runs = {0};
    double[] x = {2, 3};
    double[] y = new double[2];
    double[] z = new double[1];
    Holder into = companion.jacobianHolder(sweep);
    companion.call("jacobian", x, y, z, runs, into.target());
    assertEquals(3, runs[0]);
    assertArrayEquals(new double[] {12, 18}, y);
    assertArrayEquals(new double[] {6}, z);
    double[][] expected = {{12, 4}, {9, 12}, {3, 2}};
    assertTrue(Arrays.deepEquals(expected, block(into, "x")));
    assertTrue(Arrays.deepEquals(new double[3][2], block(into, "y")));
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> companion.call("jacobian", x, x, z, runs));
    assertTrue(refusal.getMessage().contains("COT101"), refusal.getMessage());
    assertEquals(3, runs[0]);
  }

  /** What a helper gives is no array of somebody else, which only the transcript would know. */
  @Test
  void whatAHelperGivesIsDifferentiatedAgain() {
    Companion companion = COMPILED.companion("p.CFromAHelper");
    Object[] arguments = {2.0, 3, new ArrayList<String>()};
    assertEquals(48, companion.hessian(arguments).gradient().partial("x") * 4);
    assertEquals(12, companion.hessian(arguments).matrix()[0][0]);
    for (Sweep sweep : Sweep.values()) {
      Holder into = companion.jacobianHolder(sweep);
      companion.call("jacobian", 2.0, 3, new ArrayList<String>(), into.target());
      assertEquals(12, block(into, "x")[0][0], sweep.name());
    }
  }

  @Test
  void ofANumberIsTheGradient() {
    Companion companion = COMPILED.companion("p.CNumber");
    Holder jacobian = new Holder(companion.call("jacobian", 3.0, new double[] {5, 7}));
    assertEquals(9 * 35 + 7, jacobian.value());
    assertArrayEquals(new double[] {210}, block(jacobian, "a")[0]);
    assertArrayEquals(new double[] {63, 46}, block(jacobian, "x")[0]);
    assertEquals(1, block(jacobian, "x").length);
  }

  /** Before anything happens. */
  @Test
  void refusesOneArrayTwiceWhereItWrites() {
    Companion companion = COMPILED.companion("p.CScaled");
    double[] x = {1, 2};
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> companion.call("jacobian", x, x));
    assertTrue(refusal.getMessage().contains("COT10"), refusal.getMessage());
    assertArrayEquals(new double[] {1, 2}, x);
  }

  /** What shape the result has is known behind the run. */
  @Test
  void cotangentOfAnotherShapeIsRefused() {
    Companion companion = COMPILED.companion("p.CFilled");
    double[] x = {1, 2, 3};
    for (int length : new int[] {0, 2, 4}) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> companion.call("vjp", x, new double[3], new double[length]))
              .getMessage();
      assertTrue(message.startsWith("[COT106]"), message);
    }
    double[] y = new double[3];
    Holder used = companion.holder();
    double[] wrong = {1, 1};
    assertThrows(
        IllegalArgumentException.class,
        () -> companion.call("vjp", x, new double[3], wrong, used.target()));
    companion.call("vjp", x, y, new double[] {1, 0, 0}, used.target());
    Holder fresh = new Holder(companion.call("vjp", x, y, new double[] {1, 0, 0}));
    assertArrayEquals(fresh.partials("x"), used.partials("x"));
  }

  @Test
  void namesOfTheUsersDoNotClash() {
    Companion companion = COMPILED.companion("p.CJacobianRow");
    Holder jacobian = new Holder(companion.call("jacobian", 2.0, 3.0, new double[] {5}));
    assertArrayEquals(new double[] {3}, block(jacobian, "first")[0]);
    assertArrayEquals(new double[] {2}, block(jacobian, "into")[0]);
    assertArrayEquals(new double[] {2}, block(jacobian, "inputs")[1]);
  }

  @ParameterizedTest
  @EnumSource
  void shapesMayChange(Sweep sweep) {
    Companion companion = COMPILED.companion("p.CScaled");
    Holder into = companion.jacobianHolder(sweep);
    for (int n : new int[] {1, 9, 0, 2}) {
      double[] x = new double[n];
      Arrays.fill(x, 3);
      companion.call("jacobian", x, new double[n], into.target());
      assertEquals(n, block(into, "x").length);
      for (int i = 0; i < n; i++) {
        double[] row = new double[n];
        row[i] = 3;
        row[0] = i == 0 ? 6 : 3;
        assertArrayEquals(row, block(into, "x")[i]);
      }
    }
  }

  /** What is on a tape would be written down again for each of them. */
  @Test
  void severalRowsGoTogetherWhereNothingIsOnATape() {
    assertTrue(COMPILED.source("p.CScaled").contains("void jacobianRows("));
    assertFalse(COMPILED.source("p.CScaled").contains("void jacobianForward("));
    assertTrue(COMPILED.source("p.CHalved").contains("void jacobianForward("));
    assertFalse(COMPILED.source("p.CHalved").contains("void jacobianRows("));
    for (Sweep sweep : Sweep.values()) {
      Holder into = COMPILED.companion("p.CHalved").jacobianHolder(sweep);
      COMPILED.companion("p.CHalved").call("jacobian", 5.0, 1.5, into.target());
      // z = x/8, and y is k times the sines of x/2, x/4 and x/8.
      assertArrayEquals(new double[] {1.5 / 8}, block(into, "x")[0]);
      assertArrayEquals(new double[] {5.0 / 8}, block(into, "k")[0]);
      double sines = Math.sin(5.0 / 2) * Math.sin(5.0 / 4) * Math.sin(5.0 / 8);
      double slope =
          1 / Math.tan(5.0 / 2) / 2 + 1 / Math.tan(5.0 / 4) / 4 + 1 / Math.tan(5.0 / 8) / 8;
      assertArrayEquals(new double[] {1.5 * sines * slope}, block(into, "x")[1], 1e-14);
      assertArrayEquals(new double[] {sines}, block(into, "k")[1], 1e-15);
    }
  }

  @Test
  void usedHoldersAllocateNoMoreThanTheMethod() throws ReflectiveOperationException {
    LongSupplier driver =
        (LongSupplier) COMPILED.load("p.Drive").getDeclaredConstructor().newInstance();
    long first = driver.getAsLong();
    assertEquals(0, driver.getAsLong(), "first: " + first);
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
              @Differentiable(Derivative.JACOBIAN)
              static double[] refused(double[] x) {
                try { return x; } finally { x[0] = 1; }
              }
              static double[][] use(double[] x) { return DRefused.jacobian(x).dX(); }
            }
            """);
    assertEquals(List.of("COT008@7"), refused.codes());
    assertNotNull(refused.source("p.DRefused"));
  }
}
