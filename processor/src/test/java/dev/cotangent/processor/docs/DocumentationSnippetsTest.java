package dev.cotangent.processor.docs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.companion.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the documentation to the truth. {@code mvn test -Dgoldens.update=true} writes the generated
 * parts of the pages anew.
 */
class DocumentationSnippetsTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
  private static final boolean UPDATE = Boolean.getBoolean("goldens.update");

  static List<Page> pages() {
    return Page.all();
  }

  static Stream<Page> pagesWithJava() {
    return pages().stream().filter(page -> !page.blocks().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("pagesWithJava")
  void javaCompilesAndGeneratedPartsAreWhatTheProcessorWrites(Page page) {
    PageProgram program = PageProgram.of(page);
    Compiled compiled = program.compiled();
    assertTrue(compiled.success(), () -> page + "\n" + compiled.messages());
    Page fresh = page.regenerated(program::write);
    if (UPDATE) {
      fresh.save();
    } else {
      assertEquals(fresh.text(), page.text(), "run again with -Dgoldens.update=true");
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadToFiles(Page page) {
    Path folder = Page.root().resolve(page.path()).getParent();
    assertAll(
        page.links().stream()
            .map(link -> () -> assertTrue(Files.exists(folder.resolve(link)), page + ": " + link)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void testsThatPagesNameAreThere(Page page) throws IOException {
    Map<String, Path> tests = tests();
    List<MatchResult> names = TEST.matcher(page.text()).results().toList();
    for (MatchResult name : names) {
      assertTrue(tests.containsKey(name.group(1)), page + ": " + name.group());
      boolean method =
          name.group(2) == null
              || Files.readString(tests.get(name.group(1))).contains(" " + name.group(2) + "(");
      assertTrue(method, page + ": " + name.group());
    }
  }

  /** The test classes of all modules, by simple name. */
  private static Map<String, Path> tests() throws IOException {
    Map<String, Path> tests = new HashMap<>();
    for (String module : List.of("runtime", "processor", "compatibility")) {
      try (Stream<Path> files = Files.walk(Page.root().resolve(module).resolve("src/test/java"))) {
        files
            .filter(file -> file.toString().endsWith("Test.java"))
            .forEach(file -> tests.put(file.getFileName().toString().replace(".java", ""), file));
      }
    }
    return tests;
  }

  @Test
  void readmeHasOneCommandToRunAndOneToTest() {
    String readme = Page.of(Page.root().resolve("README.md")).text();
    Pattern command = Pattern.compile("<!-- command:(\\w+) -->\\n```sh\\n([^\\n]+)\\n```");
    List<String> kinds =
        command.matcher(readme).results().map(found -> found.group(1)).sorted().toList();
    assertEquals(List.of("run", "test"), kinds);
  }

  @Test
  void readmeHasAPlaceForTheGeneratedGradient() {
    String readme = Page.of(Page.root().resolve("README.md")).text();
    int begin = readme.indexOf("<!-- generated:begin -->");
    assertTrue(begin >= 0 && begin < readme.indexOf("<!-- generated:end -->"));
  }
}
