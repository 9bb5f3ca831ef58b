package dev.cotangent.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names across files: what shadows what, and what must wait for another round. */
class NameResolutionTest {
  private static final String CALLER =
      """
      package demo;
      import dev.cotangent.Differentiable;
      class Caller {
        @Differentiable
        static double f(double x) {
          return Math.sin(x);
        }
      }
      """;

  private static List<Code> codes(Lowered lowered) {
    return lowered.diagnostics().stream().map(Diagnostic::code).toList();
  }

  @Test
  void classNamedMathInThePackageShadowsTheOneOfJava() {
    String math =
        """
        package demo;
        class Math {
          static double sin(double x) { return 1; }
        }
        """;
    assertTrue(Lowering.of(CALLER, math).program("f").toString().contains("{demo.Math}.sin($0)"));
    assertTrue(Lowering.of(CALLER).program("f").toString().contains("Math.sin"));
  }

  @Test
  void singleImportWinsOverThePackage() {
    String math =
        """
        package demo;
        class Math {
          static double sin(double x) { return 1; }
        }
        """;
    String importing = CALLER.replace("class Caller", "import java.lang.Math;\nclass Caller");
    assertTrue(Lowering.of(importing, math).program("f").toString().contains("Math.sin"));
  }

  @Test
  void localVariableWinsOverAType() {
    String source =
        """
        package demo;
        import dev.cotangent.Differentiable;
        class Shadow {
          static class a { static final int length = 3; }
          @Differentiable
          static double f(double[] a) {
            return a.length;
          }
          @Differentiable
          static double g(double x) {
            return a.length * x;
          }
        }
        """;
    Lowering lowering = Lowering.of(source);
    assertTrue(lowering.program("f").toString().contains("length %0_a"));
    assertTrue(lowering.program("g").toString().contains("constant 3"));
  }

  @Test
  void constantsOfOtherFilesAndClassFilesAreInlined() {
    String other =
        """
        package demo;
        final class Other {
          static final double K = 3.0 * Nested.N;
          static final class Nested { static final int N = 1 << 4; }
        }
        """;
    String source =
        """
        package demo;
        import dev.cotangent.Differentiable;
        import demo.Other.Nested;
        import java.util.zip.*;
        class User {
          @Differentiable
          static double f(double x) {
            return x * Other.K + Nested.N + Deflater.BEST_SPEED + java.lang.Short.MAX_VALUE;
          }
        }
        """;
    String text = Lowering.of(source, other).program("f").toString();
    assertTrue(text.contains("constant 48.0"), text);
    assertTrue(text.contains("constant 16.0"), text);
    assertTrue(text.contains("constant 32767.0"), text);
    assertFalse(text.contains("opaque"), text);
  }

  @Test
  void unnamedPackageAndInheritedHelpersWork() {
    String source =
        """
        import dev.cotangent.Differentiable;
        class Plain extends Base {
          @Differentiable
          static double f(double x) {
            return helper(x) + Plain.helper(x) + Base.helper(x);
          }
        }
        class Base {
          static double helper(double x) { return x * x; }
        }
        """;
    assertEquals(1, Lowering.of(source).program("f").helpers().size());
  }

  @Test
  void unknownNamesAreDeferredWithEverythingElseThatIsKnown() {
    String source =
        """
        package demo;
        import dev.cotangent.Differentiable;
        class Early {
          @Differentiable
          static double f(double x) {
            double y = x * Later.K;
            return Math.random() + y;
          }
        }
        """;
    Lowered lowered = Lowering.of(source).method("f");
    assertInstanceOf(Lowered.Unresolved.class, lowered);
    assertEquals(List.of(Code.UNKNOWN_NAME, Code.IMPURE_CALL), codes(lowered));
  }

  @Test
  void gradientOfAGeneratedCompanionInTheSameClassDoesNotDisturbTheCompiler() {
    String source =
        """
        package demo;
        import dev.cotangent.Differentiable;
        class Demo {
          @Differentiable
          static double cost(double x) {
            return x * x;
          }
          static void train() {
            var g = DemoCost.gradient(2.0);
            System.out.println(g.dX());
          }
        }
        """;
    Lowering lowering = Lowering.of(source);
    assertInstanceOf(Lowered.Success.class, lowering.method("cost"));
    assertEquals(1, lowering.messages().size(), () -> lowering.messages().toString());
    assertEquals("compiler.err.cant.resolve.location", lowering.messages().get(0).getCode());
  }

  @Test
  void helpersAreNamedInOrderOfUseAndOverloadsApart() {
    String source =
        """
        package demo;
        import dev.cotangent.Differentiable;
        class Names {
          @Differentiable
          static double f(double x) {
            return g(x, 1) + g(x) + (x > 1 ? f(x - 1) : 0);
          }
          static double g(double x) { return h(x); }
          static double g(double x, int n) { return x * n; }
          static double h(double x) { return x; }
        }
        """;
    assertEquals(
        List.of("g", "g_2", "f_2", "h"),
        List.copyOf(Lowering.of(source).program("f").helpers().keySet()));
  }
}
