package dev.cotangent.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.runtime.Adjoint;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule against differences of the function itself, at many points. */
class RuleDifferencesTest {
  private static final int POINTS = 100;

  /**
   * What is allowed between a partial and its difference, relative to the larger of the partial,
   * one, and the function's own value: the differences are that good, see {@link Differences}.
   */
  private static final double TOLERANCE = 1e-10;

  private static final double SEED = 0.75;

  static Stream<Subject> doubleSubjects() {
    return Subjects.all().stream()
        .filter(s -> s.result() == PrimitiveType.DOUBLE && !s.name().equals("powDy"));
  }

  static Stream<Subject> floatSubjects() {
    return Subjects.all().stream().filter(s -> s.result() == PrimitiveType.FLOAT);
  }

  @ParameterizedTest
  @MethodSource("doubleSubjects")
  void partialsAreTheSlopes(Subject subject) {
    for (double[] at : Samples.of(subject, POINTS)) {
      for (int i : subject.floatingArguments()) {
        double slope = slope(subject, i, at);
        double tolerance = TOLERANCE * scale(slope, subject.primal(at));
        String place = subject.name() + Arrays.toString(at) + " in argument " + i;
        for (NonSmooth convention : NonSmooth.values()) {
          assertEquals(SEED * slope, subject.scale(i, convention, SEED, at), tolerance, place);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("floatSubjects")
  void floatOverloadsHaveThePartialsOfTheDoubleOnes(Subject subject) {
    Subject wide = Subjects.find(subject.name()).orElseThrow();
    for (double[] at : Samples.of(subject, POINTS)) {
      for (int i : subject.floatingArguments()) {
        double expected = wide.scale(i, NonSmooth.STRONG_ZERO, SEED, at);
        assertEquals(
            expected,
            subject.scale(i, NonSmooth.STRONG_ZERO, SEED, at),
            1e-6 * Math.abs(expected),
            () -> subject + Arrays.toString(at));
      }
    }
  }

  /** The third argument of powDy is the power itself, and its share is counted in x and y. */
  @Test
  void logarithmicPartialOfPowCountsItsPowerInTheOthers() {
    Subject powDy = Subjects.formula("powDy", 3);
    for (double[] xy : Samples.of(Subjects.find("pow").orElseThrow(), POINTS)) {
      double[] at = {xy[0], xy[1], Math.pow(xy[0], xy[1])};
      double inX = Differences.derivative(x -> powDy(x, xy[1]), xy[0], 0.08 * xy[0]);
      double inY = Differences.derivative(y -> powDy(xy[0], y), xy[1], 0.05);
      double value = powDy(xy[0], xy[1]);
      assertEquals(
          inX, powDy.scale(0, NonSmooth.IEEE, 1, at), TOLERANCE * scale(inX, value / xy[0]));
      assertEquals(inY, powDy.scale(1, NonSmooth.IEEE, 1, at), TOLERANCE * scale(inY, value));
    }
  }

  @Test
  void literalExponentsHaveTheSlopesOfTheirPowers() {
    Subject pow = Subjects.find("pow").orElseThrow();
    double[] exponents = {-2.5, -2, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 7.25};
    for (double p : exponents) {
      for (double[] xy : Samples.of(pow, POINTS)) {
        double x = xy[0] / 10;
        double slope = Differences.derivative(t -> Math.pow(t, p), x, 0.08 * x);
        double partial =
            pow.scale(0, NonSmooth.STRONG_ZERO, 1, Arrays.asList(null, (Object) p), x, p);
        assertEquals(slope, partial, TOLERANCE * scale(slope, Math.pow(x, p) / x), x + "^" + p);
      }
    }
  }

  @Test
  void literalBasesHaveTheSlopesOfTheirPowers() {
    Subject pow = Subjects.find("pow").orElseThrow();
    for (double base : new double[] {0.5, 1, 2, Math.E, 10}) {
      for (double y = -3; y <= 3; y += 0.125) {
        double slope = Differences.derivative(t -> Math.pow(base, t), y, 0.05);
        double partial = pow.scale(1, NonSmooth.STRONG_ZERO, 1, Arrays.asList(base, null), base, y);
        assertEquals(slope, partial, TOLERANCE * scale(slope, Math.pow(base, y)));
      }
    }
  }

  private static double powDy(double x, double y) {
    return Adjoint.powDy(x, y, Math.pow(x, y));
  }

  private static double slope(Subject subject, int i, double[] at) {
    return Differences.derivative(
        t -> subject.primal(replaced(at, i, t)), at[i], Samples.step(subject, i, at));
  }

  private static double scale(double slope, double value) {
    return Math.max(1, Math.max(Math.abs(slope), Math.abs(value)));
  }

  private static double[] replaced(double[] at, int i, double t) {
    double[] copy = at.clone();
    copy[i] = t;
    return copy;
  }
}
