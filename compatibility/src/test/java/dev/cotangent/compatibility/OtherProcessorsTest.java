package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other processors in the same compilation, before ours and behind it. */
@Tag("tools")
class OtherProcessorsTest {
  private static final String LOMBOK =
      """
      package demo;

      import dev.cotangent.Differentiable;
      import lombok.Getter;

      class Main {
        @Getter private static final double SCALE = 3;

        @Getter
        static class Point {
          private final double px = 4;
        }

        @Differentiable
        static double cost(double x, Point p) {
          return x * getSCALE() + x * p.getPx();
        }

        public static void main(String[] arguments) {
          var gradient = MainCost.gradient(2.0, new Point());
          System.out.println(gradient.dX());
        }
      }
      """;

  private static final String AUTO_VALUE =
      """
      package demo;

      import com.google.auto.value.AutoValue;
      import dev.cotangent.Differentiable;

      class Main {
        @AutoValue
        abstract static class Settings {
          abstract double scale();
        }

        @Differentiable
        static double cost(double x) {
          Settings settings = new AutoValue_Main_Settings(7);
          return x * settings.scale();
        }

        public static void main(String[] arguments) {
          var gradient = MainCost.gradient(2.0);
          System.out.println(gradient.dX());
        }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"17, true", "17, false", "25, true", "25, false"})
  void lombokMayComeFirstOrLast(int release, boolean first) {
    Path lombok = Artifacts.tool("lombok.jar");
    assertEquals("7.0", run(release, LOMBOK, paths(List.of(lombok), List.of(lombok), first)));
  }

  @ParameterizedTest
  @CsvSource({"17, true", "17, false", "25, true", "25, false"})
  void autoValueMayComeFirstOrLast(int release, boolean first) {
    List<Path> annotations = List.of(Artifacts.tool("auto-value-annotations.jar"));
    List<Path> processor = List.of(Artifacts.tool("auto-value.jar"));
    assertEquals("7.0", run(release, AUTO_VALUE, paths(annotations, processor, first)));
  }

  private static Paths paths(List<Path> libraries, List<Path> processors, boolean first) {
    return first
        ? Paths.of(libraries, processors, List.of())
        : Paths.of(libraries, List.of(), processors);
  }

  private String run(int release, String source, Paths paths) {
    Path file = Inputs.write(folder, "demo/Main.java", source);
    Jdk jdk = Jdk.of(release);
    Compiler javac = Compiler.javac(jdk);
    return Compilation.with(paths, javac, folder.resolve("out"), List.of(file))
        .orThrow()
        .main(jdk, "demo.Main");
  }
}
