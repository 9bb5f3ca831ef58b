package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Derivatives within annotated methods: what is refused, and what the corpus cannot say. */
class NestedTest {
  private static final String HEAD =
      """
      package p;
      import dev.cotangent.*;
      import static dev.cotangent.Derivative.*;
      class C {
      """;

  @Test
  void derivativesInACircleAreRefused() {
    Compiled compiled =
        CompanionHarness.compile(
            HEAD
                + """
                  @Differentiable static double a(double x) {
                    return x > 1 ? CB.gradient(x / 2).dX() : x;
                  }
                  @Differentiable static double b(double x) {
                    return x > 1 ? CA.gradient(x / 2).dX() : x * x;
                  }
                }
                """);
    assertEquals(List.of("COT072@9", "COT072@6"), compiled.codes());
  }

  @Test
  void oneArrayForTwoIsRefusedWhereTheMethodWrites() {
    Compiled compiled =
        CompanionHarness.compile(
                HEAD
                    + """
                      @Differentiable static double inner(double[] a, double[] b) {
                        a[0] = a[0] * b[0];
                        return a[0] * b[0];
                      }
                      @Differentiable static double outer(double[] x) {
                        return CInner.gradient(x, x).dA()[0];
                      }
                    }
                    """)
            .orThrow();
    Companion outer = compiled.companion("p.COuter");
    double[] x = {2};
    assertEquals("java.lang.IllegalArgumentException", thrown(() -> outer.value(x)));
    assertEquals("java.lang.IllegalArgumentException", thrown(() -> outer.gradient(x)));
  }

  private static String thrown(Runnable call) {
    return assertThrows(RuntimeException.class, call::run).getClass().getName();
  }

  /** min over w of ½(w − a)² + ½ c w² is at w = a/(1 + c); descent gets there. */
  @Test
  void aMinimumIsDifferentiatedWithRespectToItsData() {
    Compiled compiled =
        CompanionHarness.compile(
                HEAD
                    + """
                      @Differentiable({GRADIENT, JVP, HVP})
                      static double cost(double w, double a, double c) {
                        return 0.5 * (w - a) * (w - a) + 0.5 * c * w * w;
                      }
                      @Differentiable({GRADIENT, JVP, HVP})
                      static double argmin(double a, double c) {
                        double w = 0;
                        for (int k = 0; k < 200; k++) {
                          w -= 0.3 * CCost.gradient(w, a, c).dW();
                        }
                        return w;
                      }
                    }
                    """)
            .orThrow();
    Companion argmin = compiled.companion("p.CArgmin");
    double a = 1.7;
    double c = 0.6;
    Companion.Holder gradient = argmin.gradient(a, c);
    assertEquals(a / (1 + c), gradient.value(), 1e-14);
    assertEquals(1 / (1 + c), gradient.partial("a"), 1e-14);
    assertEquals(-a / ((1 + c) * (1 + c)), gradient.partial("c"), 1e-13);
    Companion.Holder second = argmin.hvp(a, c, 0.0, 1.0);
    assertEquals(-1 / ((1 + c) * (1 + c)), second.partial("a"), 1e-13);
    assertEquals(2 * a / Math.pow(1 + c, 3), second.partial("c"), 1e-12);
  }
}
