package dev.cotangent.processor.differentiate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import dev.cotangent.runtime.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Forward mode along several directions at once gives, to the last bit, what it gives along each of
 * them; of programs written by hand and of their reverse mode.
 */
class SeveralDirectionsTest {
  static Stream<org.junit.jupiter.params.provider.Arguments> programs() {
    return DifferentiationTest.programs();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void eachDirectionIsCarriedAsIfAlone(String name, Program program, Object[] at) {
    for (int width : List.of(2, 3, 4)) {
      compare(name, program, at, width);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void eachDirectionIsCarriedThroughTheGradientAsIfAlone(
      String name, Program program, Object[] at) {
    Program gradient = Vjp.differentiate(program, floating(program), NonSmooth.STRONG_ZERO);
    List<Object> arguments = new ArrayList<>(List.of(at));
    for (Object argument : at) {
      if (argument instanceof double[] array) {
        arguments.add(new double[array.length]);
      }
    }
    arguments.add(new Tape());
    compare(name, gradient, arguments.toArray(), 3);
  }

  private static void compare(String name, Program program, Object[] at, int width) {
    List<Boolean> active = floating(program);
    Program one = Jvp.differentiate(program, active, NonSmooth.STRONG_ZERO);
    Program several =
        Verifier.verify(Jvp.differentiate(program, active, NonSmooth.STRONG_ZERO, width));
    Run all = run(several, at, width, 0);
    int own = program.main().results().size();
    for (int direction = 0; direction < width; direction++) {
      String what = name + ", direction " + direction + " of " + width;
      Run single = run(one, at, 1, direction);
      for (int result = 0; result < own; result++) {
        assertEquals(
            single.results.get(result), all.results.get(result), what + ", result " + result);
        assertEquals(
            single.results.get(own + result),
            all.results.get(own + result * width + direction),
            what + ", tangent of result " + result);
      }
      for (int i = 0; i < single.tangents.size(); i++) {
        Object expected = single.tangents.get(i);
        Object found = all.tangents.get(i * width + direction);
        if (expected instanceof double[] array) {
          assertEquals(Arrays.toString(array), Arrays.toString((double[]) found), what);
        }
      }
    }
  }

  /** What a run gave, and what it left in the tangents that it was given. */
  private record Run(List<Object> results, List<Object> tangents) {}

  private static Run run(Program dual, Object[] at, int width, int first) {
    List<Object> arguments = new ArrayList<>();
    for (Object argument : at) {
      boolean isArray = argument instanceof double[];
      Object fresh = argument instanceof Tape ? new Tape() : argument;
      arguments.add(isArray ? ((double[]) argument).clone() : fresh);
    }
    List<Object> tangents = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      for (int d = first; d < first + width; d++) {
        if (at[i] instanceof Double) {
          tangents.add(component(i, 0, d));
        } else if (at[i] instanceof double[] array) {
          double[] tangent = new double[array.length];
          for (int j = 0; j < tangent.length; j++) {
            tangent[j] = component(i, j, d);
          }
          tangents.add(tangent);
        }
      }
    }
    arguments.addAll(tangents);
    if (dual.main().parameters().size() > arguments.size()) {
      arguments.add(new Tape());
    }
    return new Run(Arrays.asList(Interpreter.run(dual, arguments.toArray())), tangents);
  }

  private static double component(int parameter, int element, int direction) {
    return 0.3 + 0.4 * direction - 0.1 * (parameter - direction) * (element + 1);
  }

  private static List<Boolean> floating(Program program) {
    return program.main().parameters().stream().map(SeveralDirectionsTest::isFloating).toList();
  }

  private static boolean isFloating(Value parameter) {
    return parameter.type().isFloating() || parameter.type().isFloatingArray();
  }
}
