package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that javac finds along its source path, though nobody asked it to compile them. */
class ImplicitCompilationTest {
  private static final String COST =
      """
      package demo;

      import dev.cotangent.Differentiable;

      class Cost {
        @Differentiable
        static double square(double x) {
          return x * x;
        }

        static double plain(double x) {
          return x * x;
        }
      }
      """;

  private static final String CALLER =
      """
      package demo;

      import dev.cotangent.Differentiable;

      class Main {
        @Differentiable
        static double outer(double x) {
          return 3 * Cost.square(x);
        }
      }
      """;

  @TempDir Path folder;

  private Path cost;
  private Path caller;

  @BeforeEach
  void write() {
    cost = Inputs.write(folder, "src/demo/Cost.java", COST);
    caller = Inputs.write(folder, "src/demo/Main.java", CALLER);
  }

  /** One error at the call, instead of many in generated code that names what does not exist. */
  @ParameterizedTest
  @ValueSource(strings = {"-implicit:class", "-implicit:none"})
  void calleeWithoutACompanionIsAnErrorAtTheCall(String option) {
    Compilation result = compile("out", List.of(caller), option);
    List<String> errors = result.run().output().lines().filter(l -> l.contains("error:")).toList();
    assertEquals(1, errors.size(), result.run().output());
    assertTrue(errors.get(0).contains("Main.java:8: error: [COT039]"), errors.get(0));
    assertEquals(Set.of("demo/MainOuter.java"), result.generated().keySet());
  }

  @Test
  void calleeThatIsNamedOrCompiledBeforeIsFine() {
    compile("both", List.of(caller, cost)).orThrow();
    Compilation first = compile("first", List.of(cost)).orThrow();
    Paths paths = Paths.of(List.of(first.classes()), List.of(), List.of());
    String sources = folder.resolve("src").toString();
    Compilation.with(
            paths,
            Compiler.javac(),
            folder.resolve("second"),
            List.of(caller),
            "-sourcepath",
            sources)
        .orThrow();
  }

  @Test
  void otherUsesOfSuchFilesAreFine() {
    Inputs.write(
        folder,
        "src/demo/Main.java",
        CALLER.replace("Cost.square(x)", "x + 0 * (int) Cost.plain(1)"));
    assertEquals(
        Set.of("demo/MainOuter.java"),
        compile("plain", List.of(caller)).orThrow().generated().keySet());
  }

  private Compilation compile(String out, List<Path> files, String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "-sourcepath";
    all[1] = folder.resolve("src").toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return Compilation.of(Compiler.javac(), folder.resolve(out), files, all);
  }
}
