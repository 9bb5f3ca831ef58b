package dev.cotangent.processor.simplify;

import static dev.cotangent.processor.simplify.Sketch.exact;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.differentiate.Vjp;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import dev.cotangent.runtime.Tape;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuseSweepsTest {
  private static final List<Boolean> WRT_X = List.of(true, false, false, false, false, false);

  private final Sketch out = new Sketch();

  // Derivatives from start to end.

  /** {@code for (i < a.length) { e = x * a[i] - b[i]; sum += e * e; }}. */
  private Value squares() {
    return Sketch.sum(
        out,
        out.length(out.a),
        (body, i) -> {
          Value product = exact(body, BinaryOperator.MULTIPLY, out.x, body.load(out.a, i));
          Value e = exact(body, BinaryOperator.SUBTRACT, product, body.load(out.b, i));
          return exact(body, BinaryOperator.MULTIPLY, e, e);
        });
  }

  /** The simplified gradient in x, checked against the plain one. */
  private static Program gradient(Program primal) {
    Program plain = Vjp.differentiate(primal, WRT_X, NonSmooth.STRONG_ZERO);
    Program simplified = Passes.run(Passes.STANDARD, plain);
    double[] a = {1, -2, 3};
    double[] b = {0.5, 0.25, -4};
    assertArrayEquals(
        Interpreter.run(plain, 0.3, 0.7, 2, true, a.clone(), b.clone(), new Tape()),
        Interpreter.run(simplified, 0.3, 0.7, 2, true, a.clone(), b.clone(), new Tape()));
    return simplified;
  }

  @Test
  void anAffineTailGivesOneLoopThatLoadsEachElementOnce() {
    Value mean = exact(out, BinaryOperator.DIVIDE, squares(), out.widen(out.length(out.a)));
    Program gradient = gradient(out.program(mean));
    assertEquals(1, Sketch.count(gradient, For.class), gradient::toString);
    assertEquals(2, Sketch.count(gradient, Load.class), gradient::toString);
  }

  @Test
  void aNonlinearTailKeepsTwoLoops() {
    Value root = out.math("sqrt", squares());
    assertEquals(2, Sketch.count(gradient(out.program(root)), For.class));
  }

  /** {@code for (i < a.length) { s += sin(x * a[i]); t += exp(x * a[i]); }}. */
  private List<Value> twoSums() {
    return Sketch.loop(
        out,
        out.length(out.a),
        List.of(out.constant(0.0), out.x),
        List.of("s", "t"),
        (body, i, carried) -> {
          Value element = body.multiply(out.x, body.load(out.a, i));
          return List.of(
              body.add(carried.get(0), body.math("sin", element)),
              body.add(carried.get(1), body.math("exp", element)));
        });
  }

  @Test
  void twoAccumulatorsAndASumOfThemGiveOneLoop() {
    List<Value> sums = twoSums();
    Value result = out.add(out.multiply(sums.get(0), out.y), sums.get(1));
    assertEquals(1, Sketch.count(gradient(out.program(result)), For.class));
  }

  @Test
  void aProductOfTwoAccumulatorsKeepsTwoLoops() {
    List<Value> sums = twoSums();
    Value result = out.multiply(sums.get(0), sums.get(1));
    assertEquals(2, Sketch.count(gradient(out.program(result)), For.class));
  }

  @Test
  void branchesAndInnerLoopsAreCoveredByTheirOwnRepetition() {
    Value sum =
        Sketch.loop(
                out,
                out.n,
                List.of(out.constant(0.0)),
                List.of("sum"),
                (body, i, carried) -> {
                  Value e =
                      Sketch.loop(
                              body,
                              out.n,
                              List.of(body.load(out.b, i)),
                              List.of("e"),
                              (inner, j, values) -> {
                                Value term = inner.multiply(out.x, inner.load(out.a, j));
                                return List.of(inner.add(values.get(0), term));
                              })
                          .get(0);
                  return List.of(body.add(carried.get(0), absOrScaled(body, e, i)));
                })
            .get(0);
    Program gradient = gradient(out.program(out.multiply(sum, out.y)));
    // One outer loop, the inner one and its adjoint.
    assertEquals(3, Sketch.count(gradient, For.class), gradient::toString);
  }

  /** {@code e > 1 ? abs(e) : e * b[i]}. */
  private Value absOrScaled(Builder body, Value e, Value i) {
    Builder first = new Builder();
    Value abs = first.math("abs", e);
    Builder second = new Builder();
    Value scaled = second.multiply(e, second.load(out.b, i));
    Value result = body.value(PrimitiveType.DOUBLE, "");
    body.append(
        new If(
            body.binary(BinaryOperator.GREATER, e, body.constant(1.0)),
            first.region(List.of(), List.of(abs)),
            second.region(List.of(), List.of(scaled)),
            List.of(result),
            SourceRange.NONE));
    return result;
  }

  // What must not be fused, by hand.

  private Value sumOf(Value array) {
    return sumOf(array, out.n);
  }

  private Value sumOf(Value array, Value bound) {
    return Sketch.loop(
            out,
            bound,
            List.of(out.constant(0.0)),
            List.of("sum"),
            (body, i, carried) -> List.of(body.add(carried.get(0), body.load(array, i))))
        .get(0);
  }

  /** {@code for (i < n) shadow[i] += seed * array[i]}. */
  private void adjoint(Value shadow, Value seed, Value array) {
    out.repeat(
        "i",
        out.n,
        (body, i) -> body.accumulate(shadow, i, body.multiply(seed, body.load(array, i))));
  }

  private void assertLoops(int loops, Value... results) {
    // b is a shadow.
    Program program = new FuseSweeps(Facts.shadows(5, 1)).run(out.program(results));
    Verifier.verify(program);
    assertEquals(loops, Sketch.count(program, For.class), program::toString);
  }

  @Test
  void aKnownSeedFuses() {
    Value sum = sumOf(out.a);
    adjoint(out.b, out.multiply(out.y, out.constant(2.0)), out.a);
    assertLoops(1, sum);
  }

  @Test
  void aSeedFromTheLoopsResultDoesNotFuse() {
    Value sum = sumOf(out.a);
    adjoint(out.b, out.math("sin", sum), out.a);
    assertLoops(2, sum);
  }

  @Test
  void aSeedThatReadsAnArrayDoesNotFuse() {
    Value sum = sumOf(out.a);
    adjoint(out.b, out.load(out.a, out.n), out.a);
    assertLoops(2, sum);
  }

  @Test
  void aSeedThatMayThrowDoesNotFuse() {
    Value sum = sumOf(out.a);
    adjoint(out.b, out.widen(out.divide(out.n, out.n)), out.a);
    assertLoops(2, sum);
  }

  @Test
  void aTailThatMayThrowComesAfterTheFusedLoop() {
    Value sum = sumOf(out.a);
    Value element = out.load(out.a, out.n);
    adjoint(out.b, out.y, out.a);
    assertLoops(1, sum, element);
  }

  @Test
  void aTailThatReadsTheShadowDoesNotFuse() {
    Value sum = sumOf(out.a);
    Value element = out.load(out.b, out.n);
    adjoint(out.b, out.y, out.a);
    assertLoops(2, sum, element);
  }

  @Test
  void aTailThatOverwritesWhatTheAdjointReadsDoesNotFuse() {
    Value sum = sumOf(out.a);
    out.store(out.a, out.n, out.x);
    adjoint(out.b, out.y, out.a);
    assertLoops(2, sum);
  }

  @Test
  void aLoopThatOverwritesWhatTheAdjointReadsDoesNotFuse() {
    out.repeat(
        "i", out.n, (body, i) -> body.store(out.a, i, body.math("sin", body.load(out.a, i))));
    adjoint(out.b, out.y, out.a);
    assertLoops(2);
  }

  @Test
  void anAdjointThatReadsAnArrayWhichTheLoopHasNotReadDoesNotFuse() {
    Value other = out.alloc(ArrayType.DOUBLES, out.constant(2), Alloc.Purpose.PRIMAL, "other");
    Value sum = sumOf(out.a);
    adjoint(out.b, out.y, other);
    assertLoops(2, sum);
  }

  @Test
  void anAdjointIntoAnArrayOfTheUsersDoesNotFuse() {
    Value user = out.alloc(ArrayType.DOUBLES, out.n, Alloc.Purpose.PRIMAL, "user");
    Value sum = sumOf(out.a);
    adjoint(user, out.y, out.a);
    assertLoops(2, sum);
  }

  @Test
  void loopsOverDifferentRangesDoNotFuse() {
    Value sum = sumOf(out.a, out.length(out.a));
    adjoint(out.b, out.y, out.a);
    assertLoops(2, sum);
  }

  @Test
  void twoLoopsOfTheUsersStayTwo() {
    for (int k = 0; k < 2; k++) {
      out.repeat("i", out.n, (body, i) -> body.store(out.a, i, out.x));
    }
    assertLoops(2);
  }
}
