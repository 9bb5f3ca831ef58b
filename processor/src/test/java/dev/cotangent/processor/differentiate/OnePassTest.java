package dev.cotangent.processor.differentiate;

import static dev.cotangent.processor.simplify.Sketch.exact;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.differentiate.Strategy.Technique;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.simplify.Sketch;
import dev.cotangent.runtime.Tape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a loop's iterations are reversed at once: one loop, else two. */
class OnePassTest {
  private static final List<Boolean> WRT_X_AND_A = List.of(true, false, false, false, true, false);

  private final Sketch out = new Sketch();

  /** {@code for (i < a.length) sum += x * a[i] * a[i];}. */
  private Value squares() {
    return Sketch.sum(
        out,
        out.length(out.a),
        (body, i) -> {
          Value e = body.load(out.a, i);
          Value term = exact(body, BinaryOperator.MULTIPLY, out.x, e);
          return exact(body, BinaryOperator.MULTIPLY, term, e);
        });
  }

  /** How many loops the derivative has, which is checked against that of the other technique. */
  private static int loops(Program primal) {
    Program onePass = Vjp.differentiate(primal, WRT_X_AND_A, NonSmooth.STRONG_ZERO);
    Strategy without = Strategy.STANDARD.without(Technique.ONE_PASS);
    Program twoLoops = Vjp.differentiate(primal, WRT_X_AND_A, NonSmooth.STRONG_ZERO, without);
    double[] shadow = {0, 0, 0};
    double[] otherShadow = {0, 0, 0};
    assertArrayEquals(run(twoLoops, otherShadow), run(onePass, shadow));
    assertArrayEquals(otherShadow, shadow);
    return Sketch.count(onePass, For.class);
  }

  private static Object[] run(Program derivative, double[] shadow) {
    double[] a = {1, -2, 3};
    double[] b = {0.5, 0.25, -4};
    return Interpreter.run(derivative, 0.5, 0.75, 2, true, a, b, shadow, new Tape());
  }

  @Test
  void aFactorBehindTheLoopIsKnownBefore() {
    Value rows = out.widen(out.length(out.a));
    assertEquals(1, loops(out.program(exact(out, BinaryOperator.DIVIDE, squares(), rows))));
  }

  @Test
  void aFunctionOfTheSumIsNot() {
    assertEquals(2, loops(out.program(out.math("sqrt", squares()))));
  }

  @Test
  void ofAProductOfSumsTheLaterKnowsTheFactor() {
    Value first = squares();
    assertEquals(3, loops(out.program(exact(out, BinaryOperator.MULTIPLY, first, squares()))));
  }

  @Test
  void twoLoopsMayAddToTheSameAdjoints() {
    Value first = squares();
    assertEquals(2, loops(out.program(exact(out, BinaryOperator.ADD, first, squares()))));
  }

  @Test
  void adjointsThatAreClearedBehindTheLoopMustNotBeAddedBefore() {
    Value sum = squares();
    out.store(out.a, out.constant(0), out.y);
    assertEquals(2, loops(out.program(sum)));
  }

  @Test
  void aLoopThatOverwritesWhatItReadsIsReversedFromItsEnd() {
    Value sum =
        Sketch.sum(
            out,
            out.length(out.a),
            (body, i) -> {
              Value e = body.load(out.a, body.constant(0));
              body.store(out.a, i, exact(body, BinaryOperator.MULTIPLY, out.x, e));
              return e;
            });
    assertEquals(2, loops(out.program(sum)));
  }
}
