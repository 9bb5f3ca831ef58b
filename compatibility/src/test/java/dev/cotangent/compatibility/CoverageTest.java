package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tool that measures coverage counts what people wrote and not what was generated. */
@Tag("tools")
class CoverageTest {
  private static final String MAIN =
      """
      package demo;

      import dev.cotangent.Derivative;
      import dev.cotangent.Differentiable;

      class Main {
        record Point(double a, double b) {}

        @Differentiable({
          Derivative.GRADIENT, Derivative.JVP, Derivative.VJP, Derivative.JACOBIAN, Derivative.HVP,
          Derivative.HESSIAN
        })
        static double norm(double[] x, Point p) {
          double sum = p.a() * p.b();
          for (double v : x) {
            sum += v * v;
          }
          return sum;
        }

        public static void main(String[] arguments) {
          System.out.println(MainNorm.gradient(new double[] {3}, new Point(1, 2)).dX()[0]);
        }
      }
      """;

  /** One with something to cover in it. */
  private static final Pattern CLASS = Pattern.compile("<class name=\"([^\"]*)\"[^>]*[^/]>");

  @TempDir Path folder;

  @Test
  void jacocoReportsNoGeneratedClass() {
    Path source = Inputs.write(folder, "demo/Main.java", MAIN);
    Compilation program =
        Compilation.of(Compiler.javac(), folder.resolve("out"), List.of(source)).orThrow();
    Path recorded = folder.resolve("jacoco.exec");
    String agent = "-javaagent:" + Artifacts.tool("jacoco-agent.jar") + "=destfile=" + recorded;
    String path = Artifacts.path(List.of(program.classes(), Artifacts.RUNTIME));
    java(agent, "-cp", path, "demo.Main");

    Path report = folder.resolve("report.xml");
    String cli = Artifacts.tool("jacoco-cli.jar").toString();
    String classes = program.classes().toString();
    java("-jar", cli, "report", recorded.toString(), "--classfiles", classes, "--xml", report + "");
    String text = Inputs.read(report);
    assertEquals(Set.of("demo/Main", "demo/Main$Point"), classes(text));
    assertTrue(text.contains("<method name=\"norm\""), text);
  }

  private void java(String... arguments) {
    List<String> command = new ArrayList<>(List.of(Jdk.OWN.tool("java")));
    command.addAll(List.of(arguments));
    Run.of(folder, command).orThrow();
  }

  private static Set<String> classes(String report) {
    return CLASS.matcher(report).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }
}
