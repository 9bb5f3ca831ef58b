package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in signatures and annotations: one error each, with its code, where it was made. */
class SignatureErrorsTest {
  private static final String HEAD =
      """
      package p;
      import dev.cotangent.Derivative;
      import dev.cotangent.Differentiable;
      """;

  private static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("COT040", "@Differentiable\n private static double f(double x) { return x; }"),
        Arguments.of("COT041", "@Differentiable\n static int f(double x) { return 1; }"),
        Arguments.of("COT041", "@Differentiable\n static void f(double[] x) { }"),
        Arguments.of(
            "COT043",
            "@Differentiable(outputs =\n"
                + "\"y\") static double f(double x, double[] y) { return x; }"),
        Arguments.of("COT053", "@Differentiable\n static double[] f(double[] x) { return x; }"),
        Arguments.of(
            "COT053",
            "@Differentiable({Derivative.JVP,\n"
                + "Derivative.HVP}) static float[] f(float[] x) { return x; }"),
        Arguments.of(
            "COT053", "@Differentiable(outputs = \"y\")\n static void f(double x, double[] y) { }"),
        Arguments.of(
            "COT074",
            "@Differentiable(value = Derivative.JVP, outputs =\n"
                + "\"n\") static void f(double x, int[] n) { }"),
        Arguments.of(
            "COT045",
            "@Differentiable(value = Derivative.JVP, outputs = {\"y\",\n"
                + "\"z\"}) static void f(double x, double[] y) { }"),
        Arguments.of("COT044", "@Differentiable\n static double f(int n) { return n; }"),
        Arguments.of(
            "COT045",
            "@Differentiable(wrt = {\"x\",\n\"z\"}) static double f(double x) { return x; }"),
        Arguments.of(
            "COT046",
            "@Differentiable(wrt = {\"x\",\n"
                + "\"n\"}) static double f(double x, int n) { return x; }"),
        Arguments.of(
            "COT047",
            "record P(double v) {} @Differentiable(wrt =\n"
                + "\"p\") static double f(P[] p) { return 1; }"),
        Arguments.of(
            "COT049",
            "@Differentiable(companion =\n\"a b\") static double f(double x) { return x; }"),
        Arguments.of(
            "COT051",
            "@Differentiable(companion = \"C\")\n static double f(double x) { return x; }"),
        Arguments.of(
            "COT052",
            "@Differentiable\n"
                + " static double f(double x) throws java.io.IOException { return x; }"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("mistakes")
  void mistakeIsOneErrorAtItsPlace(String code, String method) {
    Compiled compiled = CompanionHarness.compile(HEAD + "class C { " + method + " }");
    assertFalse(compiled.success());
    assertEquals(List.of(code + "@5"), compiled.codes(), compiled.messages());
    assertEquals(1, compiled.errors().size(), compiled.messages());
  }

  @Test
  void overloadsClashOnEveryCulprit() {
    Compiled compiled =
        CompanionHarness.compile(
            HEAD
                + """
                class C {
                  @Differentiable
                  static double f(double x) { return x; }
                  @Differentiable
                  static double f(double x, double y) { return x * y; }
                  @Differentiable
                  static double g(double x) { return x; }
                }
                """);
    assertEquals(List.of("COT050@6", "COT050@8"), compiled.codes(), compiled.messages());
    assertTrue(compiled.generated().contains("p.CG"), "others are not touched");
  }

  @Test
  void namesOfNestedClassesMayClashToo() {
    Compiled compiled =
        CompanionHarness.compile(
            HEAD
                + """
                class A {
                  static class B { @Differentiable static double f(double x) { return x; } }
                }
                """,
            HEAD + "class AB { @Differentiable static double f(double x) { return x; } }");
    assertEquals(List.of("COT050@5", "COT050@4"), compiled.codes(), compiled.messages());
  }

  @Test
  void anotherCompanionNameSolvesTheClash() {
    Compiled compiled =
        CompanionHarness.compile(
                HEAD
                    + """
                    class C {
                      @Differentiable
                      static double f(double x) { return x; }
                      @Differentiable(companion = "Product")
                      static double f(double x, double y) { return x * y; }
                    }
                    """)
            .orThrow();
    assertEquals(12, compiled.companion("p.Product").value(3.0, 4.0));
    assertEquals(3, compiled.companion("p.CF").value(3.0));
  }

  @Test
  void partialsOfOneNameClashOnBothParameters() {
    Compiled compiled =
        CompanionHarness.compile(
            HEAD
                + """
                class C {
                  @Differentiable
                  static double f(double x,
                      double X) { return x * X; }
                  static double use() { return CF.gradient(1, 2).dX(); }
                }
                """);
    assertEquals(List.of("COT048@6", "COT048@7"), compiled.codes(), compiled.messages());
    assertEquals(2, compiled.errors().size(), compiled.messages());
    CompanionHarness.compile(
            HEAD
                + "class C { @Differentiable(wrt = \"x\") static double f(double x, double X) "
                + "{ return x * X; } }")
        .orThrow();
  }

  @Test
  void useOfARefusedMethodsCompanionIsNoFurtherError() {
    Compiled compiled =
        CompanionHarness.compile(
            HEAD
                + """
                class C {
                  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
                  static double f(double x, double[] y) { return Math.random() * x * y[0]; }
                  static double use(double[] y) {
                    CF.Gradient g = CF.gradient(1, y);
                    CF.gradient(1, y, g);
                    CF.hvp(1, y, 1, y, g);
                    return g.dX() + g.dY()[0] + CF.jvp(1, y, 1, y).tangent() + CF.value(1, y)
                        + CF.scalar(dev.cotangent.Scalar.of(1), null).value()
                        + CF.bind(1, y).dimension() + CF.check(1, y).rows().size();
                  }
                }
                """);
    assertEquals(1, compiled.errors().size(), compiled.messages());
    assertEquals(List.of("COT018@6"), compiled.codes(), compiled.messages());
  }

  @Test
  void oneBadMethodDoesNotStopTheOthers() {
    Compiled compiled =
        CompanionHarness.compile(
            HEAD
                + """
                class C {
                  @Differentiable static double bad(double x) { return Math.random() * x; }
                  @Differentiable static double good(double x) { return x * x; }
                }
                """);
    assertEquals(1, compiled.errors().size(), compiled.messages());
    assertTrue(compiled.source("p.CGood").contains("into.dX = "), compiled.source("p.CGood"));
    assertTrue(compiled.source("p.CBad").contains("was refused"), compiled.source("p.CBad"));
  }

  @Test
  void withoutCheckTheWitnessesThrow() {
    Compiled compiled =
        CompanionHarness.strict()
            .with("-Acotangent.check=false")
            .run(HEAD + "class C { @Differentiable static double f(double x) { return x * x; } }")
            .orThrow();
    Companion f = compiled.companion("p.CF");
    assertEquals(6, f.gradient(3.0).partial("x"));
    assertEquals(9, f.bind(3.0).value(new double[] {3}));
    UnsupportedOperationException refused =
        assertThrows(UnsupportedOperationException.class, () -> f.check(3.0));
    assertTrue(refused.getMessage().contains("-Acotangent.check=false"), refused.getMessage());
    assertThrows(UnsupportedOperationException.class, () -> f.scalar(dev.cotangent.Scalar.of(3)));
  }
}
