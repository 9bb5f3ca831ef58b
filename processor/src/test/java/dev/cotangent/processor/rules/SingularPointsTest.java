package dev.cotangent.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.rules.SingularPoints.SingularPoint;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The conventions hold to the last bit, in the tables and in {@link dev.cotangent.Scalar}. */
class SingularPointsTest {
  static List<SingularPoint> points() {
    return SingularPoints.all();
  }

  static Stream<SingularPoint> powers() {
    return SingularPoints.all().stream().filter(point -> point.function().equals("pow"));
  }

  @ParameterizedTest
  @MethodSource("points")
  void partialsAreThoseOfTheConvention(SingularPoint point) {
    Subject subject = Subjects.find(point.function()).orElseThrow();
    for (NonSmooth convention : NonSmooth.values()) {
      double[] twin = ScalarTwin.partials(subject, convention, 1, point.arguments());
      for (int i = 0; i < subject.arity(); i++) {
        assertSame(point.partials().get(i), subject.scale(i, convention, 1, point.arguments()));
        assertSame(point.partials().get(i), twin[i]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("points")
  void zeroSeedIsStrongInGuardedFunctionsOnly(SingularPoint point) {
    Subject subject = Subjects.find(point.function()).orElseThrow();
    boolean guarded = SingularPoints.GUARDED.contains(point.function());
    double[] twin = ScalarTwin.partials(subject, NonSmooth.STRONG_ZERO, 0, point.arguments());
    for (int i = 0; i < subject.arity(); i++) {
      double ieee = 0 * point.partials().get(i);
      double expected = guarded ? 0 : ieee;
      assertSame(expected, subject.scale(i, NonSmooth.STRONG_ZERO, 0, point.arguments()));
      assertSame(expected, twin[i]);
      assertSame(ieee, subject.scale(i, NonSmooth.IEEE, 0, point.arguments()));
    }
  }

  @ParameterizedTest
  @MethodSource("powers")
  void literalExponentsKeepTheConvention(SingularPoint point) {
    Subject pow = Subjects.find("pow").orElseThrow();
    List<Object> constants = Arrays.asList(null, point.at().get(1));
    for (NonSmooth convention : NonSmooth.values()) {
      assertSame(
          point.partials().get(0), pow.scale(0, convention, 1, constants, point.arguments()));
    }
    assertSame(0, pow.scale(0, NonSmooth.STRONG_ZERO, 0, constants, point.arguments()));
  }

  /** Equal as numbers, NaN to NaN; the sign of a zero is nobody's business. */
  private static void assertSame(double expected, double actual) {
    assertEquals(expected + 0.0, actual + 0.0);
  }
}
