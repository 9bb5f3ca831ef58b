package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A record that a method returns has a derivative by its components. */
class RecordResultsTest {
  private static final double EXACT = 1e-14;

  private static final Compiled COMPILED =
      CompanionHarness.compile(
              """
              package p;
              import static dev.cotangent.Derivative.*;
              import dev.cotangent.Differentiable;
              import java.util.Random;
              final class C {
                record Point(double x, double y) {}

                record Report(
                    Point last, float size, int steps, double[] path, String name, double[][] rows) {}

                @Differentiable({JVP, VJP, JACOBIAN})
                static Point polar(double r, double t) {
                  return new Point(r * Math.cos(t), r * Math.sin(t));
                }

                /** Symplectic Euler; no step hands back the caller's own record. */
                @Differentiable({JVP, VJP, JACOBIAN})
                static Point pendulum(Point start, double h, int steps) {
                  Point at = start;
                  for (int i = 0; i < steps; i++) {
                    double speed = at.y() - h * Math.sin(at.x());
                    at = new Point(at.x() + h * speed, speed);
                  }
                  return at;
                }

                @Differentiable({JVP, VJP, JACOBIAN})
                static Report report(Point from, float scale, double[] weights) {
                  double[] path = weights.clone();
                  for (int i = 0; i < path.length; i++) {
                    path[i] *= scale * from.x();
                  }
                  Point last = scale > 0 ? from : new Point(from.y(), from.x() * from.x());
                  return new Report(
                      last,
                      scale * (float) from.y(),
                      path.length,
                      path,
                      "weighted",
                      new double[][] {{from.x() * scale}, null, path});
                }

                @Differentiable({JVP, VJP, JACOBIAN})
                static Point overwriting(double[] x) {
                  x[0] *= x[1];
                  return new Point(x[0] * x[0], x[1]);
                }

                @Differentiable(value = {JVP, VJP, JACOBIAN}, wrt = "x")
                static Point drawing(double x, Random random, int[] runs) {
                  runs[0]++;
                  double drawn = random.nextDouble();
                  return new Point(x * x * drawn, drawn);
                }
              }
              """,
              """
              package p;
              import dev.cotangent.*;
              import java.util.Random;
              final class Client {
                static final C.Point START = new C.Point(0.75, -0.5);

                static double[] both(C.Point p) {
                  return new double[] {p.x(), p.y()};
                }

                static double[] along(double r, double t) {
                  return both(CPolar.jvp(r, t, 1, 2).tangent());
                }

                static double[] back(double r, double t) {
                  CPolar.Gradient g = CPolar.vjp(r, t, new C.Point(3, -1));
                  return new double[] {g.dR(), g.dT(), g.value().x(), g.value().y()};
                }

                static double[] twoBack(double r, double t) {
                  CPolar.Pullback p = CPolar.pullback(r, t);
                  double first = p.pull(new C.Point(1, 0)).dT();
                  return new double[] {first, p.pull(new C.Point(0, 1)).dT(), p.value().x()};
                }

                static double[] holder(double r, double t) {
                  CPolar.Gradient into = new CPolar.Gradient();
                  C.Point value = CPolar.jvp(r, t, 1, 0, into);
                  return new double[] {value.x(), into.tangent().x(), into.tangent().y()};
                }

                static double[] matrix(double r, double t, boolean rows) {
                  CPolar.Jacobian j =
                      new CPolar.Jacobian(rows ? Sweep.REVERSE : Sweep.FORWARD);
                  CPolar.jacobian(r, t, j);
                  return new double[] {
                    j.dR()[0][0], j.dT()[0][0], j.dR()[1][0], j.dT()[1][0], j.value().x()
                  };
                }

                static String nothing() {
                  CPendulum.Tangent t = CPendulum.jvp(null, 0.1, 0, null, 1);
                  CPendulum.Gradient g = CPendulum.vjp(null, 0.1, 0, null);
                  int rows = CPendulum.jacobian(null, 0.1, 0).dH().length;
                  return t.value() + " " + t.tangent() + " " + g.value() + " " + g.dH() + " " + rows;
                }

                static String handedBack() {
                  return CPendulum.jvp(START, 0.1, 0, new C.Point(2, 3), 1).tangent().toString();
                }

                static void nullOnTheWay() {
                  CPendulum.vjp(null, 0.1, 3, null);
                }

                static boolean checks() {
                  double[] weights = {0.5, -2, 1};
                  CPendulum.check(START, 0.125, 7).orThrow();
                  CReport.check(START, 2f, weights).orThrow();
                  CReport.check(START, -2f, weights).orThrow();
                  COverwriting.check(new double[] {2, 3}).orThrow();
                  return CPolar.check(2, 0.5).passed();
                }

                static String passive() {
                  double[] w = {0.5, -2};
                  C.Report tangent = CReport.jvp(START, 2f, w, new C.Point(1, 0), 0, new double[2]).tangent();
                  return tangent.name() + tangent.steps() + (tangent.rows()[1] == null) + tangent.size();
                }

                static double[] bound() {
                  double[] w = {0.5, -2};
                  DifferentiableVectorFunction f = CReport.bind(START, 2f, w);
                  double[] at = f.initialPoint();
                  double[] values = f.values(at);
                  double[] u = new double[values.length];
                  double[] v = new double[at.length];
                  for (int i = 0; i < u.length; i++) u[i] = 1 + i % 3;
                  for (int i = 0; i < v.length; i++) v[i] = 2 - i;
                  double[] along = new double[u.length];
                  double[] back = new double[v.length];
                  double[][] matrix = new double[u.length][v.length];
                  f.directionalDerivative(at, v, along);
                  f.pullBack(at, u, back);
                  f.jacobian(at, values, matrix);
                  double forward = 0, reverse = 0, whole = 0;
                  for (int i = 0; i < u.length; i++) {
                    forward += u[i] * along[i];
                    for (int k = 0; k < v.length; k++) whole += u[i] * matrix[i][k] * v[k];
                  }
                  for (int k = 0; k < v.length; k++) reverse += back[k] * v[k];
                  return new double[] {forward, reverse, whole, u.length};
                }

                static double[] drawn() {
                  int[] runs = {0};
                  CDrawing.Jacobian j = CDrawing.jacobian(3, new Random(1), runs);
                  double drawn = new Random(1).nextDouble();
                  return new double[] {runs[0], j.dX()[0][0] / drawn, j.dX()[1][0], j.value().y() - drawn};
                }
              }
              """)
          .orThrow();

  private static final double R = 2;
  private static final double T = 0.5;

  private static double[] numbers(String member, Object... arguments) {
    return (double[]) call(member, arguments);
  }

  private static Object call(String member, Object... arguments) {
    return COMPILED.user("p.Client").call(member, arguments);
  }

  @Test
  void aDirectionGivesARecordOfDerivatives() {
    double[] expected = {Math.cos(T) - 2 * R * Math.sin(T), Math.sin(T) + 2 * R * Math.cos(T)};
    assertArrayEquals(expected, numbers("along", R, T), EXACT);
    double[] held = {R * Math.cos(T), Math.cos(T), Math.sin(T)};
    assertArrayEquals(held, numbers("holder", R, T), EXACT);
  }

  @Test
  void aRecordOfCotangentsIsPulledBack() {
    double inR = 3 * Math.cos(T) - Math.sin(T);
    double inT = -3 * R * Math.sin(T) - R * Math.cos(T);
    double[] expected = {inR, inT, R * Math.cos(T), R * Math.sin(T)};
    assertArrayEquals(expected, numbers("back", R, T), EXACT);
  }

  @Test
  void manyFollowOneForwardSweep() {
    double[] expected = {-R * Math.sin(T), R * Math.cos(T), R * Math.cos(T)};
    assertArrayEquals(expected, numbers("twoBack", R, T), EXACT);
  }

  @Test
  void theJacobianHasARowForEachNumber() {
    double x = R * Math.cos(T);
    double[] expected = {Math.cos(T), -R * Math.sin(T), Math.sin(T), x, x};
    assertArrayEquals(expected, numbers("matrix", R, T, false), EXACT);
    assertArrayEquals(expected, numbers("matrix", R, T, true), EXACT);
  }

  @Test
  void theCallersRecordMayComeBack() {
    assertEquals("Point[x=2.0, y=3.0]", call("handedBack"));
  }

  @Test
  void nullComesBackAsNull() {
    assertEquals("null null null 0.0 0", call("nothing"));
    assertThrows(NullPointerException.class, () -> call("nullOnTheWay"));
  }

  @Test
  void allWitnessesAgree() {
    assertTrue((boolean) call("checks"));
  }

  @Test
  void whatHoldsNothingFloatingStays() {
    assertEquals("weighted2true0.0", call("passive"));
  }

  @Test
  void flatVectorsGoInAndComeOut() {
    double[] found = numbers("bound");
    assertEquals(found[0], found[1], 1e-13);
    assertEquals(found[0], found[2], 1e-13);
    // Two coordinates, a float, two weights, a row of one and a row of two.
    assertEquals(2 + 1 + 2 + 1 + 2, found[3]);
  }

  @Test
  void theMethodHappensOnce() {
    assertArrayEquals(new double[] {1, 6, 0, 0}, numbers("drawn"), EXACT);
  }

  @Test
  void callsAcrossFilesGiveNumbersAndArrays() {
    Compiled refused =
        CompanionHarness.compile(
            """
            package lib;
            import static dev.cotangent.Derivative.*;
            import dev.cotangent.Differentiable;
            public record Pair(double a, double b) {
              @Differentiable({JVP, VJP})
              public static Pair turned(Pair p) {
                return new Pair(p.b(), p.a());
              }
            }
            """,
            """
            package user;
            import dev.cotangent.Differentiable;
            import lib.Pair;
            final class User {
              @Differentiable
              static double f(double x) {
                return Pair.turned(new Pair(x, 1)).b();
              }
            }
            """);
    assertTrue(refused.messages().contains("COT039"), refused::messages);
  }
}
