package dev.cotangent.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.diagnostics.Code;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Inputs outside the language, with the code that is expected written on the offending line;
 * checked both ways.
 */
class RefusedTest {
  private static final String[] INPUTS = {
    "Signatures",
    "State",
    "Syntax",
    "Types",
    "Calls",
    "Passive",
    "Records",
    "Unknown",
    "Invalid",
    "Functions",
    "Nested"
  };

  /** Codes of the front end that no single source file provokes; each has a test of its own. */
  private static final Set<Code> PROVOKED_OTHERWISE =
      Set.of(
          Code.NO_SOURCE,
          Code.PARTIAL_MISSING,
          Code.RULE_UNUSABLE,
          Code.LINK_MODE_MISSING,
          Code.LINK_UNUSABLE,
          Code.RULE_DERIVATIVE_MISSING,
          Code.NESTED_ELSEWHERE);

  private static final Pattern EXPECTATION = Pattern.compile("// expect (COT\\d{3})");
  private static final Pattern MESSAGE = Pattern.compile("\\[(COT\\d{3})] .*");

  private static final String ELSEWHERE =
      """
      package refused;
      class Elsewhere {
        static double away(double x) {
          return x;
        }

        record Pair(double x, double y) {}
      }
      """;
  private static final String KOTLIN =
      """
      package kotlin;
      public @interface Metadata {}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Signatures",
        "State",
        "Syntax",
        "Types",
        "Calls",
        "Records",
        "Unknown",
        "Invalid",
        "Functions",
        "Nested"
      })
  void everyMistakeIsReportedOnItsLineAndNothingElse(String name) {
    String source = Lowering.resource("/diagnostics/" + name + ".java");
    Lowering lowering = Lowering.of(source, ELSEWHERE, KOTLIN);
    Set<String> reported =
        lowering.messages().stream()
            .filter(message -> isOurs(message, name))
            .map(message -> message.getLineNumber() + ": " + code(message))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected(source), reported, () -> lowering.messages().toString());
  }

  /** Unknown types in signatures and imports are javac's to report, beside us. */
  private static boolean isOurs(Diagnostic<?> message, String input) {
    return !input.equals("Unknown") || message.getMessage(null).startsWith("[COT");
  }

  private static String code(Diagnostic<?> message) {
    String text = message.getMessage(null);
    Matcher matcher = MESSAGE.matcher(text);
    return matcher.matches() ? matcher.group(1) : text;
  }

  private static Set<String> expected(String source) {
    Set<String> expected = new TreeSet<>();
    String[] lines = source.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher matcher = EXPECTATION.matcher(lines[i]);
      while (matcher.find()) {
        expected.add((i + 1) + ": " + matcher.group(1));
      }
    }
    return expected;
  }

  @Test
  void everyCodeOfTheFrontEndHasAnInputThatProvokesIt() {
    String all =
        Arrays.stream(INPUTS)
            .map(name -> Lowering.resource("/diagnostics/" + name + ".java"))
            .collect(Collectors.joining());
    Stream<Code> own =
        Arrays.stream(Code.values())
            .filter(code -> code.number() < 40 && !PROVOKED_OTHERWISE.contains(code));
    assertTrue(own.allMatch(code -> all.contains("// expect " + code.id())));
  }
}
