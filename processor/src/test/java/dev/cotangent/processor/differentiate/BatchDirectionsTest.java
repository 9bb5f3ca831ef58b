package dev.cotangent.processor.differentiate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import dev.cotangent.processor.simplify.Passes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program in lanes gives in each lane, to the last bit, what forward mode gives along that unit
 * vector alone, wherever the lanes begin and however many there are.
 */
class BatchDirectionsTest {
  static Stream<org.junit.jupiter.params.provider.Arguments> programs() {
    return DifferentiationTest.programs()
        .filter(arguments -> !"recursion".equals(arguments.get()[0]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void eachLaneIsCarriedAsIfAlone(String name, Program program, Object[] at) {
    Program one = Jvp.differentiate(program, floating(program), NonSmooth.STRONG_ZERO);
    Program batched = Verifier.verify(batch(program, one).orElseThrow());
    int coordinates = coordinates(at);
    for (int lanes = 1; lanes <= coordinates + 1; lanes++) {
      for (int first = 0; first < coordinates; first += lanes) {
        compare(name, one, batched, at, first, lanes);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void simplifiedAsWell(String name, Program program, Object[] at) {
    Program one = Jvp.differentiate(program, floating(program), NonSmooth.STRONG_ZERO);
    Program small = Passes.run(Passes.STANDARD, one);
    Program batched = Passes.run(Passes.STANDARD, batch(program, small).orElseThrow());
    compare(name, small, batched, at, 0, coordinates(at));
  }

  @Test
  void tangentsThroughCallsHaveNoLanes() {
    Program program = Functions.recursion();
    Program one = Jvp.differentiate(program, floating(program), NonSmooth.STRONG_ZERO);
    assertTrue(batch(program, one).isEmpty());
  }

  @Test
  void whatIsTheSameInEachLaneIsComputedOnce() {
    Program program = Functions.straightLine();
    Program one = Jvp.differentiate(program, floating(program), NonSmooth.STRONG_ZERO);
    String text = batch(program, one).orElseThrow().main().toString();
    String loop = text.substring(text.lastIndexOf("for "));
    assertTrue(loop.contains("lane"), text);
    assertFalse(loop.contains("exact"), text);
  }

  private static Optional<Program> batch(Program program, Program one) {
    Map<Integer, Integer> tangents = new LinkedHashMap<>();
    List<Boolean> active = floating(program);
    for (int i = 0; i < active.size(); i++) {
      if (active.get(i)) {
        tangents.put(active.size() + tangents.size(), i);
      }
    }
    return BatchDirections.batch(one, tangents);
  }

  private static void compare(
      String name, Program one, Program batched, Object[] at, int first, int lanes) {
    List<Object> arguments = copied(at);
    int next = 0;
    for (Object argument : at) {
      if (size(argument) > 0) {
        arguments.add(next - first);
        next += size(argument);
      }
    }
    arguments.add(lanes);
    Object[] all = Interpreter.run(batched, arguments.toArray());
    for (int lane = 0; lane < lanes && first + lane < next; lane++) {
      Object[] single = Interpreter.run(one, along(at, first + lane).toArray());
      for (int result = 0; result < single.length; result++) {
        String what = name + ", lane " + lane + " of " + lanes + " from " + first;
        assertEquals(single[result], ((double[]) all[result])[lane], what + ", result " + result);
      }
    }
  }

  /** The arguments, then the unit vector along a coordinate. */
  private static List<Object> along(Object[] at, int coordinate) {
    List<Object> arguments = copied(at);
    int next = 0;
    for (Object argument : at) {
      int index = coordinate - next;
      if (argument instanceof Double) {
        arguments.add(index == 0 ? 1.0 : 0.0);
      } else if (argument instanceof double[] array) {
        double[] unit = new double[array.length];
        if (index >= 0 && index < unit.length) {
          unit[index] = 1;
        }
        arguments.add(unit);
      }
      next += size(argument);
    }
    return arguments;
  }

  private static List<Object> copied(Object[] at) {
    List<Object> copies = new ArrayList<>();
    for (Object argument : at) {
      copies.add(argument instanceof double[] array ? array.clone() : argument);
    }
    return copies;
  }

  private static int coordinates(Object[] at) {
    return Arrays.stream(at).mapToInt(BatchDirectionsTest::size).sum();
  }

  private static int size(Object argument) {
    return argument instanceof double[] array ? array.length : argument instanceof Double ? 1 : 0;
  }

  private static List<Boolean> floating(Program program) {
    return program.main().parameters().stream().map(BatchDirectionsTest::isFloating).toList();
  }

  private static boolean isFloating(Value parameter) {
    return parameter.type().isFloating() || parameter.type().isFloatingArray();
  }
}
