package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler, whose trees nobody sees: the text of the file is read instead. */
class EclipseCompilerTest {
  private static final String MISTAKES =
      """
      package demo;

      import dev.cotangent.Differentiable;

      class Mistakes {
        @Differentiable
        static double cost(double x) {
          return x * helper(x);
        }

        static double helper(double x) {
          return x + Math.random();
        }

        @Differentiable
        static double noise(double x) {
          double y = 2 * x;
          return y * Math.random();
        }

        @Differentiable
        static double fine(double x) {
          return x * x;
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void sameSourceGivesTheSameBytesAsWithJavacInWhateverOrder() {
    List<Path> files = new ArrayList<>(Inputs.golden());
    files.addAll(Inputs.corpus("At", "Rows", "Switches"));
    Compilation javac = compile(Compiler.javac(), "javac", files).orThrow();
    Collections.reverse(files);
    Compilation eclipse = compile(Compiler.eclipse(), "eclipse", files).orThrow();
    assertTrue(javac.generated().size() > 30, () -> javac.generated().keySet().toString());
    assertEquals(javac.generated(), eclipse.generated());
  }

  @Test
  void overloadsNestedTypesAndRecordsAreFoundInTheText() {
    Path file =
        Inputs.write(
            folder,
            "demo/Outer.java",
            """
            package demo;

            import dev.cotangent.Differentiable;
            import java.util.List;
            import java.util.Map;

            interface Outer {
              enum Inner {
                ONE;

                @Differentiable(companion = "A")
                static double f(double x, List<Map.Entry<String, ?>> list) { return 2 * x; }

                @Differentiable(companion = "B")
                static double f(double x, java.awt.List list) { return 3 * x; }

                @Differentiable(companion = "C")
                static double f(double[] x, double... y) { return 4 * x[0] * y[0]; }

                @Differentiable(companion = "D")
                static double f(double x[]) { return 5 * x[0]; }
              }

              record Pair(double first, double second) {
                public Pair {
                  first = 2 * first;
                }

                double sum() { return first + second; }

                @Differentiable
                static double total(double x, double y) { return new Pair(x, y).sum(); }
              }
            }
            """);
    Compilation javac = compile(Compiler.javac(), "javac", List.of(file)).orThrow();
    Compilation eclipse = compile(Compiler.eclipse(), "eclipse", List.of(file)).orThrow();
    assertEquals(
        Set.of(
            "demo/A.java", "demo/B.java", "demo/C.java", "demo/D.java", "demo/OuterPairTotal.java"),
        javac.generated().keySet());
    assertEquals(javac.generated(), eclipse.generated());
  }

  @Test
  void mistakesStandOnTheirLinesAndOthersAreCompiled() {
    Path file = Inputs.write(folder, "demo/Mistakes.java", MISTAKES);
    Compilation javac = compile(Compiler.javac(), "javac", List.of(file));
    Compilation eclipse = compile(Compiler.eclipse(), "eclipse", List.of(file));
    assertNotEquals(0, eclipse.run().exit());
    assertEquals(List.of(12, 18), ErrorLines.ofJavac(javac.run().output()), javac.run().output());
    assertEquals(
        List.of(12, 18), ErrorLines.ofEclipse(eclipse.run().output()), eclipse.run().output());
    assertEquals(javac.generated(), eclipse.generated());
  }

  @Test
  void fileThatCannotBeParsedIsRefusedOnce() {
    Path file =
        Inputs.write(
            folder, "demo/Mistakes.java", MISTAKES.replace("return x * x;", "return x * ; x;"));
    Compilation eclipse = compile(Compiler.eclipse(), "eclipse", List.of(file));
    String output = eclipse.run().output();
    assertEquals(List.of(23), ErrorLines.ofEclipse(output), output);
    assertTrue(output.contains("[COT023]"), output);
  }

  @Test
  void classFileAsInputIsSkippedSilently() {
    Compilation first = compile(Compiler.eclipse(), "first", Inputs.golden()).orThrow();
    String path = Artifacts.path(List.of(first.classes(), Artifacts.RUNTIME));
    List<String> options =
        List.of("-17", "-cp", path, "-processorpath", Artifacts.processorPath(), "-proc:only");
    Path other = Inputs.write(folder, "demo/Other.java", "package demo; class Other {}");
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(
        List.of("-d", folder.toString(), "-classNames", "golden.Valley", other.toString()));
    Run run = Compiler.eclipse().run(folder, arguments);
    assertEquals("", run.output());
  }

  @Test
  void withoutTheParserOfAJdkTheMessageSaysWhatToDo() {
    Compiler small =
        Compiler.eclipse(
            Jdk.OWN,
            Artifacts.home(BatchCompiler.class),
            "--limit-modules",
            "java.base,java.compiler,java.xml,java.logging,jdk.zipfs");
    Compilation eclipse = compile(small, "small", Inputs.golden().subList(0, 1));
    String output = eclipse.run().output();
    assertTrue(output.contains("[COT006]") && output.contains("jdk.compiler"), output);
    assertFalse(output.contains("Internal compiler error"), output);
  }

  private Compilation compile(Compiler compiler, String name, List<Path> files) {
    return Compilation.of(
        compiler, folder.resolve(name), files, "--release", "17", "-Acotangent.lint=none");
  }
}
