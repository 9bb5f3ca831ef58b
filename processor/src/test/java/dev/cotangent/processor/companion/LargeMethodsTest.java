package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods whose derivatives would be longer than HotSpot compiles, or than a class file holds. */
class LargeMethodsTest {
  @ParameterizedTest
  @ValueSource(ints = {300, 3000})
  void straightLinesAreSplit(int length) {
    StringBuilder body = new StringBuilder();
    Random random = new Random(length);
    for (int i = 0; i < length; i++) {
      body.append("double t").append(i).append(" = ");
      body.append(statement(random, "t", i)).append(";\n");
    }
    body.append("return t").append(length - 1).append(" + t").append(length - 2).append(";\n");
    check(companions("double x, double y", body.toString(), "GRADIENT"), 0.3, 0.7);
  }

  /** What pieces hand on in arrays may be of any type. */
  @ParameterizedTest
  @ValueSource(strings = {"short", "byte", "char", "long", "float", "boolean"})
  void piecesHandOnNumbersOfEachType(String type) {
    String made = type.equals("boolean") ? "x > 0.1" : "(" + type + ") (7 * y)";
    String used = type.equals("boolean") ? "(k ? x : y)" : "k * x";
    StringBuilder body = new StringBuilder(type + " k = " + made + ";\n");
    Random random = new Random(2);
    for (int i = 0; i < 400; i++) {
      body.append("double t").append(i).append(" = ");
      body.append(statement(random, "t", i)).append(";\n");
    }
    body.append("return ").append(used).append(" + t399;\n");
    check(companions("double x, double y", body.toString(), "GRADIENT"), 0.3, 0.7);
  }

  @Test
  void loopsWithLongBodiesAreSplitInside() {
    StringBuilder body = new StringBuilder("double s = x;\nfor (int i = 0; i < 5; i++) {\n");
    Random random = new Random(1);
    for (int i = 0; i < 250; i++) {
      body.append("double t").append(i).append(" = ");
      body.append(statement(random, "t", i)).append(";\n");
    }
    body.append("if (s > 0.1) { s = Math.cos(s) * t249; } else { s += t248 * y; }\n}\nreturn s;\n");
    String modes = "GRADIENT, Derivative.HVP";
    check(companions("double x, double y", body.toString(), modes), 0.3, 0.7);
  }

  @Test
  void moreValuesThanMethodsHaveParametersGoThroughTheFrame() {
    StringBuilder body = new StringBuilder();
    IntStream.range(0, 200).forEach(i -> body.append("double a" + i + " = x * " + i + " + y;\n"));
    body.append("double s = 0;\nfor (int i = 0; i < 3; i++) {\n");
    for (int i = 0; i < 600; i++) {
      body.append("s = Math.sin(s * a" + i % 200 + ") + a" + i * 7 % 200 + ";\n");
    }
    body.append("}\nreturn s;\n");
    check(companions("double x, double y", body.toString(), "GRADIENT"), 0.3, 0.7);
  }

  /** Whatever is shared is asked what it costs by each that needs it, and asks in turn. */
  @ParameterizedTest
  @EnumSource
  void valuesThatShareEverythingTakeNoLonger(Chain chain) {
    StringBuilder body = new StringBuilder("double s = 0;\nfor (int i = 0; i < 3; i++) {\n");
    body.append("double a0 = 1 + x * i;\n");
    for (int i = 1; i <= 40; i++) {
      body.append(chain.line.replace("A", "a" + i).replace("B", "a" + (i - 1))).append('\n');
    }
    IntStream.range(0, 20).forEach(k -> body.append("if (s < i + " + (9 + k) + ") {\n"));
    body.append("double t = 3 * a40; s += t * t * Math.sin(y * a40 + a39) * a20;\n");
    body.append("}\n".repeat(chain.open ? 60 : 20)).append("}\nreturn s;\n");
    Compiled compiled =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () -> companions("double x, double y", body.toString(), "GRADIENT"));
    check(compiled, 0.3, 0.7);
  }

  /** How a line makes the value A of the value B before it. */
  private enum Chain {
    SUMS("double A = 0.5 * (B + B);", false),
    CHOICES("double A = B > 2 ? (B + B) / 2 : B * 0.5 + B * 0.5;", false),
    NESTED_CHOICES("double A = B > 2 ? (B > 3 ? B + B : B) * 0.5 : B > 1 ? B : B * B;", false),
    BRANCHES("if (B < 1000) { double A = (B + B) * 0.5;", true),
    BRANCHES_OF_CHOICES("if (B < 1000) { double A = B > 1.1 ? (B + B) * 0.5 : B * B;", true);

    private final String line;
    private final boolean open;

    Chain(String line, boolean open) {
      this.line = line;
      this.open = open;
    }
  }

  private static String statement(Random random, String name, int i) {
    String a = operand(random, name, i, 6);
    String b = operand(random, name, i, 30);
    return switch (random.nextInt(4)) {
      case 0 -> a + " * 0.7 + Math.sin(" + b + ")";
      case 1 -> a + " - 0.3 * " + b + " * " + b;
      case 2 -> "Math.tanh(" + a + ") * " + b;
      default -> a + " / (2 + " + b + " * " + b + ")";
    };
  }

  private static String operand(Random random, String name, int i, int reach) {
    int k = i - 1 - random.nextInt(reach);
    return k >= 0 ? name + k : k % 2 == 0 ? "x" : "y";
  }

  private static Compiled companions(String parameters, String body, String modes) {
    String method = "static double f(" + parameters + ") {\n" + body + "}\n";
    return CompanionHarness.compile(
            "package p; import dev.cotangent.*; final class Large {\n"
                + "@Differentiable({Derivative."
                + modes
                + "}) "
                + method
                + "}")
        .orThrow();
  }

  private static void check(Compiled compiled, double... point) {
    Companion companion = compiled.companion("p.LargeF");
    companion.check(point[0], point[1]).orThrow();
    for (Map.Entry<String, byte[]> file : compiled.classes().entrySet()) {
      if (!file.getKey().equals("p.Large")) {
        ClassFile.codeSizes(file.getValue())
            .forEach(
                (method, size) ->
                    assertTrue(
                        size <= ClassFile.LARGEST_COMPILED,
                        file.getKey() + "." + method + " has " + size));
      }
    }
  }
}
