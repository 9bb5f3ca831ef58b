package dev.cotangent.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.ir.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue agrees with its pages, and its texts read as sentences. */
class CodeTest {
  private static final List<String> HOLES = List.of("a", "b", "c");

  /** Tests run in the module's folder; the pages stand beside the modules. */
  private static final Path PAGES = Path.of("..", "docs", "diagnostics");

  private static final Path RUNTIME = Path.of("..", "runtime", "src", "main", "java");
  private static final Pattern THROWN = Pattern.compile("\\[(COT1\\d{2})]");

  @ParameterizedTest
  @EnumSource
  void codeHasAPageUnderItsOwnTitle(Code code) throws IOException {
    List<String> page = Files.readAllLines(PAGES.resolve(code.id() + ".md"));
    assertTrue(page.get(0).startsWith("# " + code.id() + ": "), page.get(0));
  }

  @Test
  void everyPageBelongsToACodeOrToAnExceptionOfTheRuntime() throws IOException {
    Set<String> ids =
        Arrays.stream(Code.values()).map(Code::id).collect(Collectors.toCollection(TreeSet::new));
    ids.addAll(thrown());
    try (Stream<Path> pages = Files.list(PAGES)) {
      Set<String> named =
          pages
              .map(page -> page.getFileName().toString())
              .filter(name -> name.startsWith("COT"))
              .map(name -> name.replace(".md", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(ids, named);
    }
  }

  /** The codes of the exceptions that the runtime throws. */
  private static Set<String> thrown() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(RUNTIME)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        THROWN.matcher(Files.readString(file)).results().forEach(r -> codes.add(r.group(1)));
      }
    }
    return codes;
  }

  @Test
  void numbersAreUnique() {
    assertEquals(
        Code.values().length, Arrays.stream(Code.values()).map(Code::number).distinct().count());
  }

  @ParameterizedTest
  @EnumSource
  void messageIsOneLineWithAFixAndWithoutHoles(Code code) {
    String message = new Diagnostic(code, SourceRange.NONE, HOLES).message();
    assertTrue(message.startsWith("[" + code.id() + "] "), message);
    assertTrue(message.endsWith("."), message);
    assertFalse(code.fix(HOLES).isBlank(), message);
    assertFalse(message.contains("{") || message.contains("\n") || message.endsWith(".."), message);
  }
}
