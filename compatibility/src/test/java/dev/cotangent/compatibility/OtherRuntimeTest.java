package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.runtime.Abi;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Companions that were compiled against one version of the runtime and run with another, which is
 * this build's with some classes replaced.
 */
class OtherRuntimeTest {
  private static final String PROGRAM =
      """
      package demo;

      import dev.cotangent.Derivative;
      import dev.cotangent.Differentiable;

      class Main {
        @Differentiable({
          Derivative.GRADIENT, Derivative.JVP, Derivative.VJP, Derivative.JACOBIAN, Derivative.HVP,
          Derivative.HESSIAN
        })
        static double norm(double[] x) {
          double sum = 0;
          for (double v : x) {
            sum += v * v;
          }
          return sum;
        }

        public static void main(String[] arguments) {
          double[] x = {3};
          switch (arguments[0]) {
            case "gradient" -> System.out.println(MainNorm.gradient(x).dX()[0]);
            case "holder" -> System.out.println(new MainNorm.Gradient().value());
            case "jacobianHolder" -> System.out.println(new MainNorm.Jacobian().value());
            case "hessianHolder" -> System.out.println(new MainNorm.Hessian().value());
            case "value" -> System.out.println(MainNorm.value(x));
            case "hessian" -> System.out.println(MainNorm.hessian(x).matrix()[0][0]);
            case "bind" -> System.out.println(MainNorm.bind(x).value(x));
            case "check" -> System.out.println(MainNorm.check(x).passed());
            case "link" -> System.out.println(MainNorm.Link.ABI);
            default -> throw new AssertionError(arguments[0]);
          }
        }
      }
      """;

  private static final String WITH_ONE_MORE =
      """
      package dev.cotangent.runtime;

      public final class Later {}
      """;

  @TempDir static Path folder;

  private static Compilation program;

  @BeforeAll
  static void compile() {
    Path source = Inputs.write(folder, "sources/demo/Main.java", PROGRAM);
    program =
        Compilation.of(Compiler.javac(), folder.resolve("program"), List.of(source), "-Xlint:all")
            .silently();
  }

  /** Each of these is what a program may do first. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gradient",
        "holder",
        "jacobianHolder",
        "hessianHolder",
        "value",
        "hessian",
        "bind",
        "check"
      })
  void otherVersionIsRefusedAtFirstUse(String use) {
    Path runtime = runtime("next" + use, abi(Abi.VERSION + 1, 0), withoutConstructor());
    refused(run(use, runtime), (Abi.VERSION + 1) + ".0; compile the companion again");
  }

  /** Or a member that it lacks would be found missing, sooner or later. */
  @ParameterizedTest
  @ValueSource(strings = {"gradient", "holder", "bind"})
  void runtimeThatIsTooOldIsRefusedAtFirstUse(String use) {
    Path runtime = runtime("old" + use, abi(Abi.VERSION, Abi.REVISION - 1), withoutConstructor());
    refused(run(use, runtime), (Abi.REVISION - 1) + "; take a runtime at least as new");
  }

  /** What the check saves users from, and that these runtimes really lack something. */
  @Test
  void memberThatGoesWithoutANewVersionIsAnErrorThatSaysLittle() {
    Run run =
        run("gradient", runtime("broken", abi(Abi.VERSION, Abi.REVISION), withoutConstructor()));
    assertEquals(1, run.exit(), run.output());
    String first = run.output().lines().findFirst().orElseThrow();
    assertTrue(first.matches(".* java\\.lang\\.\\w+Error: .*MainNorm.*"), first);
    assertFalse(first.contains("COT102"), first);
  }

  @ParameterizedTest
  @CsvSource({
    "gradient, 6.0",
    "holder, 0.0",
    "hessian, 2.0",
    "check, true",
    "bind, 9.0",
    "link, " + Abi.VERSION
  })
  void laterRevisionOfTheSameVersionWorks(String use, String result) {
    Path runtime = runtime("later" + use, abi(Abi.VERSION, Abi.REVISION + 1), WITH_ONE_MORE);
    assertEquals(result, run(use, runtime).orThrow().output().trim());
  }

  private static void refused(Run run, String message) {
    assertEquals(1, run.exit(), run.output());
    String first = run.output().lines().findFirst().orElseThrow();
    String expected = "Exception in thread \"main\" java.lang.LinkageError: [COT102] ";
    assertTrue(first.startsWith(expected), first);
    assertTrue(first.contains(message), first);
  }

  /** A class of the runtime without a member that the program's companion uses. */
  private static String withoutConstructor() {
    return own("DoublePartials")
        .replace("public DoublePartials() {", "private DoublePartials(int other) {");
  }

  private static String own(String type) {
    Path sources = Path.of("..", "runtime/src/main/java/dev/cotangent/runtime");
    return Inputs.read(sources.resolve(type + ".java"));
  }

  private static String abi(int version, int revision) {
    return own("Abi")
        .replaceAll("int VERSION = \\d+", "int VERSION = " + version)
        .replaceAll("int REVISION = \\d+", "int REVISION = " + revision);
  }

  /** The folder of class files that stand before those of the runtime. */
  private static Path runtime(String name, String... classes) {
    List<Path> sources = new ArrayList<>();
    for (String text : classes) {
      String type = text.replaceAll("(?s).*public final class (\\w+).*", "$1");
      sources.add(Inputs.write(folder, name + "/" + type + ".java", text));
    }
    Paths none = new Paths(List.of("-proc:none", "-cp", Artifacts.RUNTIME.toString()));
    return Compilation.with(none, Compiler.javac(), folder.resolve(name), sources)
        .orThrow()
        .classes();
  }

  private static Run run(String use, Path runtime) {
    String path = Artifacts.path(List.of(program.classes(), runtime, Artifacts.RUNTIME));
    return Run.of(
        folder, List.of(Jdk.OWN.tool("java"), "-XX:+UseSerialGC", "-cp", path, "demo.Main", use));
  }
}
