package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where a derivative would have to pass through Java that nobody reads: each on its line. */
class PassiveRefusalsTest {
  private static final Pattern EXPECTATION = Pattern.compile("// expect (COT\\d{3})");
  private static final String ELSEWHERE =
      """
      package refused;
      class Elsewhere {
        static double away(double x) {
          return x;
        }

        static double given() {
          return 1;
        }

        static void keep(double[] x) {}

        static void keepAll(double[][] x) {}
      }
      """;

  @Test
  void lostDerivativesAreReportedOnTheirLinesAndNothingElse() throws IOException {
    String source;
    try (InputStream in = getClass().getResourceAsStream("/diagnostics/Passive.java")) {
      source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Compiled compiled = CompanionHarness.strict().run(source, ELSEWHERE);
    assertEquals(expected(source), new TreeSet<>(compiled.codes()), compiled::messages);
  }

  private static Set<String> expected(String source) {
    Set<String> expected = new TreeSet<>();
    String[] lines = source.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher matcher = EXPECTATION.matcher(lines[i]);
      while (matcher.find()) {
        expected.add(matcher.group(1) + "@" + (i + 1));
      }
    }
    return expected;
  }
}
