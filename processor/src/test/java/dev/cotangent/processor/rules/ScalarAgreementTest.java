package dev.cotangent.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.ir.PrimitiveType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tables against {@link dev.cotangent.Scalar}, which has its own: the same numbers up to the
 * rounding of a few operations, and the same infinities, zeros and NaNs.
 */
class ScalarAgreementTest {
  private static final double[] SEEDS = {1, -0.75, 0};

  /** Where formulas are apart: singular points, ties, ends of domains, overflow. */
  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    2,
    -2,
    0.5,
    -1.5,
    3,
    1e160,
    -1e160,
    1e-170,
    -1e-170,
    Double.MIN_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  /** For functions of three arguments, of which there are many points. */
  private static final double[] FEW = {
    0.0, -0.0, 1, -1.5, 1e160, -1e-170, Double.POSITIVE_INFINITY, Double.NaN
  };

  /** A few roundings. */
  private static final double TOLERANCE = 1e-14;

  static Stream<Subject> subjects() {
    return Subjects.all().stream()
        .filter(s -> s.result() == PrimitiveType.DOUBLE && ScalarTwin.exists(s));
  }

  @Test
  void scalarHasEveryFunctionOfTheTable() {
    List<String> twins = subjects().map(Subject::name).toList();
    for (Rule rule : FunctionTable.MATH) {
      assertTrue(twins.contains(rule.name()) || Subjects.find(rule.name()).isEmpty(), rule::name);
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void agreesAtOrdinaryPoints(Subject subject) {
    for (double[] at : Samples.of(subject, 60)) {
      check(subject, at);
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void agreesAtSpecialPoints(Subject subject) {
    for (double[] at : specialPoints(subject)) {
      check(subject, at);
    }
  }

  private static List<double[]> specialPoints(Subject subject) {
    List<double[]> points = List.of(new double[0]);
    for (int i = 0; i < subject.arity(); i++) {
      boolean floating = subject.parameters().get(i).isFloating();
      double[] all = subject.arity() < 3 ? SPECIAL : FEW;
      double[] choices = floating ? all : new double[] {-1074, -3, 0, 5, 1023};
      List<double[]> longer = new ArrayList<>();
      for (double[] point : points) {
        for (double choice : choices) {
          double[] extended = Arrays.copyOf(point, point.length + 1);
          extended[point.length] = choice;
          longer.add(extended);
        }
      }
      points = longer;
    }
    return points.stream().filter(point -> isComparable(subject, point)).toList();
  }

  /**
   * Whether the point is in the domain and both tables can be expected to be within range there.
   */
  private static boolean isComparable(Subject subject, double[] at) {
    return switch (subject.name()) {
      // (s/y)·r and (r/y)·s overflow in different places.
      case "/" -> at[1] == 0 || !(Math.abs(at[1]) < 1e-100);
      // Other bounds are refused by an exception.
      case "clamp" -> Double.compare(at[1], at[2]) <= 0 && !Double.isNaN(at[2]);
      default -> true;
    };
  }

  private static void check(Subject subject, double[] at) {
    for (NonSmooth convention : NonSmooth.values()) {
      for (double seed : SEEDS) {
        double[] expected = ScalarTwin.partials(subject, convention, seed, at);
        for (int i : subject.floatingArguments()) {
          double actual = subject.scale(i, convention, seed, at);
          assertEquals(
              expected[i],
              actual,
              tolerance(expected[i]),
              () ->
                  "%s%s in argument %d, seed %s, %s"
                      .formatted(subject.name(), Arrays.toString(at), i, seed, convention));
        }
      }
    }
  }

  private static double tolerance(double expected) {
    double tolerance = TOLERANCE * Math.abs(expected) + 4 * Double.MIN_VALUE;
    return Double.isFinite(tolerance) ? tolerance : Double.MIN_VALUE;
  }
}
