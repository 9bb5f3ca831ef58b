package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Releases of javac between and after those that are installed, repackaged as libraries. */
@Tag("tools")
class JavacReleasesTest {
  /** What crashes javac when a processor asks for the types of trees too early. */
  private static final String USER =
      """
      package golden;

      class User extends ValleyRosenbrock0 {
        static double use() {
          var gradient = LinearRegressionCost.gradient(1, 2, new double[] {3}, new double[] {4});
          var again = LinearRegressionCost.gradient(1, 2, new double[1], new double[1], gradient);
          return again + gradient.dW();
        }
      }

      class ValleyRosenbrock0 {}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"javac-21", "javac-27"})
  void sameSourceGivesTheSameBytesAndVarMayHoldGradients(String jar) {
    List<Path> files = new ArrayList<>(Inputs.golden());
    files.addAll(Inputs.corpus("At", "Lambdas"));
    files.add(Inputs.write(folder, "golden/User.java", USER));
    assertEquals(compile("own", Compiler.javac(), files), compile(jar, repackaged(jar), files));
  }

  @Test
  void bothInstalledReleasesGiveTheSameBytes() {
    List<Path> files = new ArrayList<>(Inputs.golden());
    files.add(Inputs.write(folder, "golden/User.java", USER));
    assertEquals(
        compile("17", Compiler.javac(Jdk.of(17)), files),
        compile("25", Compiler.javac(Jdk.of(25)), files));
  }

  private static Compiler repackaged(String jar) {
    List<String> command = new ArrayList<>();
    command.add(Jdk.OWN.tool("java"));
    // Hides the compiler of the JDK itself.
    command.addAll(
        List.of("--limit-modules", "java.base,jdk.zipfs,java.xml,java.logging,jdk.unsupported"));
    String path =
        Artifacts.path(List.of(Artifacts.tool(jar + ".jar"), Artifacts.tool(jar + "-api.jar")));
    command.addAll(List.of("-cp", path, "com.sun.tools.javac.Main"));
    return Compiler.process(command);
  }

  private Object compile(String name, Compiler compiler, List<Path> files) {
    return Compilation.of(
            compiler, folder.resolve(name), files, "--release", "17", "-Acotangent.lint=none")
        .orThrow()
        .generated();
  }
}
