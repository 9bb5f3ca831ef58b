package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records as parameters: what their users write, null, aliases, and who may see what. */
class RecordParametersTest {
  private static final Compiled COMPILED =
      CompanionHarness.compile(
              """
              package p;
              import dev.cotangent.*;
              import static dev.cotangent.Derivative.*;
              import java.util.List;
              final class C {
                record Inner(float bias, double[] weights) {}
                record Outer(double x, Inner inner, int power, String label) {}
                @Differentiable({GRADIENT, JVP, HVP})
                static double f(Outer p, double z) {
                  double s = p.x() * z;
                  for (double w : p.inner().weights()) { s += w * w * p.inner().bias(); }
                  return Math.pow(s, p.power());
                }
                record Line(double slope, double intercept) {}
                @Differentiable({GRADIENT, JVP, HVP})
                static double late(Line line, double x, boolean read, List<String> log) {
                  log.add("before");
                  return read ? line.slope() * x : x * x;
                }
                record Pair(Line first, Line second) {}
                @Differentiable({GRADIENT, JVP, HVP})
                static double pair(Pair pair, double x) {
                  Line line = x > 0 ? pair.first() : pair.second();
                  return x < 1 ? x * x * x : line.slope() * x;
                }
                record Work(double[] cells, int[] marks) {}
                @Differentiable({GRADIENT, JVP, HVP})
                static double writes(Work work, double[] x) {
                  work.marks()[0]++;
                  work.cells()[0] *= x[0];
                  return work.cells()[0] * x[0] + work.marks()[0];
                }
              }
              """,
              """
              package p;
              import dev.cotangent.Scalar;
              final class Client {
                private static final C.Outer P =
                    new C.Outer(3, new C.Inner(0.5f, new double[] {1, 2}), 2, "net");
                static double[] gradient() {
                  CF.Gradient g = CF.gradient(P, 4);
                  double x = g.dP().x();
                  float bias = g.dP().inner().bias();
                  double[] weights = g.dP().inner().weights();
                  return new double[] {g.value(), x, bias, weights[0], weights[1], g.dZ()};
                }
                static double[] tangents() {
                  C.Outer v = new C.Outer(1, new C.Inner(1, new double[] {0, 1}), 7, null);
                  CF.Gradient h = CF.hvp(P, 4, v, 0);
                  return new double[] {CF.jvp(P, 4, v, 0).tangent(), h.value(), h.dP().x()};
                }
                static double[] twin() {
                  Scalar x = Scalar.of(3, "x");
                  Scalar[] w = {Scalar.of(1, "a"), Scalar.of(2, "b")};
                  CF.OuterScalars p =
                      new CF.OuterScalars(x, new CF.InnerScalars(Scalar.of(0.5), w), 2, "net");
                  Scalar y = CF.scalar(p, Scalar.of(4));
                  return new double[] {y.value(), y.grad(1).get("x"), y.grad(1).get("b")};
                }
                static String labels() { return CF.check(P, 4).toString(); }
                static double[] bound() {
                  var f = CF.bind(P, 4);
                  double[] point = f.initialPoint();
                  double[] gradient = new double[f.dimension()];
                  point[0] = 2;
                  double value = f.valueAndGradient(point, gradient);
                  double[] all = java.util.Arrays.copyOf(gradient, gradient.length + 1);
                  all[gradient.length] = value;
                  return all;
                }
              }
              """)
          .orThrow();

  private static final double S = 3 * 4 + 0.5 * (1 + 4);

  private static double[] client(String member) {
    return (double[]) COMPILED.user("p.Client").call(member);
  }

  private static void close(double[] expected, double[] found) {
    assertEquals(expected.length, found.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found[i], 1e-12 * Math.abs(expected[i]), "number " + i);
    }
  }

  @Test
  void holderHasAnAccessorForEachFloatingComponent() {
    double[] expected = {S * S, 2 * S * 4, 2 * S * 5, 2 * S * 1, 2 * S * 2, 2 * S * 3};
    close(expected, client("gradient"));
  }

  @Test
  void tangentsAreOfTheRecordsOwnType() {
    double slope = 4 + 5 + 2 * 0.5 * 2;
    close(new double[] {2 * S * slope, 2 * S * slope, 2 * slope * 4}, client("tangents"));
  }

  @Test
  void twinTakesAMirrorInWhichPassiveComponentsStay() {
    close(new double[] {S * S, 2 * S * 4, 2 * S * 2}, client("twin"));
  }

  @Test
  void coordinatesAreNamedByTheirPath() {
    String report = (String) COMPILED.user("p.Client").call("labels");
    assertTrue(report.contains("passed"), report);
    for (String label : List.of("p.x", "p.inner.bias", "p.inner.weights[1]", "z")) {
      assertTrue(report.contains("  " + label + " "), report);
    }
  }

  @Test
  void vectorHasTheComponentsInOrder() {
    double s = S - 4;
    double[] expected = {2 * s * 4, 2 * s * 5, 2 * s * 1, 2 * s * 2, 2 * s * 2, s * s};
    close(expected, client("bound"));
  }

  private static Object line(double slope, double intercept) {
    return COMPILED.make("p.C$Line", slope, intercept);
  }

  @Test
  void recordThatIsNeverReadMayBeNull() {
    Companion late = COMPILED.companion("p.CLate");
    List<String> log = new ArrayList<>();
    Companion.Holder g = late.gradient(null, 3.0, false, log);
    assertEquals(9, g.value());
    assertEquals(6, g.partial("x"));
    assertEquals(0.0, new Companion.Holder(g.get("dLine")).get("slope"));
    assertEquals(2, late.hvp(null, 3.0, false, log, null, 1.0).partial("x"));
    assertEquals(6, late.jvp(null, 3.0, false, log, null, 1.0).tangent());
    assertEquals(9, late.scalar(null, dev.cotangent.Scalar.of(3), false, log).value());
    assertEquals(1, late.bind(null, 3.0, false, log).dimension());
    double[] gradient = new double[1];
    assertEquals(16, late.bind(null, 3.0, false, log).valueAndGradient(new double[] {4}, gradient));
    assertEquals(8, gradient[0]);
    assertTrue(late.check(null, 3.0, false, log).passed());
  }

  @Test
  void nullThatIsReadThrowsWhereJavaDoesAndNoEarlier() {
    Companion late = COMPILED.companion("p.CLate");
    List<String> log = new ArrayList<>();
    assertThrows(NullPointerException.class, () -> late.gradient(null, 3.0, true, log));
    assertEquals(List.of("before"), log);
    assertThrows(NullPointerException.class, () -> late.hvp(null, 3.0, true, log, null, 1.0));
    assertThrows(NullPointerException.class, () -> late.jvp(null, 3.0, true, log, null, 1.0));
    assertEquals(3, log.size());
  }

  @Test
  void nullMayTravelInsideARecordAsLongAsNobodyReadsIt() {
    Companion pair = COMPILED.companion("p.CPair");
    Object half = COMPILED.make("p.C$Pair", line(2, 1), null);
    assertEquals(0.75, pair.gradient(half, -0.5).partial("x"));
    assertEquals(2, pair.gradient(half, 1.5).partial("x"));
    Object other = COMPILED.make("p.C$Pair", null, line(2, 1));
    assertEquals(0.125, pair.gradient(other, 0.5).value());
    assertThrows(NullPointerException.class, () -> pair.gradient(other, 1.5));
    assertThrows(NullPointerException.class, () -> pair.gradient(null, 0.5));
  }

  @Test
  void tangentIsNullWhereItsRecordIs() {
    Companion late = COMPILED.companion("p.CLate");
    List<String> log = new ArrayList<>();
    IllegalArgumentException missing =
        assertThrows(
            IllegalArgumentException.class, () -> late.jvp(line(1, 2), 3.0, true, log, null, 1.0));
    assertTrue(missing.getMessage().startsWith("[COT103] the tangent of line is null"));
    Companion pair = COMPILED.companion("p.CPair");
    Object full = COMPILED.make("p.C$Pair", line(2, 1), line(2, 1));
    Object half = COMPILED.make("p.C$Pair", line(2, 1), null);
    IllegalArgumentException superfluous =
        assertThrows(IllegalArgumentException.class, () -> pair.hvp(half, 1.0, full, 1.0));
    assertTrue(superfluous.getMessage().contains("the tangent of pair.second is a record"));
    assertEquals(List.of(), log);
  }

  @Test
  void tangentArraysHaveTheirComponentsShape() {
    Companion f = COMPILED.companion("p.CF");
    Object inner = COMPILED.make("p.C$Inner", 0.5f, new double[2]);
    Object shorter = COMPILED.make("p.C$Inner", 0.5f, new double[1]);
    Object p = COMPILED.make("p.C$Outer", 1.0, inner, 2, "");
    Object v = COMPILED.make("p.C$Outer", 1.0, shorter, 2, "");
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> f.jvp(p, 1.0, v, 1.0));
    assertTrue(thrown.getMessage().startsWith("[COT103] the tangent of p.inner.weights is"));
  }

  @Test
  void holderIsUsedAgainAllTheWayDown() {
    Companion f = COMPILED.companion("p.CF");
    Object inner = COMPILED.make("p.C$Inner", 0.5f, new double[] {1, 2});
    Object p = COMPILED.make("p.C$Outer", 1.0, inner, 2, "");
    Companion.Holder holder = f.gradient(p, 1.0);
    Object partials = holder.get("dP");
    Object weights =
        new Companion.Holder(new Companion.Holder(partials).get("inner")).get("weights");
    f.gradientInto(holder, p, 2.0);
    assertSame(partials, holder.get("dP"));
    assertSame(
        weights, new Companion.Holder(new Companion.Holder(partials).get("inner")).get("weights"));
  }

  @Test
  void arrayInARecordMustNotBeAnotherArgumentWhereItIsWritten() {
    Companion writes = COMPILED.companion("p.CWrites");
    double[] x = {2};
    Object work = COMPILED.make("p.C$Work", x, new int[1]);
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> writes.gradient(work, x));
    assertTrue(thrown.getMessage().contains("work.cells and x are the same array"));
  }

  @Test
  void checkingLeavesTheArraysInARecordAlone() {
    Companion writes = COMPILED.companion("p.CWrites");
    double[] cells = {3};
    int[] marks = {1};
    Object work = COMPILED.make("p.C$Work", cells, marks);
    assertTrue(writes.check(work, new double[] {2}).passed());
    assertEquals(14, writes.bind(work, new double[] {2}).value(new double[] {3, 2}));
    assertEquals(3, cells[0]);
    assertEquals(1, marks[0]);
  }

  private static Compiled lenient(String declarations) {
    return CompanionHarness.compile("package p;\nimport dev.cotangent.*;\n" + declarations + "\n");
  }

  @Test
  void companionIsSeenByThoseWhoSeeAllTypesInTheRecord() {
    Compiled compiled =
        lenient(
                """
                public class V {
                  record Hidden(double x) {}
                  public record Shown(double x) {}
                  public record Both(Hidden hidden, double y) {}
                  @Differentiable public static double shown(Shown s) { return s.x(); }
                  @Differentiable public static double both(Both b) { return b.y(); }
                }
                """)
            .orThrow();
    assertTrue(Modifier.isPublic(compiled.companion("p.VShown").type().getModifiers()));
    assertFalse(Modifier.isPublic(compiled.companion("p.VBoth").type().getModifiers()));
  }

  @Test
  void componentsThatTheCompanionCannotSeeAreReported() {
    Compiled compiled =
        lenient(
            """
            class V {
              private record Hidden(double x) {}
              record Both(Hidden hidden, double y) {}
              @Differentiable static double both(Both b) { return b.y(); }
            }
            """);
    assertEquals(List.of("COT040@6"), compiled.codes(), compiled.messages());
  }

  @Test
  void recordThatIsDeclaredPassiveIsNotDifferentiated() {
    Compiled compiled =
        lenient(
                """
                class V {
                  record Line(double slope) {}
                  @Differentiable static double f(@NonDifferentiable Line line, double x) {
                    return line.slope() * x + line.toString().length();
                  }
                }
                """)
            .orThrow();
    Companion f = compiled.companion("p.VF");
    Object line = compiled.make("p.V$Line", 3.0);
    assertEquals(3, f.gradient(line, 2.0).partial("x"));
    assertNull(
        java.util.Arrays.stream(f.holder().target().getClass().getDeclaredMethods())
            .filter(method -> method.getName().equals("dLine"))
            .findAny()
            .orElse(null));
  }
}
