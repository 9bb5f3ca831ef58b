package dev.cotangent.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.companion.CompanionHarness;
import dev.cotangent.processor.companion.Compiled;
import dev.cotangent.processor.corpus.Examination.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What witnesses say of methods where one of them knows little. */
class DoubtfulWitnessesTest {
  private static final String HEAD =
      """
      package corpus;
      import dev.cotangent.Derivative;
      import dev.cotangent.DerivativeOf;
      import dev.cotangent.Differentiable;
      import dev.cotangent.Wrt;
      import dev.cotangent.processor.corpus.At;
      import dev.cotangent.processor.random.Outside;
      final class Fast {
        @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
      """;

  /** With a period of a few roundings of the argument, no step shows its slope. */
  @Test
  void differencesSayNothingOfAnOscillationThatIsFasterThanTheirSteps() {
    assertEquals(
        List.of(),
        findings(
            """
            @At({"-0.8395", "0.25", "1.2", "0.77", "-0.3"})
            static double f(double x) {
              x = Math.sin(Math.acos(Math.sin(x) / 2)) - 0x1p31;
              return x + Math.cos(x / (2.5 + Math.sin(x)) + 4);
            }
            """));
  }

  /** It jumps every 1e-10, and so does its gradient: what lies between the steps shows nothing. */
  @Test
  void differencesSayNothingOfAGradientThatIsSteeperThanTheirSteps() {
    assertEquals(
        List.of(),
        findings(
            """
            @At({"0.4365", "0.25", "-1.2", "0.77"})
            static double f(double x) {
              return Integer.MIN_VALUE % x;
            }
            """));
  }

  /** Constant between jumps every 1e-12, and a slope to all steps. */
  @Test
  void differencesSayNothingOfStepsThatAreNearerThanTheirOwn() {
    assertEquals(
        List.of(),
        findings(
            """
            @At({"0.4365", "0.25", "-1.2", "0.77"})
            static double f(double x) {
              return Math.rint(0x1p40 * Math.sin(x));
            }
            """));
  }

  /** Where the slope can be judged they see a rule whose derivative is wrong, of both orders. */
  @Test
  void differencesSeeWhatIsWrongOnAGentleSlope() {
    List<Finding> findings =
        findings(
            """
            @At({"0.4365", "0.25", "-1.2", "0.77"})
            static double f(double x) {
              return Outside.power(x, 3);
            }

            @DerivativeOf(value = Outside.class, method = "power")
            static double powerDx(@Wrt double x, int n) {
              return n * x * x + Math.sin(x);
            }
            """);
    assertEquals(4, findings.stream().filter(f -> f.witness().equals("differences")).count());
  }

  private static List<Finding> findings(String methods) {
    Compiled compiled =
        CompanionHarness.strict()
            .with("-Xlint:-processing", "-parameters")
            .run(HEAD + methods + "}\n");
    return Examination.of(compiled, "corpus.Fast", "corpus.FastF");
  }
}
