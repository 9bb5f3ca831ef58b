package dev.cotangent.processor.corpus;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cotangent.processor.companion.Companion.Holder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Several cotangents behind one forward sweep, for each method of the corpus at each of its points:
 * the method runs as by itself, each cotangent gives what {@code gradient} or {@code vjp} give for
 * it, and the same cotangent the same bits, whatever has been pulled back before. All points share
 * one holder.
 */
final class PullbacksTest {
  private static final double ROUNDING = 1e-12;
  private static final double FLOAT_ROUNDING = 0x1p-22;

  @TestFactory
  Stream<DynamicTest> ofNumbers() {
    return Corpus.withMoreModes().stream()
        .filter(subject -> subject.has("pullback") && subject.has("gradient"))
        .map(subject -> dynamicTest(subject.name(), () -> examine(subject)));
  }

  @TestFactory
  Stream<DynamicTest> ofOtherResults() {
    return Corpus.results().stream()
        .map(subject -> dynamicTest(subject.toString(), () -> examine(subject)));
  }

  private static Holder pull(Holder pullback, Object... cotangents) {
    return new Holder(pullback.call("pull", cotangents));
  }

  private static void examine(Subject subject) {
    List<String> complaints = new ArrayList<>();
    Holder pullback = subject.companion().pullbackHolder();
    for (Point point : subject.points()) {
      examine(subject, point, pullback, complaint -> complaints.add(point + " " + complaint));
    }
    fail(complaints);
  }

  private static void examine(
      Subject subject, Point point, Holder pullback, Consumer<String> complaints) {
    Outcome expected = Outcome.of(point.arguments(), subject::primal);
    Object[] kept = new Object[1];
    Outcome found =
        Outcome.of(
            point.arguments(),
            at -> {
              kept[0] = at;
              Object value =
                  subject.companion().call("pullback", Values.append(at, pullback.target()));
              return ((Number) value).doubleValue();
            });
    String difference = found.differenceFrom(expected);
    if (difference != null) {
      complaints.accept(difference);
    }
    if (expected.thrown() != null) {
      Assertions.assertThrows(IllegalStateException.class, () -> pull(pullback, one(subject, 1)));
      return;
    }
    double[] gradient = subject.gradient(point.copy());
    boolean floats = subject.coordinates(point).anyFloat() || subject.returnsFloat();
    double tolerance = (floats ? FLOAT_ROUNDING : ROUNDING) * Agreement.largest(gradient);
    double[] first = subject.partials(pull(pullback, one(subject, 1)), point.arguments());
    double[] half = subject.partials(pull(pullback, one(subject, -0.5)), point.arguments());
    double[] again = subject.partials(pull(pullback, one(subject, 1)), point.arguments());
    compare(tolerance, x -> x, first, gradient, complaints);
    compare(tolerance, x -> -0.5 * x, half, gradient, complaints);
    same(first, again, complaints);
  }

  private static Object one(Subject subject, double cotangent) {
    return subject.returnsFloat() ? (Object) (float) cotangent : (Object) cotangent;
  }

  private static void compare(
      double tolerance,
      UnaryOperator<Double> scale,
      double[] found,
      double[] gradient,
      Consumer<String> complaints) {
    for (int i = 0; i < gradient.length; i++) {
      double expected = scale.apply(gradient[i]);
      if (!Agreement.within(tolerance, found[i], expected)) {
        complaints.accept("[" + i + "] is " + found[i] + ", but should be " + expected);
      }
    }
  }

  private static void same(double[] first, double[] again, Consumer<String> complaints) {
    if (!Arrays.equals(first, again)) {
      complaints.accept("gives " + Arrays.toString(first) + ", and then " + Arrays.toString(again));
    }
  }

  private static void examine(ManySubject subject) {
    List<String> complaints = new ArrayList<>();
    Holder pullback = subject.companion().pullbackHolder();
    for (Point point : subject.points()) {
      examine(subject, point, pullback, complaint -> complaints.add(point + " " + complaint));
    }
    fail(complaints);
  }

  private static void examine(
      ManySubject subject, Point point, Holder pullback, Consumer<String> complaints) {
    ManyOutcome expected = ManyOutcome.of(point.arguments(), subject::primal);
    ManyOutcome found =
        ManyOutcome.of(
            point.arguments(),
            at ->
                subject.results(
                    subject.companion().call("pullback", Values.append(at, pullback.target())),
                    at));
    String difference = found.differenceFrom(expected);
    if (difference != null) {
      complaints.accept(difference);
    }
    if (expected.thrown() != null) {
      return;
    }
    List<double[]> once = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      for (int seed = 1; seed <= 3; seed++) {
        Object[] cotangents = ManySubject.cotangents(expected.results(), seed);
        double[] partials = subject.partials(pull(pullback, cotangents));
        if (round == 0) {
          once.add(partials);
          compare(subject, point, cotangents, partials, complaints);
        } else {
          same(once.get(seed - 1), partials, complaints);
        }
      }
    }
  }

  private static void compare(
      ManySubject subject,
      Point point,
      Object[] cotangents,
      double[] found,
      Consumer<String> complaints) {
    Object holder = subject.companion().call("vjp", Values.append(point.copy(), cotangents));
    double[] expected = subject.partials(new Holder(holder));
    boolean floats = subject.coordinates(point).anyFloat() || subject.givesFloats();
    double tolerance = (floats ? FLOAT_ROUNDING : ROUNDING) * Agreement.largest(expected);
    compare(tolerance, x -> x, found, expected, complaints);
  }

  private static void fail(List<String> complaints) {
    if (!complaints.isEmpty()) {
      Assertions.fail(String.join("\n", complaints));
    }
  }
}
