package dev.cotangent.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on how it works names every pass, and no class that there is not. */
class PassesNamedTest {
  private static final Path PAGE = Page.root().resolve("docs").resolve("how-it-works.md");
  private static final List<String> MODULES = List.of("processor", "runtime");

  /** A name of two words or more; others are types of Java, or of the examples. */
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][a-z]+)+)`");

  @Test
  void everyPassIsNamed() throws IOException {
    String page = Files.readString(PAGE);
    List<String> passes = names(text -> text.contains(" implements Pass {"));
    assertTrue(passes.size() > 20, passes::toString);
    assertEquals(
        List.of(), passes.stream().filter(name -> !page.contains("`" + name + "`")).toList());
  }

  @Test
  void everyClassThatIsNamedIsThere() throws IOException {
    List<String> classes = names(text -> true);
    List<String> named =
        CLASS.matcher(Files.readString(PAGE)).results().map(PassesNamedTest::name).toList();
    assertTrue(named.size() > 40, named::toString);
    assertEquals(List.of(), named.stream().filter(name -> !classes.contains(name)).toList());
  }

  private static String name(MatchResult found) {
    return found.group(1);
  }

  /** The classes whose source is wanted. */
  private static List<String> names(Predicate<String> wanted) throws IOException {
    List<String> names = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(Page.root().resolve(module).resolve("src/main/java"))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> wanted.test(Page.of(file).text()))
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .forEach(names::add);
      }
    }
    return names;
  }
}
