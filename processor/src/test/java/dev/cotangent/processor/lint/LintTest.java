package dev.cotangent.processor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.companion.CompanionHarness;
import dev.cotangent.processor.companion.Compiled;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Methods with what the processor says about them in-line, {@code // expect} and the codes; each
 * place is reported once, and nothing else is.
 */
class LintTest {
  private static final Pattern EXPECTATION = Pattern.compile("// expect((?: COT\\d{3})+)");

  @ParameterizedTest
  @ValueSource(strings = {"Cuts", "Concerns", "Bits"})
  void everythingIsSaidWhenAskedFor(String name) {
    String source = resource(name);
    Compiled compiled = lenient("-Acotangent.lint=all").run(source);
    assertEquals(expected(source, Severity.NOTE), sorted(compiled), compiled.messages());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Cuts", "Concerns", "Bits"})
  void onlyProbableMistakesAreSaidUnasked(String name) {
    String source = resource(name);
    Compiled compiled = lenient().run(source);
    assertEquals(expected(source, Severity.WARNING), sorted(compiled), compiled.messages());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Cuts", "Concerns"})
  void noneIsSilent(String name) {
    Compiled compiled = CompanionHarness.strict().with("-Acotangent.lint=none").run(resource(name));
    assertTrue(compiled.success(), compiled.messages());
    assertEquals(List.of(), compiled.codes());
  }

  @Test
  void wordsAddAndTakeAway() {
    String source = resource("Concerns");
    List<String> forms = lenient("-Acotangent.lint=none, forms").run(source).codes();
    assertTrue(forms.stream().allMatch(code -> code.startsWith("COT068")), forms::toString);
    List<String> rest = lenient("-Acotangent.lint=all,-forms").run(source).codes();
    assertFalse(rest.stream().anyMatch(code -> code.startsWith("COT068")), rest::toString);
  }

  @Test
  void wordWithoutMeaningIsAWarning() {
    Compiled compiled = lenient("-Acotangent.lint=kink").run(resource("Bits"));
    String messages = compiled.messages();
    assertTrue(messages.contains("[COT063]") && messages.contains("'kink'"), messages);
  }

  @Test
  void vectorsWithoutTheirModuleAreAWarning() {
    String messages = lenient("-Acotangent.vector").run(resource("Bits")).messages();
    assertTrue(
        messages.contains("[COT079]") && messages.contains("--add-modules jdk.incubator.vector"),
        messages);
  }

  @Test
  void noteStandsAtItsExpression() {
    Compiled compiled =
        lenient("-Acotangent.lint=kinks")
            .run(
                "package p; import dev.cotangent.Differentiable; class C {\n"
                    + "@Differentiable static double f(double x) {\n"
                    + "return x * Math.abs(x - 1) + Math.abs(x);\n"
                    + "} }");
    assertTrue(compiled.messages().contains("NOTE 3:20 [COT064]"), compiled.messages());
    assertTrue(compiled.messages().contains("NOTE 3:38 [COT064]"), compiled.messages());
  }

  private static CompanionHarness lenient(String... options) {
    return CompanionHarness.strict().lenient().withUsualLint().with(options);
  }

  private static List<String> sorted(Compiled compiled) {
    List<String> codes = new ArrayList<>(compiled.codes());
    Collections.sort(codes);
    // Two kinks may stand on one line.
    return codes.stream().distinct().toList();
  }

  private static List<String> expected(String source, Severity least) {
    List<String> expected = new ArrayList<>();
    String[] lines = source.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher matcher = EXPECTATION.matcher(lines[i]);
      if (matcher.find()) {
        for (String id : matcher.group(1).strip().split(" ", -1)) {
          if (severity(id).compareTo(least) <= 0) {
            expected.add(id + "@" + (i + 1));
          }
        }
      }
    }
    Collections.sort(expected);
    return expected;
  }

  private static Severity severity(String id) {
    return Arrays.stream(Code.values())
        .filter(code -> code.id().equals(id))
        .findFirst()
        .orElseThrow()
        .severity();
  }

  private static String resource(String name) {
    try (InputStream in = LintTest.class.getResourceAsStream("/lint/" + name + ".java")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
