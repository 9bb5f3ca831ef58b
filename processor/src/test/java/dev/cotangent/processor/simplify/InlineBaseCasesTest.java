package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A recursion {@code g(a, n)} over an array that it writes to, and what its end must be like. */
class InlineBaseCasesTest {
  private final Builder body = new Builder();
  private final Value a = body.value(ArrayType.DOUBLES, "a");
  private final Value n = body.value(PrimitiveType.INT, "n");

  private Value call(Builder out, Value less) {
    Value result = out.value(PrimitiveType.DOUBLE, "rest");
    out.append(new Call("g", List.of(a, less), List.of(result), SourceRange.NONE));
    return result;
  }

  /** {@code a[n] += 1; return 2 * a[n];}. */
  private Value end(Builder out) {
    out.accumulate(a, n, out.constant(1.0));
    return out.multiply(out.load(a, n), out.constant(2.0));
  }

  /** {@code 3 * g(a, n - 1) + g(a, n - 2)}. */
  private Value further(Builder out) {
    Value first = call(out, out.subtract(n, out.constant(1)));
    Value second = call(out, out.subtract(n, out.constant(2)));
    return out.add(out.multiply(first, out.constant(3.0)), second);
  }

  /** Writes one of the two ways. */
  private interface Way {
    Value write(Builder out);
  }

  /** The recursion by what decides, and its two ways. */
  private Program program(Value decision, Way yes, Way no) {
    Value result = body.value(PrimitiveType.DOUBLE, "result");
    body.append(new If(decision, way(yes), way(no), List.of(result), SourceRange.NONE));
    Value all = body.subtract(result, body.constant(0.25));
    Function g = new Function("g", body.region(List.of(a, n), List.of(all)));
    Builder main = new Builder();
    Value x = main.value(ArrayType.DOUBLES, "x");
    Value m = main.value(PrimitiveType.INT, "m");
    Value found = main.value(PrimitiveType.DOUBLE, "found");
    main.append(new Call("g", List.of(x, m), List.of(found), SourceRange.NONE));
    Function f = new Function("f", main.region(List.of(x, m), List.of(found)));
    return Verifier.verify(new Program(f, Map.of("g", g)));
  }

  private static Region way(Way way) {
    Builder out = new Builder();
    return out.region(List.of(), List.of(way.write(out)));
  }

  private static int count(Program program, Class<?> kind) {
    return count(program.helper("g").body(), kind);
  }

  private static int count(Region region, Class<?> kind) {
    return region.ops().stream()
        .mapToInt(
            op ->
                (kind.isInstance(op) ? 1 : 0)
                    + op.regions().stream().mapToInt(inner -> count(inner, kind)).sum())
        .sum();
  }

  private static void assertSameResults(Program one, Program other) {
    for (int m = 0; m < 8; m++) {
      double[] x = new double[8];
      double[] y = new double[8];
      assertEquals(Interpreter.run(one, x, m)[0], Interpreter.run(other, y, m)[0]);
      assertEquals(List.of(x[0], x[1]), List.of(y[0], y[1]), "how often each end was reached");
    }
  }

  private void assertInlined(Program program) {
    Program inlined = Verifier.verify(new InlineBaseCases().run(program));
    assertSameResults(program, inlined);
    assertEquals(2, count(inlined, Call.class), inlined::toString);
    assertEquals(3, count(inlined, If.class), inlined::toString);
  }

  private static void assertLeft(Program program) {
    assertSame(program, new InlineBaseCases().run(program));
  }

  private Value isSmall() {
    return body.binary(BinaryOperator.LESS, n, body.constant(2));
  }

  @Test
  void theEndIsReachedWithoutACall() {
    assertInlined(program(isSmall(), this::end, this::further));
  }

  @Test
  void theEndMayBeTheOtherWay() {
    Value large = body.binary(BinaryOperator.GREATER_EQUAL, n, body.constant(2));
    assertInlined(program(large, this::further, this::end));
  }

  @Test
  void whatPrecedesTheDecisionIsDoneInItsOrder() {
    body.store(a, body.constant(7), body.load(a, body.constant(0)));
    assertInlined(program(isSmall(), this::end, this::further));
  }

  @Test
  void aDecisionByMemoryIsNotAskedBefore() {
    Value first = body.load(a, body.constant(0));
    Value seen = body.binary(BinaryOperator.GREATER, first, body.constant(3.0));
    assertLeft(program(seen, this::end, this::further));
  }

  @Test
  void aDecisionThatMayThrowIsNotAskedBefore() {
    Value quotient = body.binary(BinaryOperator.DIVIDE, body.constant(4), n);
    Value few = body.binary(BinaryOperator.GREATER, quotient, body.constant(2));
    assertLeft(program(few, this::end, this::further));
  }

  @Test
  void bothWaysMayGoOn() {
    assertLeft(program(isSmall(), out -> call(out, out.add(n, out.constant(3))), this::further));
  }

  @Test
  void aRecursionInALineEndsOnce() {
    assertLeft(program(isSmall(), this::end, out -> call(out, out.subtract(n, out.constant(1)))));
  }

  @Test
  void anEndThatMakesAnArrayStaysWhereItIs() {
    assertLeft(
        program(
            isSmall(),
            out -> {
              Value one = out.constant(1);
              Value made = out.alloc(ArrayType.DOUBLES, one, Alloc.Purpose.PRIMAL, "made");
              return out.load(made, out.constant(0));
            },
            this::further));
  }

  @Test
  void aLongEndStaysWhereItIs() {
    assertLeft(
        program(
            isSmall(),
            out -> {
              Value x = end(out);
              for (int k = 0; k < 30; k++) {
                x = out.math("sin", x);
              }
              return x;
            },
            this::further));
  }

  /** {@code sum(j < n) (j + 1) * g(a, n - 1)}, and what the step before the end is like. */
  private Value inLoop(Builder out, Value less) {
    return Sketch.loop(
            out,
            n,
            List.of(out.constant(0.0)),
            List.of("sum"),
            (inner, j, sum) -> {
              Value factor = inner.widen(inner.add(j, inner.constant(1)));
              return List.of(inner.add(sum.get(0), inner.multiply(factor, call(inner, less))));
            })
        .get(0);
  }

  private Value isOne() {
    return body.binary(BinaryOperator.EQUAL, n, body.constant(1));
  }

  @Test
  void theLevelAboveTheEndIsReachedWithoutACall() {
    Value less = body.subtract(n, body.constant(1));
    Value isEnd = body.binary(BinaryOperator.LESS, n, body.constant(2));
    Program program = program(isEnd, this::end, out -> inLoop(out, less));
    Program inlined = Verifier.verify(new InlineBaseCases().run(program));
    assertSameResults(program, inlined);
    assertEquals(1, count(inlined, Call.class), inlined::toString);
    assertEquals(2, count(inlined, For.class), inlined::toString);
  }

  /** The inner loop has as many iterations as the argument is known to be: two. */
  @Test
  void theLevelAboveKnowsItsArgument() {
    Value less = body.subtract(n, body.constant(1));
    Program program = program(isOne(), this::end, out -> inLoop(out, less));
    Program inlined = Verifier.verify(new InlineBaseCases().run(program));
    for (int m = 1; m < 6; m++) {
      Object expected = Interpreter.run(program, new double[8], m)[0];
      assertEquals(expected, Interpreter.run(inlined, new double[8], m)[0]);
    }
    String text = inlined.helper("g").toString();
    assertTrue(text.contains("constant 2\n"), text);
    assertEquals(2, count(inlined, For.class), text);
  }

  @Test
  void aLevelThatIsDecidedAnewInEachIterationStaysACall() {
    Program program =
        program(
            isSmall(),
            this::end,
            out ->
                Sketch.loop(
                        out,
                        n,
                        List.of(out.constant(0.0)),
                        List.of("sum"),
                        (inner, j, sum) -> {
                          Value less = inner.subtract(inner.subtract(n, j), inner.constant(1));
                          return List.of(inner.add(sum.get(0), call(inner, less)));
                        })
                    .get(0));
    Program inlined = Verifier.verify(new InlineBaseCases().run(program));
    assertSameResults(program, inlined);
    assertEquals(1, count(inlined, For.class), inlined::toString);
  }
}
