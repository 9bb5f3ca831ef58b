package dev.cotangent.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.runtime.Adjoint;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The public page of derivative rules says what the tables say. With the system property {@code
 * cotangent.writePages} set to {@code true} the generated sections are rewritten.
 */
class DerivativeRulesPageTest {
  private static final Path PAGE = Path.of("..", "docs", "derivative-rules.md");

  private static final Pattern SECTION =
      Pattern.compile("(?s)<!-- begin (\\S+) -->\n(.*?)<!-- end \\1 -->\n");

  @Test
  void pageIsThatOfTheTables() throws IOException {
    String page = Files.readString(PAGE);
    String current = withSections(page, RulesPage.sections());
    if (Boolean.getBoolean("cotangent.writePages")) {
      Files.writeString(PAGE, current);
    } else {
      assertEquals(current, page, "rewrite the page with -Dcotangent.writePages=true");
    }
  }

  @Test
  void pageHasEverySection() throws IOException {
    assertEquals(
        RulesPage.sections().keySet(),
        SECTION
            .matcher(Files.readString(PAGE))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet()));
  }

  @Test
  void everyFormulaOfTheRuntimeThatARuleNamesIsExplained() throws IOException {
    String page = Files.readString(PAGE);
    for (String section : RulesPage.sections().values()) {
      Stream.of(Adjoint.class.getDeclaredMethods())
          .filter(method -> Modifier.isPublic(method.getModifiers()))
          .map(Method::getName)
          .filter(name -> section.contains(name + "("))
          .forEach(name -> assertTrue(isExplained(page, name), name));
    }
  }

  private static boolean isExplained(String page, String formula) {
    return Pattern.compile("(?m)^- .*`" + formula + "\\(").matcher(page).find();
  }

  private static String withSections(String page, Map<String, String> sections) {
    return SECTION
        .matcher(page)
        .replaceAll(
            found -> {
              String name = found.group(1);
              String text = sections.getOrDefault(name, "");
              return Matcher.quoteReplacement(
                  "<!-- begin " + name + " -->\n" + text + "<!-- end " + name + " -->\n");
            });
  }
}
