package dev.cotangent.processor.differentiate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import dev.cotangent.runtime.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Forward and reverse mode of programs written by hand, against differences and against each other,
 * in the interpreter.
 */
class DifferentiationTest {
  static Stream<Arguments> programs() {
    double[] x = {0.3, -1.2, 0.7};
    double[] y = {1, 2, 3};
    return Stream.of(
        Arguments.of("straight line", Functions.straightLine(), new Object[] {1.3, 0.7}),
        Arguments.of("regression", Functions.regression(), new Object[] {1.3, 0.7, x, y}),
        Arguments.of("logistic", Functions.logistic(), new Object[] {3.1, 0.4, 5}),
        Arguments.of("logistic, no iteration", Functions.logistic(), new Object[] {3.1, 0.4, -5}),
        Arguments.of("branch taken", Functions.branch(), new Object[] {1.3, 1.7}),
        Arguments.of("branch not taken", Functions.branch(), new Object[] {0.3, 1.7}),
        Arguments.of("nest", Functions.nest(), new Object[] {1.3, x}),
        Arguments.of("triangle", Functions.triangle(), new Object[] {1.3, x}),
        Arguments.of("while", Functions.whileLoop(), new Object[] {1.3}),
        Arguments.of("recursion", Functions.recursion(), new Object[] {0.8, 1.1}),
        Arguments.of("root of sum", Functions.rootOfSum(), new Object[] {0.8, x}),
        Arguments.of("swap", Functions.swap(), new Object[] {0.8, x, 3}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void reverseAgreesWithDifferences(String name, Program program, Object[] at) {
    Program vjp =
        Verifier.verify(Vjp.differentiate(program, floating(program), NonSmooth.STRONG_ZERO));
    double[] gradient = gradient(vjp, program, at);
    for (int k = 0; k < gradient.length; k++) {
      assertEquals(difference(program, at, k), gradient[k], 1e-6, name + ", partial " + k);
    }
  }

  @Test
  void refusesAFunctionWithoutARule() {
    Program program = Functions.unknownFunction();
    List<Boolean> wrt = floating(program);
    assertThrows(
        Refusal.class, () -> Jvp.differentiate(program, wrt, NonSmooth.STRONG_ZERO), "forward");
    assertThrows(
        Refusal.class, () -> Vjp.differentiate(program, wrt, NonSmooth.STRONG_ZERO), "reverse");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void forwardAgreesWithReverse(String name, Program program, Object[] at) {
    List<Boolean> wrt = floating(program);
    Program jvp = Verifier.verify(Jvp.differentiate(program, wrt, NonSmooth.STRONG_ZERO));
    Program vjp = Vjp.differentiate(program, wrt, NonSmooth.STRONG_ZERO);
    double[] gradient = gradient(vjp, program, at);
    double[] direction = direction(gradient.length);
    double expected = 0;
    for (int k = 0; k < gradient.length; k++) {
      expected += gradient[k] * direction[k];
    }
    assertEquals(
        expected, directional(jvp, program, at, direction), 1e-12 * (1 + Math.abs(expected)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void forwardOverReverseIsTheDifferenceOfGradients(String name, Program program, Object[] at) {
    List<Boolean> wrt = floating(program);
    Program vjp = Vjp.differentiate(program, wrt, NonSmooth.STRONG_ZERO);
    Program hvp = Verifier.verify(Jvp.differentiate(vjp, floating(vjp), NonSmooth.STRONG_ZERO));
    double[] direction = direction(gradient(vjp, program, at).length);
    double[] product = hessianVector(hvp, at, direction);
    double h = 1e-5;
    double[] above = gradient(vjp, program, moved(at, direction, h));
    double[] below = gradient(vjp, program, moved(at, direction, -h));
    for (int k = 0; k < product.length; k++) {
      double expected = (above[k] - below[k]) / (2 * h);
      assertEquals(expected, product[k], 1e-5 * (1 + Math.abs(expected)), name + ", row " + k);
    }
  }

  private static List<Boolean> floating(Program program) {
    return program.main().parameters().stream().map(DifferentiationTest::isFloating).toList();
  }

  private static boolean isFloating(Value parameter) {
    return parameter.type().isFloating() || parameter.type().isFloatingArray();
  }

  private static Object[] copy(Object[] at) {
    Object[] copy = at.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = copy[i] instanceof double[] array ? array.clone() : copy[i];
    }
    return copy;
  }

  private static double value(Program program, Object[] at) {
    return (double) Interpreter.run(program, copy(at))[0];
  }

  private static double difference(Program program, Object[] at, int k) {
    double h = 1e-6;
    double[] unit = new double[k + 1];
    unit[k] = 1;
    double above = value(program, moved(at, unit, h));
    return (above - value(program, moved(at, unit, -h))) / (2 * h);
  }

  private static double[] direction(int n) {
    double[] direction = new double[n];
    for (int k = 0; k < n; k++) {
      direction[k] = 0.3 + 0.4 * k - 0.1 * k * k;
    }
    return direction;
  }

  /**
   * The arguments moved along a direction over all floating numbers, in order; missing components
   * are zero.
   */
  private static Object[] moved(Object[] at, double[] direction, double h) {
    Object[] moved = copy(at);
    int k = 0;
    for (int i = 0; i < moved.length; i++) {
      if (moved[i] instanceof Double number) {
        moved[i] = number + h * (k < direction.length ? direction[k] : 0);
        k++;
      } else if (moved[i] instanceof double[] array) {
        for (int j = 0; j < array.length; j++, k++) {
          array[j] += h * (k < direction.length ? direction[k] : 0);
        }
      }
    }
    return moved;
  }

  private static double[] gradient(Program vjp, Program program, Object[] at) {
    List<Object> arguments = new ArrayList<>(List.of(copy(at)));
    List<double[]> shadows = shadows(at);
    arguments.addAll(shadows);
    arguments.add(new Tape());
    Object[] results = Interpreter.run(vjp, arguments.toArray());
    assertEquals(value(program, at), (double) results[0]);
    return flatten(at, List.of(results).subList(1, results.length), shadows);
  }

  private static List<double[]> shadows(Object[] at) {
    List<double[]> shadows = new ArrayList<>();
    for (Object argument : at) {
      if (argument instanceof double[] array) {
        shadows.add(new double[array.length]);
      }
    }
    return shadows;
  }

  private static double[] flatten(Object[] at, List<Object> numbers, List<double[]> arrays) {
    List<Double> all = new ArrayList<>();
    int number = 0;
    int array = 0;
    for (Object argument : at) {
      if (argument instanceof Double) {
        all.add((double) numbers.get(number++));
      } else if (argument instanceof double[]) {
        for (double element : arrays.get(array++)) {
          all.add(element);
        }
      }
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<Object> tangents(Object[] at, double[] direction) {
    List<Object> tangents = new ArrayList<>();
    int k = 0;
    for (Object argument : at) {
      if (argument instanceof Double) {
        tangents.add(direction[k++]);
      } else if (argument instanceof double[] array) {
        double[] tangent = java.util.Arrays.copyOfRange(direction, k, k + array.length);
        k += array.length;
        tangents.add(tangent);
      }
    }
    return tangents;
  }

  private static double directional(Program jvp, Program program, Object[] at, double[] direction) {
    List<Object> arguments = new ArrayList<>(List.of(copy(at)));
    arguments.addAll(tangents(at, direction));
    if (jvp.main().parameters().size() > arguments.size()) {
      arguments.add(new Tape());
    }
    Object[] results = Interpreter.run(jvp, arguments.toArray());
    assertEquals(value(program, at), (double) results[0]);
    return (double) results[1];
  }

  private static double[] hessianVector(Program hvp, Object[] at, double[] direction) {
    List<Object> arguments = new ArrayList<>(List.of(copy(at)));
    arguments.addAll(shadows(at));
    arguments.add(new Tape());
    arguments.addAll(tangents(at, direction));
    List<double[]> products = shadows(at);
    arguments.addAll(products);
    Object[] results = Interpreter.run(hvp, arguments.toArray());
    int half = results.length / 2;
    return flatten(at, List.of(results).subList(half + 1, results.length), products);
  }
}
