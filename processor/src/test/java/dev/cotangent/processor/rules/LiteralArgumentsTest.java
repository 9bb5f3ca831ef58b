package dev.cotangent.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A literal argument makes a derivative cheaper and changes no number. */
class LiteralArgumentsTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  private static final double[] NUMBERS = {
    0.0, -0.0, 1, -1, 2, -2, 0.5, 0.3, 7.5, 1e160, -1e160, 1e-170, INF, -INF, Double.NaN
  };

  @ParameterizedTest
  @ValueSource(strings = {"max", "min"})
  void selectionAgainstALiteralIsTheSelection(String name) {
    Subject subject = Subjects.find(name).orElseThrow();
    for (double x : NUMBERS) {
      for (double y : NUMBERS) {
        for (int i = 0; i < 2; i++) {
          List<Object> constants = i == 0 ? Arrays.asList(null, y) : Arrays.asList(x, null);
          assertEquals(
              subject.scale(i, NonSmooth.STRONG_ZERO, 3, x, y),
              subject.scale(i, NonSmooth.STRONG_ZERO, 3, constants, x, y),
              name + "(" + x + ", " + y + ") in argument " + i);
        }
      }
    }
  }

  @Test
  void aReciprocalIsAQuotient() {
    for (double y : NUMBERS) {
      check(Subjects.find("/").orElseThrow(), 1, Arrays.asList(1.0, null), 1, y);
    }
  }

  @Test
  void powerWithALiteralExponentIsThePower() {
    for (double p : new double[] {-3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 4, INF}) {
      for (double x : NUMBERS) {
        check(0, Arrays.asList(null, (Object) p), x, p);
      }
    }
  }

  @Test
  void powerOfALiteralBaseIsThePower() {
    for (double base : new double[] {0.0, -0.0, 0.5, 1, 2, 10, -2, INF}) {
      for (double y : NUMBERS) {
        check(1, Arrays.asList((Object) base, null), base, y);
      }
    }
  }

  private static void check(int argument, List<Object> constants, double x, double y) {
    check(Subjects.find("pow").orElseThrow(), argument, constants, x, y);
  }

  private static void check(
      Subject subject, int argument, List<Object> constants, double x, double y) {
    for (NonSmooth convention : NonSmooth.values()) {
      for (double seed : new double[] {1, -0.75, 0}) {
        double general = subject.scale(argument, convention, seed, x, y);
        double literal = subject.scale(argument, convention, seed, constants, x, y);
        double tolerance = 1e-14 * Math.abs(general) + Double.MIN_VALUE;
        String place = "%s(%s, %s), seed %s, %s".formatted(subject.name(), x, y, seed, convention);
        if (Double.isFinite(general)) {
          assertEquals(general, literal, tolerance, place);
        } else {
          assertEquals(general, literal, place);
        }
      }
    }
  }

  @Test
  void literalExponentNeedsNoLogarithm() {
    for (double p : new double[] {-2, -1, 0, 0.5, 1, 2, 3, 4, 2.5}) {
      assertFalse(calls(p).contains("powDx") || calls(p).contains("log"), "exponent " + p);
    }
  }

  @Test
  void smallLiteralExponentNeedsNoPower() {
    for (double p : new double[] {-1, 0, 0.5, 1, 2, 3}) {
      assertEquals(List.of("pow"), calls(p), "only the primal's own, for the exponent " + p);
    }
    assertEquals(List.of("pow", "pow"), calls(4));
  }

  private static List<String> calls(double p) {
    Function scaling =
        Subjects.find("pow")
            .orElseThrow()
            .scaling(0, NonSmooth.STRONG_ZERO, Arrays.asList(null, (Object) p));
    return scaling.body().ops().stream()
        .filter(MathCall.class::isInstance)
        .map(op -> ((MathCall) op).name())
        .toList();
  }

  /** A sum hands its seed on as it is: no operation at all. */
  @Test
  void partialOfOneIsTheSeedItself() {
    for (String name : List.of("+", "nextUp", "nextAfter", "%", "IEEEremainder")) {
      Subject subject = Subjects.find(name).orElseThrow();
      List<Object> none = Collections.nCopies(subject.arity(), null);
      Function scaling = subject.scaling(0, NonSmooth.STRONG_ZERO, none);
      List<Op> written = scaling.body().ops();
      assertEquals(1, written.size(), name);
      assertEquals("s", scaling.results().get(0).name(), name);
    }
  }
}
