package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
