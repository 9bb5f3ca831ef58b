package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls of annotated methods of other files, through their companions. */
class LinkTest {
  private static final String LIBRARY =
      """
      package lib;
      import dev.cotangent.*;
      public final class Kernel {
        private Kernel() {}
        @Differentiable(value = {Derivative.GRADIENT, Derivative.JVP, Derivative.HVP}, wrt = "x")
        public static double bump(double x, double y, int n) {
          double s = 0;
          for (int i = 0; i < n; i++) { s += Math.sin(x * i) * y; }
          return s * x;
        }
        @Differentiable(
            value = {Derivative.GRADIENT, Derivative.JVP, Derivative.HVP},
            companion = "Decay")
        public static double step(double[] state, double h, double[] work) {
          double e = 0;
          for (int i = 0; i < state.length; i++) {
            double old = state[i];
            work[i] = Math.sin(old) * h;
            state[i] = old + h * work[i];
            e += state[i] * state[i] * work[(i + 1) % work.length];
          }
          return e;
        }
        @Differentiable public static double first(double x) { return x * x; }
        @Differentiable({Derivative.GRADIENT, Derivative.JVP})
        public static double both(double x) { return x * x; }
        @Differentiable static double hidden(double x) { return x; }
        public static double erf(double x) { return x * x * x; }
        @DerivativeOf(value = Kernel.class, method = "erf")
        public static double erfDx(@Wrt double x) { return 3 * square(x); }
        @DerivativeOf(value = Kernel.class, method = "erfDx")
        public static double erfDxDx(@Wrt double x) { return 6 * x; }
        private static double square(double x) { return x * x; }
        static double given(double x, double y) { return x * y; }
        @DerivativeOf(value = Kernel.class, method = "given")
        static double givenDx(@Wrt double x, double y) { return y; }
        @Differentiable(wrt = "x")
        public static double partly(double x, double y) { return given(x, y); }
      }
      """;

  private static final String CALLER =
      """
      package p;
      import dev.cotangent.*;
      import lib.Kernel;
      class C {
        @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
        static double f(double x, double[] a) {
          double[] w = new double[a.length];
          double s = Kernel.bump(x * x, x, 4) * x + Kernel.bump(a[1], x, 2) + Kernel.erf(x);
          for (int k = 0; k < 3; k++) {
            if (k > 0) { s += Kernel.bump(a[0], s, k); }
            s += Kernel.step(a, x * (1 + 0.01 * s), w) + a[0];
            w[0] *= x;
          }
          return s + Kernel.step(w, 0.1, w);
        }
      }
      """;

  private static final Compiled COMPILED = CompanionHarness.compile(LIBRARY).orThrow();

  private static Compiled against(Compiled library, String body) {
    return CompanionHarness.strict()
        .withLibrary(library)
        .run(
            "package p;\nimport dev.cotangent.*;\nimport lib.Kernel;\nclass C {\n"
                + body
                + "\n}\n");
  }

  private static Stream<Compiled> compilations() {
    return Stream.of(
        CompanionHarness.compile(LIBRARY, CALLER).orThrow(),
        CompanionHarness.compile(CALLER, LIBRARY).orThrow(),
        CompanionHarness.strict().withLibrary(COMPILED).run(CALLER).orThrow());
  }

  @ParameterizedTest
  @MethodSource("compilations")
  void allModesAgreeWithDifferences(Compiled compiled) {
    Companion f = compiled.companion("p.CF");
    double[] a = {0.5, 0.7};
    assertTrue(f.check(0.3, a).passed(), () -> f.check(0.3, a).toString());
    assertEquals(f.value(0.3, a.clone()), f.gradient(0.3, a.clone()).value());
    double h = 1e-6;
    double[] forwards = {0.5 + h * 0.2, 0.7 - h * 0.4};
    double[] backwards = {0.5 - h * 0.2, 0.7 + h * 0.4};
    Companion.Holder up = f.gradient(0.3 + h, forwards);
    Companion.Holder down = f.gradient(0.3 - h, backwards);
    double[] direction = {0.2, -0.4};
    Companion.Holder product = f.hvp(0.3, a.clone(), 1.0, direction);
    double slope = (up.value() - down.value()) / (2 * h);
    assertEquals(slope, product.value(), 1e-8);
    assertEquals(slope, f.jvp(0.3, a.clone(), 1.0, direction).tangent(), 1e-8);
    double bend = (up.partial("x") - down.partial("x")) / (2 * h);
    assertEquals(bend, product.partial("x"), 1e-6);
    double other = (up.partials("a")[1] - down.partials("a")[1]) / (2 * h);
    assertEquals(other, product.partials("a")[1], 1e-6);
  }

  @Test
  void missingModeIsReportedAtTheCall() {
    Compiled jvp =
        against(
            COMPILED,
            "@Differentiable(Derivative.JVP) static double f(double x) {\n"
                + "return Kernel.first(x); }");
    assertEquals(List.of("COT035@6"), jvp.codes(), jvp.messages());
    assertTrue(jvp.messages().contains("Add JVP to the modes"), jvp.messages());
    Compiled hvp =
        against(
            COMPILED,
            "@Differentiable(Derivative.HVP) static double f(double x) {\n"
                + "return Kernel.both(x); }");
    assertEquals(List.of("COT035@6"), hvp.codes(), hvp.messages());
    assertTrue(hvp.messages().contains("Add HVP to the modes"), hvp.messages());
  }

  @Test
  void arraysNeedBothModesForSecondDerivatives() {
    Compiled compiled =
        CompanionHarness.strict()
            .run(
                """
                package p;
                import dev.cotangent.*;
                final class K {
                  @Differentiable(Derivative.VJP)
                  static double[] f(double x) { return new double[] {x * x}; }
                  @Differentiable(value = {Derivative.JVP}, outputs = "y")
                  static void g(double x, double[] y) { y[0] = x * x; }
                }
                """,
                """
                package p;
                import dev.cotangent.*;
                final class C {
                  @Differentiable({Derivative.GRADIENT, Derivative.HVP})
                  static double f(double x) {
                    return K.f(x)[0];
                  }
                  @Differentiable({Derivative.GRADIENT, Derivative.HVP})
                  static double g(double x) {
                    double[] y = new double[1];
                    K.g(x, y);
                    return y[0];
                  }
                  @Differentiable({Derivative.GRADIENT, Derivative.JVP})
                  static double h(double x) {
                    return K.f(x)[0];
                  }
                }
                """);
    assertEquals(
        List.of("COT035@6", "COT035@11", "COT035@16"), compiled.codes(), compiled.messages());
    assertTrue(compiled.messages().contains("Add JVP and VJP to the modes"), compiled.messages());
  }

  /** Whoever writes to the array would change what the callee gives to others. */
  @Test
  void arrayThatOthersKnowIsNotGivenThroughALink() {
    Compiled compiled =
        CompanionHarness.strict()
            .run(
                """
                package p;
                import dev.cotangent.*;
                final class K {
                  static final double[] SHARED = {1, 2};
                  @Differentiable(value = {Derivative.JVP, Derivative.VJP}, suppress = "COT062")
                  static double[] shared(double x) { return SHARED; }
                }
                """,
                """
                package p;
                import dev.cotangent.*;
                final class C {
                  @Differentiable
                  static double f(double x) {
                    double[] y = K.shared(x);
                    return y[0] * x;
                  }
                }
                """);
    assertEquals(List.of("COT039@6"), compiled.codes(), compiled.messages());
    assertTrue(compiled.messages().contains("may be known to others"), compiled::messages);
  }

  @Test
  void passiveCallNeedsNoMode() {
    Compiled compiled =
        against(
                COMPILED,
                "@Differentiable({Derivative.JVP, Derivative.HVP})"
                    + " static double f(double x, int n) { return x * Kernel.first(n); }")
            .orThrow();
    assertEquals(9, compiled.companion("p.CF").gradient(2.0, 3).partial("x"));
  }

  @Test
  void companionThatIsNotThereIsReportedAtTheCall() {
    Map<String, byte[]> classes =
        COMPILED.classes().entrySet().stream()
            .filter(entry -> entry.getKey().equals("lib.Kernel"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    Compiled bare = new Compiled(true, List.of(), Map.of(), Map.of(), classes);
    Compiled compiled =
        against(
            bare,
            "@Differentiable static double f(double x) {\n"
                + "return Kernel.first(x); }\n"
                + "@Differentiable static double ruled(double x) { return Kernel.erf(x); }");
    assertEquals(List.of("COT039@6"), compiled.codes(), compiled.messages());
    assertTrue(compiled.generated().contains("p.CRuled"));
  }

  @Test
  void companionOfAnotherVersionIsReportedAtTheCall() {
    String old =
        """
        package lib;
        public final class KernelFirst {
          private KernelFirst() {}
          public static final class Link {
            private Link() {}
            public static final int ABI = -7;
          }
        }
        """;
    Compiled library =
        CompanionHarness.strict().with("-proc:none", "-Xlint:-options").run(LIBRARY, old).orThrow();
    Compiled compiled =
        against(library, "@Differentiable static double f(double x) {\nreturn Kernel.first(x); }");
    assertEquals(List.of("COT039@6"), compiled.codes(), compiled.messages());
    assertTrue(compiled.messages().contains("version -7"), compiled.messages());
  }

  @Test
  void ownPackageMayLinkWhatIsNotPublic() {
    String neighbour =
        """
        package lib;
        import dev.cotangent.*;
        class Neighbour {
          @Differentiable static double f(double x) { return 2 * Kernel.hidden(x) * x; }
        }
        """;
    Compiled compiled = CompanionHarness.strict().withLibrary(COMPILED).run(neighbour).orThrow();
    assertEquals(12, compiled.companion("lib.NeighbourF").gradient(3.0).partial("x"));
  }

  @Test
  void filesMayCallEachOther() {
    String even =
        """
        package q;
        import dev.cotangent.*;
        class Even {
          @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
          static double even(double x, int n) { return n == 0 ? x : Math.sin(x) * Odd.odd(x, n - 1); }
        }
        """;
    String odd =
        """
        package q;
        import dev.cotangent.*;
        class Odd {
          @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
          static double odd(double x, int n) { return n == 0 ? 1 : x * Even.even(x, n - 1); }
        }
        """;
    Companion f = CompanionHarness.compile(even, odd).orThrow().companion("q.EvenEven");
    assertTrue(f.check(0.7, 5).passed(), () -> f.check(0.7, 5).toString());
    double h = 1e-6;
    double bend =
        (f.gradient(0.7 + h, 5).partial("x") - f.gradient(0.7 - h, 5).partial("x")) / (2 * h);
    assertEquals(bend, f.hvp(0.7, 5, 1.0).partial("x"), 1e-6);
  }

  private static final String CALLS_PARTLY =
      """
      package p;
      import dev.cotangent.*;
      import lib.Kernel;
      class C {
        @Differentiable static double f(double x) {
          double passive = Kernel.partly(3, 2);
          return passive * x +
              Kernel.partly(x, 2);
        }
      }
      """;

  /** Whatever is compiled first, and when only the class file of the callee is there. */
  @Test
  void methodThatHasNotAllPartialsCannotBeLinked() {
    for (Compiled compiled :
        List.of(
            CompanionHarness.strict().run(CALLS_PARTLY, LIBRARY),
            CompanionHarness.strict().run(LIBRARY, CALLS_PARTLY),
            CompanionHarness.strict().withLibrary(COMPILED).run(CALLS_PARTLY))) {
      assertFalse(compiled.success());
      assertEquals(List.of("COT039@8"), compiled.codes(), compiled.messages());
      assertTrue(compiled.messages().contains("'Kernel.partly'"), compiled::messages);
      assertTrue(compiled.messages().contains("(COT033)"), compiled::messages);
    }
  }

  @Test
  void methodThatHasNotAllPartialsMayBeCalledForPassiveNumbers() {
    Compiled compiled =
        against(
                COMPILED,
                "@Differentiable static double f(double x) {\nreturn Kernel.partly(3, 2) * x; }")
            .orThrow();
    assertEquals(6, compiled.companion("p.CF").gradient(1.0).partial("x"));
    assertEquals(2, compiled.companion("lib.KernelPartly").gradient(1.0, 2.0).partial("x"));
  }

  /** Its type arguments are no reason to take an object for a record. */
  @Test
  void objectsGoThroughLinksAsTheyAre() {
    String callee =
        """
        package q;
        import dev.cotangent.*;
        import java.util.*;
        class A {
          @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
          static double f(double x, List<String> names, Map<String, Double> rates) {
            double s = 0;
            for (String name : names) { s += x * x * rates.get(name); }
            return s;
          }
        }
        """;
    String caller =
        """
        package q;
        import dev.cotangent.*;
        import java.util.*;
        class B {
          @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
          static double g(double x, List<String> names, Map<String, Double> rates) {
            return A.f(2 * x, names, rates) * x;
          }
        }
        """;
    Companion g = CompanionHarness.compile(callee, caller).orThrow().companion("q.BG");
    List<String> names = List.of("a", "b");
    Map<String, Double> rates = Map.of("a", 0.5, "b", 2.0);
    assertEquals(3 * 4 * 2.5 * 9, g.gradient(3.0, names, rates).partial("x"));
    assertEquals(6 * 4 * 2.5 * 3, g.hvp(3.0, names, rates, 1.0).partial("x"));
    assertTrue(g.check(0.7, names, rates).passed());
  }

  @Test
  void mistakeInTheCalleeIsOneError() {
    Compiled compiled =
        CompanionHarness.compile(
            """
            package q;
            import dev.cotangent.*;
            class A {
              @Differentiable static double f(double x) {
                return x * Math.random();
              }
            }
            """,
            """
            package q;
            import dev.cotangent.*;
            class B {
              @Differentiable static double g(double x) { return A.f(x) * 2; }
            }
            """);
    assertFalse(compiled.success());
    assertEquals(List.of("COT018@5"), compiled.codes(), compiled.messages());
    assertEquals(1, compiled.errors().size(), compiled.messages());
  }

  @Test
  void calleeWithoutTwinSaysSoInTheCallersTwin() {
    Compiled library =
        CompanionHarness.strict().with("-Acotangent.check=false").run(LIBRARY).orThrow();
    Companion f =
        against(library, "@Differentiable static double f(double x) { return Kernel.first(x); }")
            .orThrow()
            .companion("p.CF");
    assertEquals(6, f.gradient(3.0).partial("x"));
    assertThrows(UnsupportedOperationException.class, () -> f.check(3.0));
  }

  private static final String RECORDS =
      """
      package lib;
      import dev.cotangent.*;
      import static dev.cotangent.Derivative.*;
      public final class Lines {
        private Lines() {}
        public record Line(double slope, double intercept) {
          public Line {
            if (slope > 1e6) { throw new IllegalArgumentException("steep"); }
          }
        }
        public record Net(double[] weights, Line line, int n) {}
        public record Alone(double x) {}
        @Differentiable({GRADIENT, JVP, HVP})
        public static double at(Line line, double x) {
          return Math.sin(line.slope() * x) + line.intercept();
        }
        @Differentiable({GRADIENT, JVP, HVP})
        public static double net(Net net, double x) {
          double s = net.line().slope() * x;
          for (int i = 0; i < net.n(); i++) { s += net.weights()[i] * net.weights()[i] * s; }
          return s;
        }
        @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = "x")
        public static double unread(Line line, double x, boolean read) {
          return read ? line.slope() * x : x;
        }
      }
      """;

  private static final String USER =
      """
      package p;
      import dev.cotangent.*;
      import lib.Lines;
      import lib.Lines.Line;
      import static dev.cotangent.Derivative.*;
      class U {
        @Differentiable({GRADIENT, JVP, HVP})
        static double made(double a, double b) { return Lines.at(new Line(a * b, b), a) * a; }
        @Differentiable({GRADIENT, JVP, HVP})
        static double passed(Line line, Lines.Net net, double x) {
          double s = 0;
          for (int k = 0; k < 3; k++) { s += Lines.at(line, x * k) * Lines.net(net, line.slope()); }
          return s + net.line().intercept() * net.weights()[0];
        }
        @Differentiable({GRADIENT, JVP, HVP})
        static double handed(Line line, double x, int n) {
          return Lines.unread(line, x, n > 0) + Lines.unread(line, n, n > 0) * x;
        }
      }
      """;

  private static Stream<Compiled> compilationsWithRecords() {
    Compiled library = CompanionHarness.compile(RECORDS).orThrow();
    return Stream.of(
        CompanionHarness.compile(RECORDS, USER).orThrow(),
        CompanionHarness.compile(USER, RECORDS).orThrow(),
        CompanionHarness.strict().withLibrary(library).run(USER).orThrow());
  }

  @ParameterizedTest
  @MethodSource("compilationsWithRecords")
  void recordsGoThroughLinksAsTheirComponents(Compiled compiled) {
    Companion made = compiled.companion("p.UMade");
    assertTrue(made.check(0.3, 0.7).passed(), () -> made.check(0.3, 0.7).toString());
    assertThrows(IllegalArgumentException.class, () -> made.gradient(1e6, 1e6), "steep");
    Companion passed = compiled.companion("p.UPassed");
    Object line = compiled.make("lib.Lines$Line", 0.4, 0.2);
    Object inner = compiled.make("lib.Lines$Line", 0.5, 0.6);
    Object net = compiled.make("lib.Lines$Net", new double[] {0.3, 0.2}, inner, 2);
    String report = passed.check(line, net, 0.8).toString();
    assertTrue(passed.check(line, net, 0.8).passed(), report);
    assertTrue(report.contains("net.line.intercept"), report);
    assertEquals(passed.value(line, net, 0.8), passed.gradient(line, net, 0.8).value());
    double h = 1e-6;
    Object up = compiled.make("lib.Lines$Line", 0.4 + h, 0.2);
    Object down = compiled.make("lib.Lines$Line", 0.4 - h, 0.2);
    double bend =
        (passed.gradient(up, net, 0.8).partial("x") - passed.gradient(down, net, 0.8).partial("x"))
            / (2 * h);
    Object zero = compiled.make("lib.Lines$Line", 0.0, 0.0);
    Object still = compiled.make("lib.Lines$Net", new double[2], zero, 2);
    Object along = compiled.make("lib.Lines$Line", 1.0, 0.0);
    assertEquals(bend, passed.hvp(line, net, 0.8, along, still, 0.0).partial("x"), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("compilationsWithRecords")
  void nullGoesThroughLinksAndThrowsWhereItIsRead(Compiled compiled) {
    Companion handed = compiled.companion("p.UHanded");
    assertEquals(1, handed.gradient(null, 3.0, 0).partial("x"));
    assertEquals(0, handed.hvp(null, 3.0, 0, null, 1.0).partial("x"));
    assertThrows(NullPointerException.class, () -> handed.gradient(null, 3.0, 1));
    assertThrows(NullPointerException.class, () -> handed.value(null, 3.0, 1));
    Companion passed = compiled.companion("p.UPassed");
    assertThrows(NullPointerException.class, () -> passed.gradient(null, null, 0.8));
  }

  @Test
  void recordForWhichItsFileDoesNotVouchIsRefused() {
    Compiled library = CompanionHarness.compile(RECORDS).orThrow();
    Compiled compiled =
        against(
            library,
            """
            @Differentiable static double f(
                lib.Lines.Alone a) { return a.x(); }
            @Differentiable static double g(lib.Lines.Line l) { return l.slope(); }
            """);
    assertEquals(List.of("COT055@6"), compiled.codes(), compiled.messages());
    Map<String, byte[]> classes =
        library.classes().entrySet().stream()
            .filter(entry -> !entry.getKey().matches("lib\\.Lines(At|Net|Unread).*"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    Compiled unproved =
        against(
            new Compiled(true, List.of(), Map.of(), Map.of(), classes),
            "@Differentiable static double f(\nlib.Lines.Line l) { return l.slope(); }");
    assertEquals(List.of("COT055@6"), unproved.codes(), unproved.messages());
  }
}
