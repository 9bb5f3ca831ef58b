package dev.cotangent.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.companion.Companion.Holder;
import dev.cotangent.processor.companion.Compiled;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the page of dynamic semantics says of its examples. */
class DynamicSemanticsTest {
  private static Compiled compiled;

  @BeforeAll
  static void compileThePage() {
    Page page = Page.of(Page.root().resolve(Path.of("docs", "dynamic-semantics.md")));
    compiled = PageProgram.of(page).compiled().orThrow();
  }

  private static Holder gradient(String method, double x) {
    return compiled.companion("demo.Dynamic" + method).gradient(x);
  }

  private static double slope(String method, double x) {
    return gradient(method, x).partial("x");
  }

  @Test
  void jumpHasTheDerivativeOfTheBranchTaken() {
    assertEquals(1, slope("Step", 1.5));
    assertEquals(2, slope("Step", 0.5));
    assertEquals(2, slope("Step", 1));
    assertTrue(compiled.companion("demo.DynamicStep").check(1.5).passed());
  }

  @Test
  void constantBranchHasNoDerivative() {
    assertEquals(0, slope("Sinc", 0));
    assertEquals(0, slope("SecondPowerAtZero", 0));
    assertEquals(1, slope("SecondPowerAtZero", 1e-9), 1e-8);
    assertEquals(-1e-5 / 3, slope("SafeSinc", 1e-5), 1e-20);
  }

  @Test
  void iterationHasTheDerivativeOfItsStepsNotOfItsLimit() {
    Holder root = gradient("Root", 2);
    double exact = 1 / (2 * Math.sqrt(2));
    double valueError = Math.abs(root.value() - Math.sqrt(2));
    double slopeError = Math.abs(root.partial("a") - exact);
    assertTrue(valueError < 1e-5 && slopeError > valueError && slopeError < 1e-2);
    assertEquals(1, gradient("Root", 1).partial("a"));
  }

  @Test
  void stepsAndBoundsHaveNoDerivative() {
    assertEquals(1, slope("Fraction", 2.3));
    assertEquals(1, slope("WholePart", 2.3));
    assertEquals(0, gradient("Riemann", 1.1).partial("upper"));
  }
}
