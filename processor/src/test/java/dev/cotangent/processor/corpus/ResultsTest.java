package dev.cotangent.processor.corpus;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cotangent.GradientCheck;
import dev.cotangent.processor.companion.Companion;
import dev.cotangent.processor.companion.Companion.Holder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each method with other results than one number at each of its points before all witnesses. */
final class ResultsTest {
  private static final double ROUNDING = 1e-14;
  private static final double FLOAT_ULPS = 0x1p-22;

  private static final List<ManySubject> SUBJECTS = Corpus.results();

  /** What looks at a method at a point. */
  private interface Witness {
    void examine(ManySubject subject, Point point, Consumer<String> complaints);
  }

  @TestFactory
  Stream<DynamicTest> everyMemberDoesWhatTheMethodDoes() {
    return each(ResultsTest::primal);
  }

  @TestFactory
  Stream<DynamicTest> tangentsAreThoseOfTheTwin() {
    return each(ResultsTest::twin);
  }

  @TestFactory
  Stream<DynamicTest> tangentsAreThoseOfDifferences() {
    return each(ResultsTest::differences);
  }

  @TestFactory
  Stream<DynamicTest> pulledBackIsWhatTheTwinHas() {
    return each(ResultsTest::pulledBack);
  }

  @TestFactory
  Stream<DynamicTest> forwardAndReverseAreAdjoint() {
    return each(ResultsTest::adjoint);
  }

  @TestFactory
  Stream<DynamicTest> checksPass() {
    return each(ResultsTest::check);
  }

  @TestFactory
  Stream<DynamicTest> usedHoldersForget() {
    return SUBJECTS.stream()
        .map(subject -> dynamicTest(subject.toString(), () -> examineHolder(subject)));
  }

  private static Stream<DynamicTest> each(Witness witness) {
    return SUBJECTS.stream()
        .map(subject -> dynamicTest(subject.toString(), () -> examine(subject, witness)));
  }

  private static void examine(ManySubject subject, Witness witness) {
    List<String> complaints = new ArrayList<>();
    for (Point point : subject.points()) {
      witness.examine(subject, point, complaint -> complaints.add(point + " " + complaint));
    }
    if (!complaints.isEmpty()) {
      Assertions.fail(String.join("\n", complaints));
    }
  }

  private static Object[] tangents(ManySubject subject, Point point, long seed) {
    Coordinates coordinates = subject.coordinates(point);
    return coordinates.tangents(Directions.across(coordinates, seed));
  }

  /** Bits, effects, exceptions, and which arrays are which. */
  private static void primal(ManySubject subject, Point point, Consumer<String> complaints) {
    Companion companion = subject.companion();
    ManyOutcome expected = ManyOutcome.of(point.arguments(), subject::primal);
    Object[] tangents = tangents(subject, point, 1);
    Holder holder = companion.holder();
    compare("value", subject, point, p -> companion.call("value", p), expected, complaints);
    Function<Object[], Object> jvp = p -> value(subject, companion.jvp(Values.append(p, tangents)));
    compare("jvp", subject, point, jvp, expected, complaints);
    Function<Object[], Object> into =
        p -> companion.call("jvp", Values.append(Values.append(p, tangents), holder.target()));
    compare("jvp into a holder", subject, point, into, expected, complaints);
    Object[] cotangents = cotangents(subject, expected);
    Function<Object[], Object> vjp =
        p -> value(subject, new Holder(companion.call("vjp", Values.append(p, cotangents))));
    compare("vjp", subject, point, vjp, expected, complaints);
    Function<Object[], Object> vjpInto =
        p -> companion.call("vjp", Values.append(Values.append(p, cotangents), holder.target()));
    compare("vjp into a holder", subject, point, vjpInto, expected, complaints);
    if (!Values.same(cotangents, cotangents(subject, expected))) {
      complaints.accept("vjp wrote to its cotangents");
    }
    if (!Values.same(tangents, tangents(subject, point, 1))) {
      complaints.accept("jvp wrote to its tangents");
    }
    if (expected.thrown() == null) {
      double[] twin = new ManyTwin(subject, point.copy()).values();
      double[] values = ManySubject.flat(expected.results());
      if (!Arrays.equals(twin, values)) {
        complaints.accept(
            "the twin gives " + Arrays.toString(twin) + ", not " + Arrays.toString(values));
      }
    }
  }

  /** Nobody knows the shape of what a method would have given that threw. */
  private static Object[] cotangents(ManySubject subject, ManyOutcome outcome) {
    return outcome.thrown() == null
        ? ManySubject.cotangents(outcome.results(), 5)
        : new Object[Math.max(1, subject.outputs().size())];
  }

  private static Object value(ManySubject subject, Holder tangent) {
    return subject.hasValue() ? tangent.get("value") : null;
  }

  private static void compare(
      String member,
      ManySubject subject,
      Point point,
      Function<Object[], Object> call,
      ManyOutcome expected,
      Consumer<String> complaints) {
    ManyOutcome found =
        ManyOutcome.of(
            point.arguments(), arguments -> checked(subject, call.apply(arguments), arguments));
    String difference = found.differenceFrom(expected);
    if (difference != null) {
      complaints.accept(member + " " + difference);
    }
  }

  /** What a member returns is what the method gives: of a single output, that array. */
  private static List<Object> checked(ManySubject subject, Object returned, Object[] arguments) {
    List<Object> results = subject.results(returned, arguments);
    if (subject.outputs().size() == 1 && returned != results.get(0)) {
      throw new AssertionError("gives " + returned + " and not the array that was filled");
    }
    return results;
  }

  private static boolean returns(ManySubject subject, Point point) {
    return ManyOutcome.of(point.arguments(), subject::primal).thrown() == null;
  }

  private static double[] jvp(ManySubject subject, Point point, Object[] tangents) {
    Holder tangent = subject.companion().jvp(Values.append(point.copy(), tangents));
    return ManySubject.flat(subject.tangents(tangent));
  }

  /** Each row of the twin's Jacobian times the direction. */
  private static void twin(ManySubject subject, Point point, Consumer<String> complaints) {
    if (!returns(subject, point)) {
      return;
    }
    Coordinates coordinates = subject.coordinates(point);
    ManyTwin twin = new ManyTwin(subject, point.copy());
    boolean floats = coordinates.anyFloat() || subject.givesFloats();
    for (double[] direction : Directions.all(coordinates)) {
      double[] found = jvp(subject, point, coordinates.tangents(direction));
      for (int k = 0; k < found.length; k++) {
        double[] row = twin.partials(k);
        double expected = Directions.dot(row, direction);
        double terms = Directions.terms(row, direction);
        double tolerance = (floats ? FLOAT_ULPS : ROUNDING) * terms;
        if (!Agreement.within(tolerance, found[k], expected)) {
          complaints.accept(
              "result " + k + " has the tangent " + found[k] + ", but " + expected + " by Scalar");
        }
      }
    }
  }

  /** The companion's own check, which works on copies. */
  private static void check(ManySubject subject, Point point, Consumer<String> complaints) {
    if (returns(subject, point)) {
      Object[] arguments = point.copy();
      GradientCheck check = subject.companion().check(arguments);
      if (!check.passed()) {
        complaints.accept("does not pass:\n" + check);
      }
      if (!Values.same(arguments, point.arguments())) {
        complaints.accept("was changed by check");
      }
    }
  }

  private static double[] vjp(ManySubject subject, Point point, Object[] cotangents) {
    Object holder = subject.companion().call("vjp", Values.append(point.copy(), cotangents));
    return subject.partials(new Holder(holder));
  }

  /** A sum of rows of the twin's Jacobian. */
  private static void pulledBack(ManySubject subject, Point point, Consumer<String> complaints) {
    if (!returns(subject, point)) {
      return;
    }
    Coordinates coordinates = subject.coordinates(point);
    ManyTwin twin = new ManyTwin(subject, point.copy());
    for (long seed = 1; seed <= 2; seed++) {
      Object[] cotangents = ManySubject.cotangents(subject.primal(point.copy()), seed);
      double[] weights = Values.numbers(cotangents);
      double[] expected = new double[coordinates.dimension()];
      double[] terms = new double[expected.length];
      for (int k = 0; k < weights.length; k++) {
        double[] row = twin.partials(k);
        for (int i = 0; i < row.length; i++) {
          expected[i] += weights[k] * row[i];
          terms[i] += Math.abs(weights[k] * row[i]);
        }
      }
      double[] found = vjp(subject, point, cotangents);
      boolean floats = coordinates.anyFloat() || subject.givesFloats();
      for (int i = 0; i < expected.length; i++) {
        double tolerance = (floats ? FLOAT_ULPS : ROUNDING) * terms[i];
        if (!Agreement.within(tolerance, found[i], expected[i])) {
          complaints.accept("[" + i + "] is " + found[i] + ", but " + expected[i] + " by Scalar");
        }
      }
    }
  }

  /** ⟨ȳ, J v⟩ = ⟨Jᵀ ȳ, v⟩. */
  private static void adjoint(ManySubject subject, Point point, Consumer<String> complaints) {
    if (!returns(subject, point)) {
      return;
    }
    Coordinates coordinates = subject.coordinates(point);
    boolean floats = coordinates.anyFloat() || subject.givesFloats();
    for (long seed = 1; seed <= 3; seed++) {
      double[] direction = Directions.across(coordinates, seed);
      double[] tangents = jvp(subject, point, coordinates.tangents(direction));
      Object[] cotangents = ManySubject.cotangents(subject.primal(point.copy()), seed);
      double[] partials = vjp(subject, point, cotangents);
      double[] weights = Values.numbers(cotangents);
      double forward = Directions.dot(weights, tangents);
      double reverse = Directions.dot(partials, direction);
      double terms = Directions.terms(weights, tangents) + Directions.terms(partials, direction);
      double tolerance = (floats ? FLOAT_ULPS : ROUNDING) * terms;
      if (!Agreement.within(tolerance, forward, reverse)) {
        complaints.accept("forward has " + forward + ", reverse " + reverse);
      }
    }
  }

  /** Differences of the user's own method. */
  private static void differences(ManySubject subject, Point point, Consumer<String> complaints) {
    if (point.singular() || !returns(subject, point)) {
      return;
    }
    Coordinates coordinates = subject.coordinates(point);
    double[] at = coordinates.point();
    double[] direction = Directions.across(coordinates, 2);
    double[] tangents = jvp(subject, point, coordinates.tangents(direction));
    double[] values = ManySubject.flat(subject.primal(point.copy()));
    for (int k = 0; k < tangents.length; k++) {
      int result = k;
      Differences differences =
          Differences.of(
              t -> moved(subject, coordinates, Directions.moved(at, t, direction), result));
      double scale = Math.abs(tangents[k]) + 0.01 * Math.abs(values[k]) + Math.ulp(1.0);
      if (!(Math.abs(differences.value() - tangents[k]) <= subject.at().differences() * scale)) {
        complaints.accept(
            "result "
                + k
                + " has the tangent "
                + tangents[k]
                + ", but "
                + differences.value()
                + " by differences");
      }
    }
  }

  private static double moved(
      ManySubject subject, Coordinates coordinates, double[] point, int result) {
    return ManySubject.flat(subject.primal(coordinates.at(point)))[result];
  }

  /** One holder for all points, there and back. */
  private static void examineHolder(ManySubject subject) {
    Holder holder = subject.companion().holder();
    List<Point> points = new ArrayList<>(subject.points());
    for (int i = subject.points().size() - 1; i >= 0; i--) {
      points.add(subject.points().get(i));
    }
    for (Point point : points) {
      Object[] tangents = tangents(subject, point, 3);
      Object[] arguments = Values.append(Values.append(point.copy(), tangents), holder.target());
      if (returns(subject, point)) {
        subject.companion().call("jvp", arguments);
        double[] expected = jvp(subject, point, tangents);
        Assertions.assertArrayEquals(expected, ManySubject.flat(subject.tangents(holder)));
      } else {
        Assertions.assertThrows(
            RuntimeException.class, () -> subject.companion().call("jvp", arguments));
      }
    }
  }
}
