package dev.cotangent.processor.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.companion.CompanionHarness;
import dev.cotangent.processor.companion.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The exact text of some companions, kept beside the methods they are generated from to be read and
 * judged: {@code X.java} and its companion {@code Xmethod.golden}. {@code -Dgoldens.update=true}
 * writes the companions anew; what changed is then seen in the difference of the commit.
 */
final class GoldenTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
  private static final boolean UPDATE = Boolean.getBoolean("goldens.update");

  @TestFactory
  List<DynamicTest> companionsReadAsTheyDid() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
          .toList();
    }
  }

  private static void check(Path input) throws IOException {
    Compiled compiled = CompanionHarness.compile(Files.readString(input));
    assertTrue(compiled.success(), compiled::messages);
    assertEquals(1, compiled.generated().size(), "one companion a file");
    String name = compiled.generated().get(0);
    String text = compiled.source(name);
    Path golden = FOLDER.resolve(name.substring(name.lastIndexOf('.') + 1) + ".golden");
    if (UPDATE) {
      Files.writeString(golden, text);
    }
    assertTrue(Files.exists(golden), () -> golden + " is missing: write it by goldens.update");
    assertEquals(Files.readString(golden), text, () -> golden + " differs");
  }
}
