package dev.cotangent.processor.corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.JVP;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cotangent.Derivative;
import dev.cotangent.processor.Composition;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.differentiate.Refusal;
import dev.cotangent.processor.ir.Interpreter;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Second and third derivatives of each method of the corpus, by every composition of forward and
 * reverse mode, in the interpreter: they agree with those of the {@code Scalar} twin.
 */
final class EveryOrderTest {
  private static final List<Derivative> MODES = List.of(JVP, GRADIENT);
  private static final long STEPS = 2_000_000;

  /** What other files offer ends with second derivatives, or before. */
  private static final Set<Code> REFUSED =
      Set.of(Code.NESTED_ELSEWHERE, Code.RULE_DERIVATIVE_MISSING);

  /** Opaque Java that the interpreter does otherwise than a compiler, or not at all. */
  private static final Set<String> OPAQUE =
      Set.of("PassiveJava.sameTextTwice", "PassiveJava.logging", "PassiveJava.recursive");

  private static final int POINTS = 2;
  private static final double FLOAT_ROUNDING = 0x1p-20;
  private static final double ROUNDING = 1e-11;

  @TestFactory
  Stream<DynamicTest> agreesWithScalar() {
    Map<String, Composition> programs = Corpus.programs();
    return Corpus.load().stream()
        .filter(subject -> !OPAQUE.contains(subject.name()))
        .filter(subject -> programs.containsKey(subject.companion().type().getName()))
        .map(
            subject ->
                dynamicTest(
                    subject.name(),
                    () -> examine(subject, programs.get(subject.companion().type().getName()))));
  }

  private static void examine(Subject subject, Composition first) {
    List<String> findings = new ArrayList<>();
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    // The interpreter finds the classes of the corpus there.
    Thread.currentThread().setContextClassLoader(subject.companion().type().getClassLoader());
    try {
      for (List<Derivative> modes : sequences(subject)) {
        examine(subject, first, modes, findings);
      }
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
    if (!findings.isEmpty()) {
      Assertions.fail(String.join("\n", findings));
    }
  }

  /** All of order 2; of order 3 some, others for each method. */
  private static List<List<Derivative>> sequences(Subject subject) {
    List<List<Derivative>> third = sequences(3);
    List<List<Derivative>> all = new ArrayList<>(sequences(2));
    int first = Math.floorMod(subject.name().hashCode(), third.size());
    all.add(third.get(first));
    all.add(third.get(third.size() - 1 - first));
    return all;
  }

  private static void examine(
      Subject subject, Composition first, List<Derivative> modes, List<String> findings) {
    Composition last = first;
    try {
      for (Derivative mode : modes) {
        last = last.along(mode);
      }
    } catch (Refusal refusal) {
      if (!REFUSED.contains(refusal.diagnostic().code())) {
        throw refusal;
      }
      return;
    }
    Composition derivative = last;
    subject.points().stream()
        .filter(point -> !point.singular() && Witnesses.returns(subject, point))
        .limit(POINTS)
        .forEach(point -> compare(subject, point, derivative, modes, findings));
  }

  private static void compare(
      Subject subject,
      Point point,
      Composition derivative,
      List<Derivative> modes,
      List<String> findings) {
    Coordinates coordinates = subject.coordinates(point);
    List<double[]> directions = new ArrayList<>();
    List<Object> arguments = new ArrayList<>(Arrays.asList(point.copy()));
    for (int i = 0; i < modes.size(); i++) {
      directions.add(Directions.across(coordinates, 21 + i));
      for (Object tangent : coordinates.tangents(directions.get(i))) {
        arguments.add(widened(tangent));
      }
    }
    double found;
    double[] gradient;
    double[] last = directions.remove(directions.size() - 1);
    try {
      Interpreter interpreter = new Interpreter(derivative.program()).stepLimit(STEPS);
      found = ((Number) interpreter.run(arguments.toArray())[0]).doubleValue();
      gradient = new Twin(subject, point.copy()).gradientAlong(derivative.convention(), directions);
    } catch (UnsupportedOperationException notInterpreted) {
      // Opaque Java that is more than a step, or a rule whose derivative the twin does not know.
      return;
    }
    double expected = Directions.dot(gradient, last);
    boolean floats = coordinates.anyFloat() || subject.returnsFloat();
    double tolerance =
        (floats ? FLOAT_ROUNDING : ROUNDING) * (Directions.terms(gradient, last) + 1e-3);
    if (!Agreement.within(tolerance, found, expected)) {
      findings.add(modes + " at " + point + ": " + found + ", but " + expected + " by Scalar");
    }
  }

  /** Tangents in programs are of the derivative's type. */
  private static Object widened(Object tangent) {
    if (tangent instanceof Number number) {
      return number.doubleValue();
    }
    if (tangent == null || tangent instanceof double[]) {
      return tangent;
    }
    int length = Array.getLength(tangent);
    Object wide = Array.newInstance(wide(tangent.getClass().getComponentType()), length);
    for (int i = 0; i < length; i++) {
      Array.set(wide, i, widened(Array.get(tangent, i)));
    }
    return wide;
  }

  private static Class<?> wide(Class<?> type) {
    return type.isArray() ? wide(type.getComponentType()).arrayType() : double.class;
  }

  /** All sequences of modes of a length. */
  private static List<List<Derivative>> sequences(int length) {
    if (length == 0) {
      return List.of(List.of());
    }
    List<List<Derivative>> all = new ArrayList<>();
    for (List<Derivative> shorter : sequences(length - 1)) {
      for (Derivative mode : MODES) {
        List<Derivative> longer = new ArrayList<>(shorter);
        longer.add(mode);
        all.add(longer);
      }
    }
    return all;
  }
}
