package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not concern a method does not change a byte of its companion. */
class SameOutputTest {
  @TempDir static Path folder;

  private static Map<String, String> expected;

  @BeforeAll
  static void compile() {
    expected = compile("plain", Inputs.golden());
    assertEquals(13, expected.size());
  }

  /** Without lines in class files javac tells a processor of none. */
  @ParameterizedTest
  @ValueSource(strings = {"-g:none", "-g:vars", "-parameters", "-implicit:none", "-proc:only"})
  void optionsOfTheCompilerChangeNothing(String option) {
    assertEquals(expected, compile(option.replace(':', '-'), Inputs.golden(), option));
  }

  @Test
  void orderOfFilesChangesNothing() {
    List<Path> backwards = new ArrayList<>(Inputs.golden());
    Collections.reverse(backwards);
    assertEquals(expected, compile("backwards", backwards));
  }

  /** As in an incremental build, in which the other files are class files or absent. */
  @Test
  void otherFilesChangeNothing() {
    Map<String, String> alone = new TreeMap<>();
    for (Path file : Inputs.golden()) {
      alone.putAll(compile("alone" + alone.size(), List.of(file)));
    }
    assertEquals(expected, alone);
  }

  /** Lines above a method count, since they are shown beside its derivative. */
  @Test
  void editsBelowAMethodChangeNothing() {
    List<Path> edited = new ArrayList<>();
    for (Path file : Inputs.golden()) {
      String text = Inputs.read(file).replaceFirst("\\}\\s*$", "static void added() {} }");
      edited.add(Inputs.write(folder, "edited/golden/" + file.getFileName(), text));
    }
    assertEquals(expected, compile("below", edited));
  }

  private static Map<String, String> compile(String name, List<Path> files, String... options) {
    List<String> all = new ArrayList<>(List.of("--release", "17", "-Acotangent.lint=none"));
    all.addAll(List.of(options));
    return Compilation.of(Compiler.javac(), folder.resolve(name), files, all.toArray(String[]::new))
        .orThrow()
        .generated();
  }
}
