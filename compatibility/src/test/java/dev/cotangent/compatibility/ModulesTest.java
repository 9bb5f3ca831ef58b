package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  private static final String USER =
      """
      package user;

      import demo.Main;
      import demo.MainSquare;
      import dev.cotangent.Differentiable;

      final class User {
        private User() {}

        @Differentiable
        static double outer(double x) {
          double inner = Main.square(new double[] {x}) + 1;
          return inner * inner;
        }

        public static void main(String[] arguments) {
          double inside = MainSquare.gradient(new double[] {2}).dX()[0];
          System.out.println(UserOuter.gradient(2).dX() + " " + inside);
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
  @CsvSource({
    "17, -processorpath",
    "25, -processorpath",
    "17, --processor-module-path",
    "25, --processor-module-path"
  })
  void modularProgramCompilesWithoutAWarningAndRuns(int release, String way) {
    assumeModules(way);
    Jdk jdk = Jdk.of(release);
    Compilation result =
        compile(jdk, way, "out", List.of(), sources("module-info.java", "demo/Main.java"));
    assertEquals("6.0 true", run(jdk, "demo.app/demo.Main", result.classes()));
  }

  /** A module reads what its library's companions show, since the library passes it on. */
  @ParameterizedTest
  @ValueSource(ints = {17, 25})
  void moduleDifferentiatesThroughTheCompanionsOfAnother(int release) {
    assumeModules("--processor-module-path");
    Jdk jdk = Jdk.of(release);
    Compilation library =
        compile(
            jdk,
            "--processor-module-path",
            "library",
            List.of(),
            sources("module-info.java", "demo/Main.java"));
    Path module =
        Inputs.write(folder, "user/module-info.java", "module demo.user { requires demo.app; }");
    Path main = Inputs.write(folder, "user/user/User.java", USER);
    Compilation user =
        compile(
            jdk,
            "--processor-module-path",
            "using",
            List.of(library.classes()),
            List.of(module, main));
    // (x^2 + 1)^2 has the slope 4 x (x^2 + 1); the companion inside has 2 x.
    assertEquals("40.0 4.0", run(jdk, "demo.user/user.User", user.classes(), library.classes()));
  }

  private Compilation compile(
      Jdk jdk, String way, String out, List<Path> modules, List<Path> sources) {
    String path =
        Artifacts.path(Stream.concat(modules.stream(), Stream.of(Artifacts.RUNTIME)).toList());
    Paths paths = new Paths(List.of("--module-path", path, way, Artifacts.processorPath()));
    return Compilation.with(
            paths, Compiler.javac(jdk), folder.resolve(out), sources, "-Xlint:all", "-Werror")
        .silently();
  }

  private String run(Jdk jdk, String main, Path... classes) {
    String path =
        Artifacts.path(Stream.concat(Stream.of(classes), Stream.of(Artifacts.RUNTIME)).toList());
    return Run.of(folder, List.of(jdk.tool("java"), "-p", path, "-m", main))
        .orThrow()
        .output()
        .trim();
  }

  @Test
  void processorIsANamedModuleThatReadsNothingElse() {
    assumeModules("--processor-module-path");
    ModuleDescriptor module =
        ModuleFinder.of(Artifacts.PROCESSOR)
            .find("dev.cotangent.processor")
            .orElseThrow()
            .descriptor();
    assertFalse(module.isAutomatic());
    assertEquals(
        Set.of("java.base", "java.compiler", "dev.cotangent", "com.palantir.javapoet"),
        module.requires().stream()
            .filter(it -> !it.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
            .map(ModuleDescriptor.Requires::name)
            .collect(Collectors.toSet()));
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

  private static void assumeModules(String way) {
    assumeTrue(isModule(Artifacts.RUNTIME), "the runtime was compiled without its module");
    assumeTrue(
        way.equals("-processorpath") || isModule(Artifacts.PROCESSOR),
        "the processor was compiled without its module");
  }

  private static boolean isModule(Path artifact) {
    return Files.isRegularFile(artifact) || Files.exists(artifact.resolve("module-info.class"));
  }
}
