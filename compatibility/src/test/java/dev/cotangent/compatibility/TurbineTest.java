package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bazel's header compiler, which drops bodies before processors run. */
@Tag("tools")
class TurbineTest {
  private static final String COST =
      """
      package demo;

      import dev.cotangent.Derivative;
      import dev.cotangent.Differentiable;

      public class Cost {
        @Differentiable({Derivative.GRADIENT, Derivative.JVP})
        public static double cost(double w, double[] x) {
          return w * x[0];
        }

        public static class Inner {
          @Differentiable
          public static double cube(double x) {
            return x * x * x;
          }
        }
      }
      """;

  private static final String USER =
      """
      package demo;

      class User {
        static double use() {
          CostCost.Gradient gradient = CostCost.gradient(2, new double[] {3});
          return gradient.dW() + gradient.dX()[0] + CostCost.jvp(1, new double[1], 1, new double[1]).tangent()
              + CostInnerCube.gradient(2.0).dX();
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void headerJarHasEverythingThatOthersCompileAgainst() {
    Path cost = Inputs.write(folder, "demo/Cost.java", COST);
    Path header = folder.resolve("header.jar");
    List<String> command = new ArrayList<>();
    command.addAll(List.of(Jdk.of(25).tool("java"), "-cp", turbine()));
    command.add("com.google.turbine.main.Main");
    command.addAll(List.of("--output", header.toString(), "--sources", cost.toString()));
    command.addAll(List.of("--classpath", Artifacts.RUNTIME.toString()));
    command.add("--processorpath");
    command.addAll(List.of(Artifacts.processorPath().split(java.io.File.pathSeparator)));
    command.addAll(List.of("--processors", "dev.cotangent.processor.CotangentProcessor"));
    command.addAll(List.of("--javacopts", "--release", "17", "--"));
    Run run = Run.of(folder, command).orThrow();
    assertEquals("", run.output());
    Path user = Inputs.write(folder, "demo/User.java", USER);
    String path = Artifacts.path(List.of(header, Artifacts.RUNTIME));
    List<String> options =
        List.of("-proc:none", "-Xlint:all", "-cp", path, "-d", folder.toString());
    List<String> arguments = new ArrayList<>(options);
    arguments.add(user.toString());
    assertEquals("", Compiler.javac().run(folder, arguments).orThrow().output());
    assertTrue(folder.resolve("demo/User.class").toFile().exists());
  }

  private static String turbine() {
    return Artifacts.path(
        List.of(
            Artifacts.tool("turbine.jar"),
            Artifacts.tool("guava.jar"),
            Artifacts.tool("failureaccess.jar"),
            Artifacts.tool("protobuf.jar")));
  }
}
