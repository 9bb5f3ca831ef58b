package dev.cotangent.processor.docs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.companion.Compiled;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
