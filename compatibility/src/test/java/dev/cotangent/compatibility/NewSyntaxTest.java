package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources in later Java than the processor's own, as the newest JDK compiles them. */
class NewSyntaxTest {
  private static final int NEWEST = 25;

  /** What came with 21, around a method that is differentiated. */
  private static final String SOURCE_21 =
      """
      package demo;

      import dev.cotangent.Differentiable;

      class Main {
        sealed interface Shape {}

        record Circle(double r) implements Shape {}

        record Square(double a) implements Shape {}

        static String name(Object shape) {
          return switch (shape) {
            case Circle(double r) when r > 1 -> "large";
            case Circle circle -> "small " + circle.r();
            case Square(var a) -> "square " + a;
            case null, default -> "none";
          };
        }

        @Differentiable
        static double area(double r) {
          return Math.PI * Math.clamp(r * r, 0.0, 100.0);
        }

        public static void main(String[] arguments) {
          System.out.println(name(new Circle(2)) + " " + (MainArea.gradient(2).dR() == 4 * Math.PI));
        }
      }
      """;

  /** What came with 25, also within. */
  private static final String SOURCE_25 =
      """
      package demo;

      import module java.base;
      import dev.cotangent.Differentiable;

      class Main {
        static class Base {
          Base(int size) {}
        }

        static class Sized extends Base {
          Sized(int size) {
            if (size < 0) {
              throw new IllegalArgumentException();
            }
            super(size);
          }
        }

        @Differentiable
        static double count(double[] x, double y) {
          double sum = 0;
          for (double _ : x) {
            sum += y * y;
          }
          return sum;
        }

        public static void main(String[] arguments) {
          List<String> names = List.of("large");
          Function<Sized, String> first = _ -> names.get(0);
          double slope = MainCount.gradient(new double[2], 1).dY();
          System.out.println(first.apply(new Sized(1)) + " " + (slope == 4));
        }
      }
      """;

  /** What the processor does not differentiate is refused by a code, also if it is new. */
  private static final String REFUSED =
      """
      package demo;

      import dev.cotangent.Differentiable;

      class Main {
        @Differentiable
        static double size(Object shape, double x) {
          return switch (shape) {
            case Double d when d > 1 -> x * d;
            default -> x;
          };
        }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {21, NEWEST})
  void newSyntaxCompilesAndRuns(int release) {
    Jdk jdk = Jdk.of(NEWEST);
    String source = release == NEWEST ? SOURCE_25 : SOURCE_21;
    assertEquals("large true", compile(jdk, release, source).silently().main(jdk, "demo.Main"));
  }

  @Test
  void patternsAreRefusedWhereTheyStand() {
    String output = compile(Jdk.of(NEWEST), NEWEST, REFUSED).run().output();
    assertTrue(output.contains("Main.java:9: error: [COT024]"), output);
    assertTrue(output.contains("1 error"), output);
  }

  private Compilation compile(Jdk jdk, int release, String source) {
    Path file = Inputs.write(folder, "demo/Main.java", source);
    return Compilation.of(
        Compiler.javac(jdk), folder.resolve("out"), List.of(file), "--release", release + "");
  }
}
