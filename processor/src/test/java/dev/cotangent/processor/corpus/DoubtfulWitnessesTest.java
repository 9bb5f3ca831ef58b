package dev.cotangent.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.companion.CompanionHarness;
import dev.cotangent.processor.companion.Compiled;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What witnesses say of methods where one of them knows little. */
class DoubtfulWitnessesTest {
  /** With a period of a few roundings of the argument, no step shows its slope. */
  @Test
  void differencesSayNothingOfAnOscillationThatIsFasterThanTheirSteps() {
    String source =
        """
        package corpus;
        import dev.cotangent.Derivative;
        import dev.cotangent.Differentiable;
        import dev.cotangent.processor.corpus.At;
        final class Fast {
          @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
          @At({"-0.8395", "0.25", "1.2", "0.77", "-0.3"})
          static double f(double x) {
            x = Math.sin(Math.acos(Math.sin(x) / 2)) - 0x1p31;
            return x + Math.cos(x / (2.5 + Math.sin(x)) + 4);
          }
        }
        """;
    Compiled compiled =
        CompanionHarness.strict().with("-Xlint:-processing", "-parameters").run(source);
    assertEquals(List.of(), Examination.of(compiled, "corpus.Fast", "corpus.FastF"));
  }
}
