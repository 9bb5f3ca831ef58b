package dev.cotangent.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.differentiate.Jvp;
import dev.cotangent.processor.differentiate.Vjp;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rules write has rules itself: Hessian-vector products, forward over reverse. */
class SecondDerivativesTest {
  /** As for first derivatives, with room for the rounding of the gradient's formula. */
  private static final double TOLERANCE = 1e-9;

  static Stream<Subject> subjects() {
    return Subjects.all().stream()
        .filter(s -> s.result() == PrimitiveType.DOUBLE && !s.name().equals("powDy"));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void hessianIsTheSlopeOfTheGradient(Subject subject) {
    Program hvp = hvp(subject.program());
    for (double[] at : Samples.of(subject, 20)) {
      for (int j : subject.floatingArguments()) {
        double[] column = hessianColumn(subject, hvp, j, at);
        for (int i : subject.floatingArguments()) {
          double slope = gradientSlope(subject, i, j, at);
          double size =
              Math.max(
                  Math.max(1, Math.abs(slope)),
                  Math.abs(subject.scale(i, NonSmooth.STRONG_ZERO, 1, at)));
          String place = "%s%s, row %d, column %d";
          assertEquals(
              slope,
              column[i],
              TOLERANCE * size,
              place.formatted(subject, Arrays.toString(at), i, j));
        }
      }
    }
  }

  private static double gradientSlope(Subject subject, int i, int j, double[] at) {
    return Differences.derivative(
        t -> {
          double[] moved = at.clone();
          moved[j] = t;
          return subject.scale(i, NonSmooth.STRONG_ZERO, 1, moved);
        },
        at[j],
        Samples.step(subject, j, at));
  }

  private static double[] hessianColumn(Subject subject, Program hvp, int j, double[] at) {
    double[] direction = new double[subject.arity()];
    direction[j] = 1;
    return product(subject.program(), hvp, at, direction);
  }

  /** Forward mode over reverse mode. */
  private static Program hvp(Program program) {
    List<Boolean> wrt = wrt(program);
    Program gradient = Vjp.differentiate(program, wrt, NonSmooth.STRONG_ZERO);
    List<Boolean> active = new ArrayList<>(wrt);
    active.addAll(Collections.nCopies(gradient.main().parameters().size() - wrt.size(), false));
    return Verifier.verify(Jvp.differentiate(gradient, active, NonSmooth.STRONG_ZERO));
  }

  private static List<Boolean> wrt(Program program) {
    return program.main().parameters().stream().map(p -> p.type().isFloating()).toList();
  }

  /** The Hessian at a point times a direction; zero for arguments that are not floating. */
  private static double[] product(Program program, double[] at, double... direction) {
    return product(program, hvp(program), at, direction);
  }

  private static double[] product(Program program, Program hvp, double[] at, double[] direction) {
    Object[] arguments = arguments(hvp, program.main().parameters(), at, direction);
    return hessianPart(Interpreter.run(hvp, arguments), wrt(program));
  }

  private static Object[] arguments(
      Program hvp, List<Value> primal, double[] at, double[] direction) {
    List<Object> arguments = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      boolean floating = primal.get(i).type().isFloating();
      arguments.add(floating ? (Object) at[i] : (Object) (int) at[i]);
    }
    arguments.add(null); // no tape: there is no recursion
    for (int i = 0; i < at.length; i++) {
      if (primal.get(i).type().isFloating()) {
        arguments.add(direction[i]);
      }
    }
    assertEquals(hvp.main().parameters().size(), arguments.size());
    return arguments.toArray();
  }

  /** The results are value, gradient, and the tangents of both. */
  private static double[] hessianPart(Object[] results, List<Boolean> wrt) {
    double[] part = new double[wrt.size()];
    int next = results.length / 2 + 1;
    for (int i = 0; i < part.length; i++) {
      part[i] = wrt.get(i) ? (double) results[next++] : 0;
    }
    return part;
  }

  /** Of (√x − 1)², whose seed into the root is zero at 1: a guard by a branch would give 0. */
  @Test
  void zeroSeedKeepsItsOwnDerivative() {
    Value x = new Value(PrimitiveType.DOUBLE, "x", SourceRange.NONE);
    Builder b = new Builder();
    Value e = b.subtract(b.math("sqrt", x), b.constant(1.0));
    Function f = new Function("f", b.region(List.of(x), List.of(b.multiply(e, e))));
    double[] product = product(Program.of(f), new double[] {1}, 1);
    assertEquals(0.5, product[0], 1e-15);
  }

  /** Of √x + y² at x = 0 along y: nothing moves the root, so its infinite curvature stays out. */
  @Test
  void zeroTangentStaysZeroThroughInfiniteCurvature() {
    for (String name : List.of("sqrt", "cbrt", "log", "log10")) {
      Value x = new Value(PrimitiveType.DOUBLE, "x", SourceRange.NONE);
      Value y = new Value(PrimitiveType.DOUBLE, "y", SourceRange.NONE);
      Builder b = new Builder();
      Value sum = b.add(b.math(name, x), b.multiply(y, y));
      Function f = new Function("f", b.region(List.of(x, y), List.of(sum)));
      double[] product = product(Program.of(f), new double[] {0, 3}, 0, 1);
      assertEquals(0, product[0] + 0.0, name);
      assertEquals(2, product[1], name);
    }
  }

  /** The second derivative at a kink is the derivative of the first derivative's rule. */
  @Test
  void kinksHaveNoCurvature() {
    for (String name : List.of("abs", "max", "min", "hypot")) {
      Subject subject = Subjects.find(name).orElseThrow();
      double[] origin = new double[subject.arity()];
      double[] direction = new double[subject.arity()];
      Arrays.fill(direction, 1);
      for (double entry : product(subject.program(), origin, direction)) {
        assertEquals(0, entry + 0.0, name);
      }
    }
  }

  @Test
  void powerHasItsCurvatureAtZero() {
    Subject pow = Subjects.find("pow").orElseThrow();
    double[] alongBase = product(pow.program(), new double[] {0, 2}, 1, 0);
    assertEquals(2, alongBase[0]);
    assertEquals(0, alongBase[1] + 0.0);
  }
}
