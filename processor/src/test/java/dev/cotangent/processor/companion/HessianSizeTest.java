package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The companion of a method with all second partials is no larger than a class file or HotSpot
 * allows; where several directions at once would be too large, fewer are taken.
 */
class HessianSizeTest {
  private static final int CLASS_LIMIT = 1 << 16;

  private static final String HEAD =
      """
      package p;
      import dev.cotangent.Derivative;
      import dev.cotangent.Differentiable;
      final class C {
        @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP, Derivative.HESSIAN})
      """;

  /** Thirty lines of arithmetic, functions, branches and loops. */
  private static final String THIRTY_LINES =
      HEAD
          + """
            static double f(double spot, double strike, double rate, double sigma, double t,
                double[] weights, double[] grid) {
              double root = sigma * Math.sqrt(t);
              double drift = (rate + sigma * sigma / 2) * t;
              double d1 = (Math.log(spot / strike) + drift) / root;
              double d2 = d1 - root;
              double n1 = 1 / (1 + Math.exp(-1.702 * d1));
              double n2 = 1 / (1 + Math.exp(-1.702 * d2));
              double discount = Math.exp(-rate * t);
              double price = spot * n1 - strike * discount * n2;
              double penalty = 0;
              for (int i = 0; i < weights.length; i++) {
                double w = weights[i] * price;
                double z = Math.tanh(w + grid[i]);
                if (z > 0.5) {
                  penalty += z * z * Math.pow(spot, 1.5);
                } else {
                  penalty += Math.sin(w) * Math.cos(grid[i] * sigma);
                }
              }
              double[] state = new double[grid.length];
              for (int k = 0; k < grid.length; k++) {
                state[k] = grid[k] * Math.exp(-penalty * k);
              }
              double energy = 0;
              for (int k = 1; k < grid.length; k++) {
                double left = state[k - 1];
                double right = state[k];
                energy += Math.hypot(left, right) * Math.atan2(right, 1 + left * left);
              }
              return price + penalty * energy / (1 + sigma);
            }
          }
          """;

  /** A line after the other that needs all that were before. */
  private static String longMethod(int lines) {
    StringBuilder text = new StringBuilder(HEAD).append("static double f(double x, double y) {\n");
    text.append("double a0 = x * y; double a1 = Math.sin(x) + y;\n");
    for (int i = 2; i < lines; i++) {
      text.append(
          "double a%d = Math.exp(-a%d) * a%d + Math.cos(x * a%d);\n"
              .formatted(i, i - 1, i - 2, i - 1));
    }
    return text.append("return a%d * a%d;\n}\n}\n".formatted(lines - 1, lines - 2)).toString();
  }

  @Test
  void thirtyLinesStayFarBelowTheLimits() {
    Compiled compiled = CompanionHarness.compile(THIRTY_LINES).orThrow();
    for (Map.Entry<String, byte[]> file : compiled.classes().entrySet()) {
      String name = file.getKey();
      assertTrue(file.getValue().length < CLASS_LIMIT, name);
      ClassFile.codeSizes(file.getValue())
          .forEach(
              (method, size) ->
                  assertTrue(size < ClassFile.LARGEST_COMPILED, name + "." + method + size));
    }
    assertTrue(width(compiled) > 1);
  }

  @Test
  void longMethodsCarryFewerDirections() {
    List<Integer> widths = new ArrayList<>();
    for (int lines : List.of(6, 12, 20)) {
      Compiled compiled = CompanionHarness.compile(longMethod(lines)).orThrow();
      ClassFile.codeSizes(compiled.classes().get("p.CF"))
          .forEach(
              (method, size) -> assertTrue(size < ClassFile.LARGEST_COMPILED, method + " " + size));
      widths.add(width(compiled));
    }
    assertEquals(List.of(4, 2, 1), widths);
  }

  private static int width(Compiled compiled) {
    Matcher step = Pattern.compile("first \\+= (\\d)").matcher(compiled.source("p.CF"));
    assertTrue(step.find());
    return Integer.parseInt(step.group(1));
  }
}
