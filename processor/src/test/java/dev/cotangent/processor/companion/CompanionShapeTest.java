package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, visibility and members of companions follow from signatures and annotations alone. */
class CompanionShapeTest {
  private static final String HEAD = "package p;\nimport dev.cotangent.*;\n";

  @Test
  void nameIsThatOfTheEnclosingTypesAndTheMethod() {
    Compiled compiled =
        CompanionHarness.compile(
                HEAD
                    + """
                    public class A {
                      public record B(int n) {
                        @Differentiable public static double f(double x) { return x; }
                      }
                      public interface I {
                        @Differentiable static double squareRoot(double x) { return Math.sqrt(x); }
                      }
                      enum E { ONE; @Differentiable static double g(double x) { return x; } }
                    }
                    """)
            .orThrow();
    assertEquals(Set.of("p.ABF", "p.AISquareRoot", "p.AEG"), Set.copyOf(compiled.generated()));
    assertTrue(isPublic(compiled, "p.ABF"));
    assertTrue(isPublic(compiled, "p.AISquareRoot"), "members of interfaces are public");
    assertFalse(isPublic(compiled, "p.AEG"), "its class is not");
  }

  private static boolean isPublic(Compiled compiled, String name) {
    Class<?> type = compiled.load(name);
    boolean isPublic = Modifier.isPublic(type.getModifiers());
    for (Method method : type.getDeclaredMethods()) {
      assertTrue(
          Modifier.isPrivate(method.getModifiers())
              || isPublic == Modifier.isPublic(method.getModifiers()),
          method.toString());
    }
    return isPublic;
  }

  @Test
  void visibilityIsTheLeastOfWhatTheSignatureNeeds() {
    Compiled compiled =
        CompanionHarness.compile(
                HEAD
                    + """
                    public class A {
                      static class Hidden {}
                      @Differentiable public static double f(double x, Hidden h) { return x; }
                      @Differentiable protected static double g(double x) { return x; }
                      @Differentiable public static double h(double x, java.util.List<String> names) {
                        return x;
                      }
                    }
                    """)
            .orThrow();
    assertFalse(isPublic(compiled, "p.AF"));
    assertFalse(isPublic(compiled, "p.AG"));
    assertTrue(isPublic(compiled, "p.AH"));
  }

  @Test
  void unnamedPackageHasCompanionsToo() {
    Compiled compiled =
        CompanionHarness.compile(
                "class A { @dev.cotangent.Differentiable static double f(double x) { return x; } }")
            .orThrow();
    assertEquals(1, compiled.companion("AF").gradient(5.0).partial("x"));
  }

  @Test
  void refusedCompanionHasTheSameMembers() {
    String good =
        "class C { @Differentiable(%s) static double f(double x, float[] y) { return x * y[0]; } }";
    String modes = "{Derivative.GRADIENT, Derivative.JVP, Derivative.HVP}";
    Compiled accepted = CompanionHarness.compile(HEAD + good.formatted(modes)).orThrow();
    Compiled refused =
        CompanionHarness.compile(
            HEAD + good.formatted(modes).replace("x * y", "Math.random() * y"));
    String source = refused.source("p.CF");
    Compiled stub =
        CompanionHarness.compile(source, HEAD + good.replace("@Differentiable(%s)", "")).orThrow();
    assertEquals(api(accepted.load("p.CF")), api(stub.load("p.CF")));
    assertEquals(api(accepted.load("p.CF$Gradient")), api(stub.load("p.CF$Gradient")));
  }

  private static Set<String> api(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !Modifier.isPrivate(method.getModifiers()))
        .map(Method::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void eachGeneratedClassIsMarkedForToolsThatMeasureCoverage() {
    Compiled compiled =
        CompanionHarness.compile(
                HEAD
                    + """
                    class C {
                      record Point(double a, double[] b) {}
                      @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.VJP,
                          Derivative.JACOBIAN, Derivative.HVP, Derivative.HESSIAN})
                      static double f(double[] x, Point p) {
                        return x[0] * x[1] * p.a() * p.b()[0];
                      }
                    }
                    """)
            .orThrow();
    Set<String> unmarked = new TreeSet<>();
    compiled
        .classes()
        .forEach(
            (name, bytes) -> {
              String constants = new String(bytes, StandardCharsets.ISO_8859_1);
              if (!constants.contains("Ldev/cotangent/runtime/CotangentGenerated;")) {
                unmarked.add(name);
              }
            });
    assertEquals(Set.of("p.C", "p.C$Point"), unmarked);
  }

  @Test
  void usersMayUseTheNamesOfGeneratedClasses() {
    Compiled compiled =
        CompanionHarness.compile(
                HEAD
                    + """
                    class Gradient {
                      static class Scalar {}
                      @Differentiable static double f(double x, Scalar s, Bound b) {
                        return java.lang.Math.exp(x);
                      }
                    }
                    """,
                "package p; class Bound {}",
                "package p; class Math { static double sin(double x) { return x; } }",
                "package p; class Scalar {}",
                "package p; class Override {}")
            .orThrow();
    assertEquals(Math.exp(2), compiled.companion("p.GradientF").gradient(2.0, null, null).value());
  }

  /** To what writes the companion a dollar means something else. */
  @Test
  void namesMayHaveDollars() {
    Compiled compiled =
        CompanionHarness.compile(
                HEAD
                    + """
                    class Cash {
                      static final double A$L = 2;
                      record Price$(double $T) {}
                      @Differentiable static double pay$W(double a$b, Price$ p$) {
                        double $s = 0;
                        for (int $i = 0; $i < 3; $i++) {
                          $s += twice$(a$b) * A$L * p$.$T();
                        }
                        return $s;
                      }
                      static double twice$(double x$$) { return Math.sin(x$$) * x$$; }
                      @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.VJP,
                          Derivative.JACOBIAN, Derivative.HVP, Derivative.HESSIAN})
                      static double all$L(double a$, double[] $b, Price$ $L) {
                        double[] $c = new double[$b.length];
                        for (int k$ = 0; k$ < $b.length; k$++) {
                          $c[k$] = a$ * Math.exp($b[k$]) * $L.$T();
                        }
                        return $c[0] * $c[1];
                      }
                      @Differentiable({Derivative.JVP, Derivative.VJP, Derivative.JACOBIAN})
                      static double[] many$W(double[] $a) {
                        double[] $b = new double[$a.length];
                        for (int $i = 0; $i < $a.length; $i++) {
                          $b[$i] = $a[$i] * $a[0];
                        }
                        return $b;
                      }
                    }
                    """)
            .orThrow();
    Object price = compiled.make("p.Cash$Price$", 5.0);
    assertEquals(
        3 * 2 * 5 * Math.sin(2) * 2,
        compiled.companion("p.CashPay$W").gradient(2.0, price).value(),
        1e-12);
  }

  @Test
  void companionCannotHaveTheNameOfItsHolder() {
    Compiled compiled =
        CompanionHarness.compile(
            HEAD
                + "class C { @Differentiable(companion = \"Gradient\") static double f(double x)"
                + " { return x; } }");
    assertEquals(java.util.List.of("COT049@3"), compiled.codes(), compiled.messages());
  }

  @Test
  void sameSourceGivesTheSameBytes() {
    String source =
        HEAD
            + "class C { @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})"
            + " static double f(double[] x, double[] y, int n) { double s = 0; for (int i = 0; i <"
            + " n; i++) { s += x[i] * Math.sin(y[i]); y[i] = s; } return s; } }";
    assertEquals(
        CompanionHarness.compile(source).source("p.CF"),
        CompanionHarness.compile(source).source("p.CF"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"requires", "requires transitive", "requires static"})
  void modulesCompileWithoutWarnings(String requires) {
    CompanionHarness.strict()
        .with("--module-path", runtimeOnModulePath())
        .run(
            "module m { " + requires + " dev.cotangent; exports p; }",
            HEAD
                + "public class C { private C() {} @Differentiable public static double f(double x)"
                + " { return x; } }")
        .orThrow();
  }

  private static String runtimeOnModulePath() {
    return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
        .filter(path -> path.contains("runtime") && !path.contains("junit"))
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }
}
