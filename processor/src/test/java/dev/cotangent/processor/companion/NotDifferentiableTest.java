package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the front end reads and differentiation refuses, at its place, with its reason. */
class NotDifferentiableTest {
  @Test
  void recursiveHelperThatReturnsAnArrayIsRefusedWhereItIsCalled() {
    Compiled compiled =
        CompanionHarness.strict()
            .run(
                """
                package p;
                import dev.cotangent.Differentiable;
                final class C {
                  static double[] powers(double x, int n) {
                    if (n == 0) {
                      return new double[] {x, x * x};
                    }
                    return powers(2 * x, n - 1);
                  }

                  @Differentiable
                  static double last(double x) {
                    return powers(x, 3)[1];
                  }
                }
                """);
    assertEquals(List.of("COT060@13"), compiled.codes());
    assertTrue(compiled.messages().contains("let it fill an array that it is given"));
  }

  @Test
  void smallHelperThatReturnsAnArrayIsInlined() {
    Compiled compiled =
        CompanionHarness.compile(
                """
                package p;
                import dev.cotangent.Differentiable;
                final class C {
                  static double[] powers(double x) {
                    return new double[] {x, x * x};
                  }

                  @Differentiable
                  static double sum(double x) {
                    return powers(x)[1] + powers(3 * x)[0];
                  }
                }
                """)
            .orThrow();
    assertEquals(2 * 0.5 + 3, compiled.companion("p.CSum").gradient(0.5).partial("x"), 1e-15);
  }
}
