package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.Scalar;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives that users give: what they are used for, and every mistake that can be made. */
class DerivativeRulesTest {
  private static final String HEAD =
      """
      package p;
      import dev.cotangent.*;
      """;

  private static final String LIBRARY =
      """
      package lib;
      public final class Lib {
        private Lib() {}
        public static int calls;
        public static double cube(double x) { calls++; return x * x * x; }
        public static double times(double x, double y) { return x * y; }
        public static double dot(double[] a, double[] b) {
          double sum = 0;
          for (int i = 0; i < a.length; i++) { sum += a[i] * b[i]; }
          return sum;
        }
        public static void fill(double[] a) { }
        public static double rows(double[][] a) { return a[0][0]; }
        public static int whole(double x) { return 1; }
        public double own(double x) { return x; }
        public static double both(double x) { return x; }
        public static double both(double x, double y) { return x; }
      }
      """;

  private static final String BOOK =
      """
      package book;
      import dev.cotangent.*;
      public final class Book {
        private Book() {}
        @DerivativeOf(value = lib.Lib.class, method = "cube")
        public static double cubeDx(@Wrt double x) { return 3 * x * x; }
        @DerivativeOf(value = lib.Lib.class, method = "times")
        static double timesDx(@Wrt double x, double y) { return y; }
      }
      """;

  private static Compiled compile(String members) {
    return CompanionHarness.compile(HEAD + "class C {\n" + members + "\n}\n", LIBRARY, BOOK);
  }

  private static Stream<Arguments> mistakes() {
    String owner = "@DerivativeOf(value = lib.Lib.class, method = ";
    return Stream.of(
        Arguments.of("COT056", owner + "\"none\") static double\nr(@Wrt double x) { return 1; }"),
        Arguments.of("COT056", owner + "\"own\") static double\nr(@Wrt double x) { return 1; }"),
        Arguments.of("COT056", owner + "\"cube\") static double\nr(@Wrt float x) { return 1; }"),
        Arguments.of(
            "COT056", owner + "\"both\") static double\nr(@Wrt double x, double y) { return 1; }"),
        Arguments.of(
            "COT056",
            owner + "\"both\", types = int.class) static double\nr(@Wrt double x) { return 1; }"),
        Arguments.of(
            "COT056",
            "@DerivativeOf(value = Math.class, method = \"sin\") static double\n"
                + "r(@Wrt double x) { return 1; }"),
        Arguments.of(
            "COT056", owner + "\"dot\") static void\nr(double[] a, double[] b, double c) { }"),
        Arguments.of("COT056", owner + "\"fill\") static void\nr(double[] a, double c) { }"),
        Arguments.of(
            "COT057",
            owner + "\"rows\") static void\nr(double[][] a, double c, double[][] aBar) { }"),
        Arguments.of("COT057", owner + "\"cube\") double\nr(@Wrt double x) { return 1; }"),
        Arguments.of(
            "COT057", owner + "\"cube\") static <T> double\nr(@Wrt double x) { return 1; }"),
        Arguments.of("COT057", owner + "\"cube\") static int\nr(@Wrt double x) { return 1; }"),
        Arguments.of("COT057", owner + "\"whole\") static double\nr(@Wrt double x) { return 1; }"),
        Arguments.of(
            "COT057",
            owner + "\"times\") static double\nr(@Wrt double x, @Wrt double y) { return 1; }"),
        Arguments.of(
            "COT057",
            owner + "\"dot\") static double\nr(@Wrt double[] a, double[] b) { return 1; }"),
        Arguments.of("COT057", owner + "\"cube\") static void\nr(double x, double c) { }"),
        Arguments.of("COT059", "@NonDifferentiable double\nr(double x) { return 1; }"),
        Arguments.of(
            "COT059",
            "@NonDifferentiable @Differentiable static double\nr(double x) { return 1; }"),
        Arguments.of("COT059", "static double r(@NonDifferentiable\ndouble[] x) { return 1; }"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("mistakes")
  void mistakeIsOneErrorAtTheRule(String code, String rule) {
    Compiled compiled = compile(rule);
    assertEquals(List.of(code + "@5"), compiled.codes(), compiled.messages());
    assertEquals(1, compiled.errors().size(), compiled.messages());
  }

  @Test
  void rivalsAreReportedOnBoth() {
    Compiled compiled =
        compile(
            """
            @DerivativeOf(value = lib.Lib.class, method = "cube")
            static double one(@Wrt double x) { return 1; }
            @DerivativeOf(value = lib.Lib.class, method = "cube")
            static double two(double x, double cotangent) { return 1; }
            """);
    assertEquals(List.of("COT058@5", "COT058@7"), compiled.codes(), compiled.messages());
  }

  @Test
  void missingPartialIsReportedWhereTheArgumentIsActive() {
    Compiled compiled =
        compile(
            """
            @DerivativeOf(value = lib.Lib.class, method = "times")
            static double dx(@Wrt double x, double y) { return y; }
            @Differentiable static double fine(double x) { return lib.Lib.times(x, 3); }
            @Differentiable static double f(double x) {
              return lib.Lib.times(3, x);
            }
            """);
    assertEquals(List.of("COT033@8"), compiled.codes(), compiled.messages());
    assertTrue(compiled.generated().contains("p.CFine"));
  }

  @Test
  void ruleOutOfSightIsReportedAtTheCall() {
    Compiled compiled =
        compile(
            """
            @Differentiable(rules = book.Book.class) static double f(double x) {
              return lib.Lib.times(x, 3);
            }
            """);
    assertEquals(List.of("COT034@5"), compiled.codes(), compiled.messages());
  }

  @Test
  void twoRulesOfTwoNamedClassesAreReportedAtTheCall() {
    String other = BOOK.replace("class Book", "class Other").replace("Book()", "Other()");
    Compiled compiled =
        CompanionHarness.compile(
            HEAD
                + """
                class C {
                  @Differentiable(rules = {book.Book.class, book.Other.class})
                  static double f(double x) {
                    return lib.Lib.cube(x);
                  }
                }
                """,
            LIBRARY,
            BOOK,
            other);
    assertEquals(List.of("COT058@6"), compiled.codes(), compiled.messages());
  }

  @Test
  void secondDerivativeOfARuleOutOfSightIsRefusedAndTheFirstIsNot() {
    String source =
        """
        @Differentiable(value = %s, rules = book.Book.class) static double f(double x) {
          return lib.Lib.cube(x);
        }
        """;
    Compiled first = compile(source.formatted("{Derivative.GRADIENT, Derivative.JVP}")).orThrow();
    assertEquals(12, first.companion("p.CF").gradient(2.0).partial("x"));
    assertEquals(6, first.companion("p.CF").jvp(2.0, 0.5).tangent());
    Compiled second = compile(source.formatted("{Derivative.GRADIENT, Derivative.HVP}"));
    assertEquals(List.of("COT036@5"), second.codes(), second.messages());
  }

  @Test
  void ruleOfTheFileMayCallWhatNobodyCanDifferentiate() {
    Compiled compiled =
        compile(
            """
            @DerivativeOf(value = lib.Lib.class, method = "both")
            private static double dx(@Wrt double x) { return inner(x); }
            private static double inner(double x) { return lib.Lib.cube(x); }
            @Differentiable({Derivative.GRADIENT, Derivative.JVP}) static double f(double x) {
              return lib.Lib.both(x);
            }
            @Differentiable(Derivative.HVP) static double g(double x) {
              return lib.Lib.both(x);
            }
            """);
    assertEquals(List.of("COT036@6"), compiled.codes(), compiled.messages());
    assertTrue(compiled.generated().contains("p.CF"));
  }

  @Test
  void methodRunsOnceWithItsSideEffects() {
    Compiled compiled =
        compile(
                """
                @Differentiable(value = {Derivative.GRADIENT, Derivative.JVP}, rules = book.Book.class)
                static double f(double[] a) {
                  double sum = 0;
                  for (double v : a) { sum += lib.Lib.cube(v) * v; }
                  return sum;
                }
                static int calls() { int n = lib.Lib.calls; lib.Lib.calls = 0; return n; }
                """)
            .orThrow();
    compiled.companion("p.CF").gradient(new double[] {1, 2, 3});
    assertEquals(3, compiled.user("p.C").call("calls"));
    compiled.companion("p.CF").jvp(new double[] {1, 2, 3}, new double[] {1, 2, 3});
    assertEquals(3, compiled.user("p.C").call("calls"));
  }

  @Test
  void ruleWinsOverTheBodyAndCheckFindsThatItIsWrong() {
    Compiled compiled =
        compile(
                """
                static double square(double x) { return x * x; }
                @DerivativeOf(value = C.class, method = "square")
                private static double wrong(@Wrt double x) { return 3 * x; }
                @Differentiable static double f(double x) { return square(x) + 1; }
                """)
            .orThrow();
    Companion f = compiled.companion("p.CF");
    assertEquals(6, f.gradient(2.0).partial("x"));
    assertFalse(f.check(2.0).passed());
    assertTrue(f.check(0.0).passed());
  }

  @Test
  void twinHasThreeDerivativesThroughRulesThatCanBeDifferentiated() {
    Compiled compiled =
        compile(
                """
                static double sinh(double x) { return Math.sinh(x); }
                static double cosh(double x) { return Math.cosh(x); }
                static double logistic(double x) { return 1 / (1 + Math.exp(-x)); }
                @DerivativeOf(value = C.class, method = "sinh")
                static double sinhDx(@Wrt double x) { return cosh(x); }
                @DerivativeOf(value = C.class, method = "cosh")
                static double coshDx(@Wrt double x) { return sinh(x); }
                @DerivativeOf(value = C.class, method = "logistic")
                static double logisticDx(@Wrt double x, double result) {
                  return result * (1 - result);
                }
                @Differentiable({Derivative.GRADIENT, Derivative.HVP})
                static double f(double x) { return sinh(2 * x) + logistic(x); }
                """)
            .orThrow();
    Scalar twin = compiled.companion("p.CF").scalar(Scalar.of(0.5, "x"));
    double r = 1 / (1 + Math.exp(-0.5));
    double slope = r * (1 - r);
    Scalar first = twin.gradScalars(1).get("x");
    Scalar second = first.gradScalars(1).get("x");
    assertEquals(2 * Math.cosh(1) + slope, first.value(), 1e-14);
    assertEquals(4 * Math.sinh(1) + slope * (1 - 2 * r), second.value(), 1e-14);
    assertEquals(
        8 * Math.cosh(1) + slope * (1 - 6 * r + 6 * r * r), second.grad(1).get("x"), 1e-13);
  }

  @Test
  void twinHasNoSecondDerivativesThroughRulesOfWhichNothingIsKnown() {
    Compiled compiled =
        compile(
                """
                @Differentiable(rules = book.Book.class) static double f(double x) {
                  return 2 * lib.Lib.cube(x);
                }
                """)
            .orThrow();
    Scalar twin = compiled.companion("p.CF").scalar(Scalar.of(2, "x"));
    assertEquals(16, twin.value());
    assertEquals(24, twin.grad(1).get("x"));
    assertThrows(UnsupportedOperationException.class, () -> twin.gradScalars(1));
  }

  @Test
  void nothingFlowsThroughWhatIsDeclaredSo() {
    Compiled compiled =
        compile(
                """
                static double times(double x, @NonDifferentiable double y) { return x * y * y; }
                @NonDifferentiable static double level(double x, double[] a) { return x * a[0]; }
                @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
                static double f(double x, double[] a) {
                  a[0] = a[0] * x;
                  return Passive.value(x) * x + times(x, x) + level(x, a) + a[1] * level(a[1], a)
                      + Passive.value((float) x);
                }
                """)
            .orThrow();
    Companion f = compiled.companion("p.CF");
    Companion.Holder g = f.gradient(3.0, new double[] {5, 7});
    assertEquals(3 + 9, g.partial("x"));
    assertEquals(0, g.partials("a")[0]);
    assertEquals(7 * 15, g.partials("a")[1]);
    assertEquals(9 + 27 + 45 + 7 * 105 + 3, f.value(3.0, new double[] {5, 7}));
    double[] direction = {1, 1};
    assertEquals(12 + 105, f.jvp(3.0, new double[] {5, 7}, 1.0, direction).tangent());
    assertEquals(0, f.hvp(3.0, new double[] {5, 7}, 1.0, direction).partial("x"));
    Scalar[] a = Scalar.inputs(new double[] {5, 7}, "a");
    Scalar twin = f.scalar(Scalar.of(3, "x"), a);
    assertEquals(12, twin.grad(1).get("x"));
    assertEquals(105, twin.grad(1).get("a[1]"));
  }
}
