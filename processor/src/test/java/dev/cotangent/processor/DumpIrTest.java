package dev.cotangent.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.companion.CompanionHarness;
import dev.cotangent.processor.companion.Compiled;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The programs between the stages, on request. */
class DumpIrTest {
  private static final String SOURCE =
      """
      package demo;

      import dev.cotangent.Derivative;
      import dev.cotangent.Differentiable;

      final class Bell {
        @Differentiable({Derivative.GRADIENT, Derivative.HVP})
        static double at(double x) {
          return Math.exp(square(x));
        }

        static double square(double z) {
          return -z * z;
        }

        @Differentiable
        static double refused(double x) {
          return x > 0 ? (double) Double.doubleToLongBits(x) : x;
        }
      }
      """;

  @Test
  void eachStageIsThereInItsOrderWithItsProgram() {
    Compiled compiled = CompanionHarness.strict().with("-Acotangent.dumpIr").run(SOURCE);
    String text = compiled.resources().get("demo/BellAt.ir.txt");
    assertEquals(
        List.of("the method", "GRADIENT", "HVP", "HVP beside the gradient", "Scalar", "Link"),
        lines("######## (.*)", text));
    String gradient = text.substring(text.indexOf("## GRADIENT"), text.indexOf("## HVP"));
    assertEquals(
        List.of(
            "reverse mode",
            "simplify",
            "mark local arrays",
            "merge records",
            "split large functions",
            "verify the layout"),
        lines("==== ([^:\n]*).*", gradient));
    String method = text.substring(0, text.indexOf("## GRADIENT"));
    assertEquals("lower", lines("==== ([^:\n]*).*", method).get(0));
    assertTrue(method.contains("call square"), method);
    String inlined = method.substring(method.indexOf("==== remove unused helpers"));
    assertTrue(inlined.contains("exact Math.exp") && !inlined.contains("call square"), inlined);
    assertTrue(gradient.contains("xBar"), gradient);
  }

  @Test
  void aRefusedMethodShowsHowFarItCame() {
    Compiled compiled = CompanionHarness.strict().with("-Acotangent.dumpIr").run(SOURCE);
    assertTrue(!compiled.success() && compiled.codes().size() == 1, compiled.messages());
    String text = compiled.resources().get("demo/BellRefused.ir.txt");
    assertEquals(List.of("the method"), lines("######## (.*)", text), compiled.messages());
  }

  private static List<String> lines(String pattern, String text) {
    return Pattern.compile("^" + pattern + "$", Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
