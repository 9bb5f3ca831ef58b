package dev.cotangent.processor.differentiate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.simplify.Sketch;
import dev.cotangent.runtime.Tape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the reverse sweep of a loop moves into the branch where its seed is not zero. */
class ZeroSeedsTest {
  private static final List<Boolean> WRT_X_AND_A = List.of(true, false, false, false, true, false);

  private final Sketch out = new Sketch();

  /** What a term of the sum is. */
  @FunctionalInterface
  private interface Term {
    Value of(Builder body, Value index);
  }

  private Value sum(Term term) {
    return Sketch.loop(
            out,
            out.length(out.a),
            List.of(out.constant(0.0)),
            List.of("sum"),
            (body, i, carried) -> List.of(exact(body, carried.get(0), term.of(body, i))))
        .get(0);
  }

  private static Value exact(Builder body, Value left, Value right) {
    return Sketch.exact(body, BinaryOperator.ADD, left, right, "");
  }

  private Value product(Builder body, Value index) {
    Value element = body.load(out.a, index);
    return Sketch.exact(body, BinaryOperator.MULTIPLY, out.x, element, "");
  }

  private static int loopsInBranches(Program primal, NonSmooth convention) {
    return loops(Vjp.differentiate(primal, WRT_X_AND_A, convention).main().body(), false);
  }

  private static int loops(Region region, boolean inBranch) {
    int count = 0;
    for (Op op : region.ops()) {
      count += inBranch && op instanceof For ? 1 : 0;
      for (Region inner : op.regions()) {
        count += loops(inner, inBranch || op instanceof If);
      }
    }
    return count;
  }

  private Program smaller(Value sum) {
    return out.program(out.math("min", out.y, sum));
  }

  @Test
  void whatWasNotChosenIsNotReversed() {
    assertEquals(1, loopsInBranches(smaller(sum(this::product)), NonSmooth.STRONG_ZERO));
  }

  @Test
  void whatWasNotChosenContributesZeroEvenWhereAFactorIsInfinite() {
    Value sum =
        sum(
            (body, i) -> {
              Value product = product(body, i);
              return Sketch.exact(body, BinaryOperator.MULTIPLY, product, product, "");
            });
    Program derivative = Vjp.differentiate(smaller(sum), WRT_X_AND_A, NonSmooth.STRONG_ZERO);
    double[] shadow = {0, 0};
    double[] a = {1e200, 2};
    Object[] results =
        Interpreter.run(derivative, 1e200, 3.0, 0, true, a, new double[0], shadow, new Tape());
    assertEquals(3.0, results[0]);
    assertEquals(0.0, results[1]);
    assertArrayEquals(new double[] {0, 0}, shadow);
  }

  @Test
  void nothingIsHandedOnUnderIeeeEither() {
    assertEquals(1, loopsInBranches(smaller(sum(this::product)), NonSmooth.IEEE));
  }

  @Test
  void whatIsUsedElsewhereHasAnotherSeed() {
    Value sum = sum(this::product);
    Value both = exact(out, out.math("min", out.y, sum), sum);
    assertEquals(0, loopsInBranches(out.program(both), NonSmooth.STRONG_ZERO));
  }

  @Test
  void aFactorBehindTheChoiceKeepsTheZero() {
    Value twice = Sketch.exact(out, BinaryOperator.MULTIPLY, sum(this::product), out.y, "");
    assertEquals(1, loopsInBranches(smaller(twice), NonSmooth.STRONG_ZERO));
  }

  @Test
  void aLoopThatClearsAdjointsHasSomethingToDo() {
    Value sum =
        sum(
            (body, i) -> {
              Value product = product(body, i);
              body.store(out.a, i, out.y);
              return product;
            });
    assertEquals(0, loopsInBranches(smaller(sum), NonSmooth.STRONG_ZERO));
  }
}
