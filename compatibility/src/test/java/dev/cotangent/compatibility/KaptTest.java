package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kotlin's own way to run Java's processors, over sources in both languages. */
@Tag("tools")
class KaptTest {
  private static final String CURVE =
      """
      package demo;

      import dev.cotangent.Differentiable;

      public final class Curve {
        private Curve() {}

        @Differentiable
        public static double square(double x) {
          return x * x + Settings.OFFSET;
        }
      }
      """;

  private static final String MAIN =
      """
      package demo

      object Settings {
        const val OFFSET = 1.0
      }

      fun main() {
        val gradient = CurveSquare.gradient(3.0)
        println("${gradient.value()} ${gradient.dX()}")
      }
      """;

  private static final String KOTLIN_FUNCTION =
      """
      package demo

      import dev.cotangent.Differentiable

      object Lines {
        @JvmStatic
        @Differentiable
        fun cube(x: Double): Double = x * x * x
      }

      @Differentiable
      fun line(x: Double): Double = 2 * x
      """;

  @TempDir Path folder;

  @Test
  void kotlinCallsTheCompanionsOfJavaMethods() {
    List<Path> sources = List.of(source("Curve.java", CURVE), source("Main.kt", MAIN));
    Run kapt = kapt(sources);
    assertEquals(0, kapt.exit(), kapt.output());
    Path companion = folder.resolve("generated/demo/CurveSquare.java");
    assertTrue(Inputs.read(companion).contains("into.dX = 2 * x;"), Inputs.read(companion));

    Path classes = folder.resolve("classes");
    List<Path> java = List.of(sources.get(0), companion);
    List<String> arguments = new ArrayList<>(List.of("-d", classes.toString()));
    Stream.concat(sources.stream(), java.stream())
        .distinct()
        .map(Path::toString)
        .forEach(arguments::add);
    kotlin(arguments).orThrow();
    String path = Artifacts.path(List.of(classes, Artifacts.RUNTIME, tool("kotlin-stdlib")));
    Paths noProcessor = new Paths(List.of("-proc:none", "-cp", path));
    Path compiled = folder.resolve("java");
    Compilation.with(noProcessor, Compiler.javac(), compiled, java).orThrow();
    String all = Artifacts.path(List.of(compiled.resolve("classes"), Path.of(path)));
    Run run = Run.of(folder, List.of(Jdk.OWN.tool("java"), "-cp", all, "demo.MainKt"));
    assertEquals("10.0 6.0", run.orThrow().output().trim());
  }

  /** What kapt shows of them has no bodies: not even that of a method that returns zero. */
  @Test
  void kotlinFunctionsAreRefused() {
    Run kapt = kapt(List.of(source("Lines.kt", KOTLIN_FUNCTION)));
    assertFalse(kapt.exit() == 0, kapt.output());
    for (String method : List.of("cube", "line")) {
      long errors =
          kapt.output()
              .lines()
              .filter(line -> line.contains("error") && line.contains("[COT005]"))
              .filter(line -> line.contains("'" + method + "'"))
              .count();
      assertEquals(1, errors, kapt.output());
    }
  }

  private Path source(String name, String text) {
    return Inputs.write(folder, "sources/demo/" + name, text);
  }

  /** Runs the processor; no Kotlin class is compiled. */
  private Run kapt(List<Path> sources) {
    List<String> arguments = new ArrayList<>();
    arguments.add("-Xplugin=" + tool("kotlin-annotation-processing"));
    option(arguments, "aptMode", "stubsAndApt");
    option(arguments, "sources", folder.resolve("generated").toString());
    option(arguments, "classes", folder.resolve("generated-classes").toString());
    option(arguments, "stubs", folder.resolve("stubs").toString());
    option(arguments, "incrementalData", folder.resolve("incremental").toString());
    for (Path entry : Artifacts.PROCESSORS) {
      option(arguments, "apclasspath", entry.toString());
    }
    sources.forEach(source -> arguments.add(source.toString()));
    return kotlin(arguments);
  }

  private static void option(List<String> arguments, String name, String value) {
    arguments.add("-P");
    arguments.add("plugin:org.jetbrains.kotlin.kapt3:" + name + "=" + value);
  }

  private Run kotlin(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(Jdk.OWN.tool("java"), "-XX:+UseSerialGC", "-cp"));
    command.add(Artifacts.path(tools().filter(jar -> !isNamed(jar, "kotlin-annotation")).toList()));
    command.addAll(List.of("org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", "-no-stdlib"));
    command.add("-no-reflect");
    command.add("-cp");
    command.add(Artifacts.path(List.of(Artifacts.RUNTIME, tool("kotlin-stdlib"))));
    command.addAll(arguments);
    return Run.of(folder, command);
  }

  private static Path tool(String name) {
    return tools().filter(jar -> isNamed(jar, name)).findFirst().orElseThrow();
  }

  private static boolean isNamed(Path jar, String name) {
    return jar.getFileName().toString().startsWith(name);
  }

  private static Stream<Path> tools() {
    try (Stream<Path> jars = Files.list(Artifacts.tool("kotlin"))) {
      return jars.sorted().toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
