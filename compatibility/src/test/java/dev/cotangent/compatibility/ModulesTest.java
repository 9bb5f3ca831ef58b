package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to hand a processor to javac, and user code in modules. */
class ModulesTest {
  private static final String MODULE =
      """
      module demo.app {
        requires transitive dev.cotangent;

        exports demo;
      }
      """;

  private static final String MAIN =
      """
      package demo;

      import dev.cotangent.Derivative;
      import dev.cotangent.Differentiable;

      /** A demonstration. */
      public final class Main {
        private Main() {}

        /** Squares. */
        @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
        public static double square(double[] x) {
          return x[0] * x[0];
        }

        /** Prints the derivative of the square at 3. */
        public static void main(String[] arguments) {
          var gradient = MainSquare.gradient(new double[] {3});
          System.out.println(gradient.dX()[0] + " " + MainSquare.check(new double[] {3}).passed());
        }
      }
      """;

  @TempDir Path folder;

  private List<Path> sources(String... names) {
    return List.of(names).stream()
        .map(name -> Inputs.write(folder, name, name.startsWith("module") ? MODULE : MAIN))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 25})
  void modularProgramCompilesWithoutAWarningAndRuns(int release) {
    assumeModules();
    Jdk jdk = Jdk.of(release);
    Paths paths =
        new Paths(
            List.of(
                "--module-path",
                Artifacts.RUNTIME.toString(),
                "-processorpath",
                Artifacts.processorPath()));
    Compilation result =
        Compilation.with(
                paths,
                Compiler.javac(jdk),
                folder.resolve("out"),
                sources("module-info.java", "demo/Main.java"),
                "-Xlint:all",
                "-Werror")
            .silently();
    String path = Artifacts.path(List.of(result.classes(), Artifacts.RUNTIME));
    Run run = Run.of(folder, List.of(jdk.tool("java"), "-p", path, "-m", "demo.app/demo.Main"));
    assertEquals("6.0 true", run.orThrow().output().trim());
  }

  @Test
  void processorOnTheClassPathRunsWhenAsked() {
    Paths paths = new Paths(List.of("-cp", Artifacts.processorPath(), "-proc:full"));
    assertEquals("6.0 true", classPathRun(25, paths));
  }

  private String classPathRun(int release, Paths paths) {
    Jdk jdk = Jdk.of(release);
    return Compilation.with(
            paths,
            Compiler.javac(jdk),
            folder.resolve("out"),
            sources("demo/Main.java"),
            "-Xlint:all",
            "-Werror")
        .silently()
        .main(jdk, "demo.Main");
  }

  private static void assumeModules() {
    assumeTrue(
        Files.isRegularFile(Artifacts.RUNTIME)
            || Files.exists(Artifacts.RUNTIME.resolve("module-info.class")),
        "the runtime was compiled without its module");
  }
}
