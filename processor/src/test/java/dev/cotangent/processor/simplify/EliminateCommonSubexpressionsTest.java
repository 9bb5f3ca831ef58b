package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.StrongMultiply;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class EliminateCommonSubexpressionsTest {
  private static final Pass PASS = new EliminateCommonSubexpressions(Facts.NONE);

  private final Sketch out = new Sketch();

  private static int loads(Pass pass, Program program) {
    return Sketch.count(Verifier.verify(pass.run(program)), Load.class);
  }

  @Test
  void equalOperationsAreDoneOnceWhateverTheOrderOfFactors() {
    Value first = out.multiply(out.x, out.y);
    Value second = out.multiply(out.y, out.x);
    assertEquals(
        """
        %6: double = multiply %0_x, %1_y
        %7: double = add %6, %6
        yield %7\
        """,
        Sketch.text(out.program(out.add(first, second)), PASS));
  }

  @Test
  void anExactOperationServesAFreeUseAndGivesItItsName() {
    Value exact = Sketch.exact(out, BinaryOperator.MULTIPLY, out.x, out.y, "e");
    Value free = out.multiply(out.x, out.y);
    assertEquals(
        """
        %6_e: double = exact multiply %0_x, %1_y
        yield %6_e, %6_e\
        """,
        Sketch.text(out.program(exact, free), PASS));
  }

  @Test
  void aFreeOperationDoesNotServeAnExactUse() {
    Value free = out.multiply(out.x, out.y);
    Value exact = Sketch.exact(out, BinaryOperator.MULTIPLY, out.x, out.y, "e");
    Value again = out.multiply(out.x, out.y);
    assertEquals(
        """
        %6: double = multiply %0_x, %1_y
        %7_e: double = exact multiply %0_x, %1_y
        yield %6, %7_e, %7_e\
        """,
        Sketch.text(out.program(free, exact, again), PASS));
  }

  @Test
  void aProductWithALiteralThatIsThereServesAProductOfThree() {
    Value hundred = out.constant(100.0);
    Value there = Sketch.exact(out, BinaryOperator.MULTIPLY, hundred, out.y, "t");
    Value tangent = out.multiply(out.x, hundred);
    Value first = out.multiply(tangent, out.y);
    Value second = out.multiply(there, out.x);
    assertEquals(
        """
        %6: double = constant 100.0
        %7_t: double = exact multiply %6, %1_y
        %8: double = multiply %0_x, %6
        %9: double = multiply %0_x, %7_t
        %10: double = add %9, %9
        yield %10\
        """,
        Sketch.text(out.program(out.add(first, second)), PASS));
  }

  @Test
  void anExactProductOfThreeKeepsItsOrder() {
    Value hundred = out.constant(100.0);
    Value there = Sketch.exact(out, BinaryOperator.MULTIPLY, hundred, out.y, "t");
    Value inner = Sketch.exact(out, BinaryOperator.MULTIPLY, out.x, hundred, "i");
    Value outer = Sketch.exact(out, BinaryOperator.MULTIPLY, inner, out.y, "o");
    String text = Sketch.text(out.program(there, outer), PASS);
    assertTrue(text.contains("exact multiply %8_i, %1_y"), text);
  }

  @Test
  void differentLiteralsOfZeroAreKeptApart() {
    Value plus = out.constant(0.0);
    Value minus = out.constant(-0.0);
    assertEquals(
        """
        %6: double = constant 0.0
        %7: double = constant -0.0
        yield %6, %7\
        """,
        Sketch.text(out.program(plus, minus), PASS));
  }

  @Test
  void strongProductsAndLengthsAreDoneOnce() {
    Value first = out.strongMultiply(out.x, out.y);
    Value second = out.strongMultiply(out.x, out.y);
    Value sum = out.add(out.length(out.a), out.length(out.a));
    Program program = PASS.run(out.program(out.add(first, second), sum));
    assertEquals(1, Sketch.count(program, StrongMultiply.class));
    assertEquals(1, Sketch.count(program, Length.class));
  }

  @Test
  void aBranchSeesWhatStandsBeforeItAndTellsNothingToWhatFollows() {
    Value before = out.math("sin", out.x);
    Builder first = new Builder();
    Value same = first.add(first.math("sin", out.x), first.math("cos", out.x));
    Builder second = new Builder();
    Value result = out.value(PrimitiveType.DOUBLE, "");
    out.append(
        new If(
            out.c,
            first.region(List.of(), List.of(same)),
            second.region(List.of(), List.of(out.x)),
            List.of(result),
            SourceRange.NONE));
    Value after = out.math("cos", out.x);
    assertEquals(
        """
        %6: double = Math.sin %0_x
        %9: double = if %3_c () {
          %7: double = Math.cos %0_x
          %8: double = add %6, %7
          yield %8
        }
        () {
          yield %0_x
        }
        %10: double = Math.cos %0_x
        yield %6, %9, %10\
        """,
        Sketch.text(out.program(before, result, after), PASS));
  }

  @Test
  void anElementIsLoadedOnce() {
    Value sum = out.add(out.load(out.a, out.n), out.load(out.a, out.n));
    assertEquals(1, loads(PASS, out.program(sum)));
  }

  @Test
  void aStoreThatMayHitTheElementEndsWhatIsKnown() {
    Value before = out.load(out.a, out.n);
    out.store(out.b, out.n, out.x);
    assertEquals(2, loads(PASS, out.program(before, out.load(out.a, out.n))));
  }

  @Test
  void aStoreIntoAnArrayAllocatedHereLeavesTheParametersAlone() {
    Value local = out.alloc(ArrayType.DOUBLES, out.n, Alloc.Purpose.PRIMAL, "local");
    Value before = out.load(out.a, out.n);
    out.store(local, out.n, out.x);
    assertEquals(1, loads(PASS, out.program(before, out.load(out.a, out.n))));
  }

  @Test
  void aStoreIntoAShadowParameterLeavesTheOthersAlone() {
    Value before = out.load(out.a, out.n);
    out.store(out.b, out.n, out.x);
    Program program = out.program(before, out.load(out.a, out.n));
    assertEquals(1, loads(new EliminateCommonSubexpressions(Facts.shadows(5, 1)), program));
  }

  @Test
  void aStoredElementIsNotLoadedBack() {
    out.store(out.a, out.n, out.x);
    assertEquals(
        """
        store %4_a, %2_n, %0_x
        yield %0_x\
        """,
        Sketch.text(out.program(out.load(out.a, out.n)), PASS));
  }

  @Test
  void opaqueJavaMayWriteWhatItCanReach() {
    Value hidden = out.shadowOf(out.a, "aBar");
    Value before = out.add(out.load(out.a, out.n), out.load(hidden, out.n));
    out.append(new Opaque("run()", List.of(), Opaque.Effect.WRITES, List.of(), SourceRange.NONE));
    Value after = out.add(out.load(out.a, out.n), out.load(hidden, out.n));
    assertEquals(3, loads(PASS, out.program(before, after)));
  }

  @Test
  void anEscapedArrayIsReachedByCalls() {
    Value local = out.alloc(ArrayType.DOUBLES, out.n, Alloc.Purpose.PRIMAL, "local");
    Value before = out.load(local, out.n);
    out.append(
        new Opaque("keep($0)", List.of(local), Opaque.Effect.WRITES, List.of(), SourceRange.NONE));
    assertEquals(2, loads(PASS, out.program(before, out.load(local, out.n))));
  }

  @Test
  void aLoopMayHaveOverwrittenWhatItsBodyReads() {
    Value before = out.load(out.a, out.n);
    Value sum =
        Sketch.loop(
                out,
                out.n,
                List.of(before),
                List.of("sum"),
                (body, i, carried) -> {
                  Value next = body.add(carried.get(0), body.load(out.a, out.n));
                  body.store(out.a, i, next);
                  return List.of(next);
                })
            .get(0);
    assertEquals(2, loads(PASS, out.program(sum)));
  }

  @Test
  void aLoopThatWritesNothingReadsWhatIsKnown() {
    Value before = out.load(out.a, out.n);
    Value sum =
        Sketch.loop(
                out,
                out.n,
                List.of(before),
                List.of("sum"),
                (body, i, carried) -> List.of(body.add(carried.get(0), body.load(out.a, out.n))))
            .get(0);
    assertEquals(1, loads(PASS, out.program(sum)));
  }

  /** Either x · 2 with its exponential, or y with zero. */
  private List<Value> exponentialUnder(Value condition) {
    Builder then = new Builder();
    Value twice = then.multiply(out.x, then.constant(2.0));
    Value exp = then.math("exp", twice);
    Builder otherwise = new Builder();
    Value zero = otherwise.constant(0.0);
    List<Value> results =
        List.of(out.value(PrimitiveType.DOUBLE, "t"), out.value(PrimitiveType.DOUBLE, "e"));
    out.append(
        new If(
            condition,
            then.region(List.of(), List.of(twice, exp)),
            otherwise.region(List.of(), List.of(out.y, zero)),
            results,
            SourceRange.NONE));
    return results;
  }

  /** Another exponential of it, where the condition holds or where it does not. */
  private Value again(Value condition, Value of, boolean holds) {
    Builder inner = new Builder();
    Value exp = inner.math("exp", of);
    Region with = inner.region(List.of(), List.of(exp));
    Region without = new Region(List.of(), List.of(), List.of(out.y));
    Value result = out.value(PrimitiveType.DOUBLE, "again");
    out.append(
        new If(
            condition,
            holds ? with : without,
            holds ? without : with,
            List.of(result),
            SourceRange.NONE));
    return result;
  }

  private int exponentialsLeft(Value... results) {
    return Sketch.count(Verifier.verify(PASS.run(out.program(results))), MathCall.class);
  }

  @Test
  void whatABranchHasComputedIsThereBehindTheSameCondition() {
    List<Value> first = exponentialUnder(out.c);
    assertEquals(1, exponentialsLeft(first.get(1), again(out.c, first.get(0), true)));
  }

  @Test
  void aBranchThatGaveWayToAnEqualOneSaysNothing() {
    List<Value> first = exponentialUnder(out.c);
    List<Value> equal = exponentialUnder(out.c);
    assertEquals(1, exponentialsLeft(first.get(1), again(out.c, equal.get(0), true)));
  }

  @Test
  void theOtherBranchHasNotComputedIt() {
    List<Value> first = exponentialUnder(out.c);
    assertEquals(2, exponentialsLeft(first.get(1), again(out.c, first.get(0), false)));
  }

  @Test
  void anotherConditionSaysNothing() {
    List<Value> first = exponentialUnder(out.c);
    Value other = out.binary(BinaryOperator.LESS, out.x, out.y);
    assertEquals(2, exponentialsLeft(first.get(1), again(other, first.get(0), true)));
  }

  @Test
  void aBranchThatHasNotRunForSureSaysNothing() {
    Builder outer = new Builder();
    List<Value> first = exponentialUnder(out.c);
    If branch = (If) out.ops().remove(out.ops().size() - 1);
    outer.append(branch);
    Value other = out.binary(BinaryOperator.LESS, out.x, out.y);
    Value t = out.value(PrimitiveType.DOUBLE, "t");
    Region without = new Region(List.of(), List.of(), List.of(out.y));
    out.append(
        new If(
            other,
            outer.region(List.of(), List.of(first.get(0))),
            without,
            List.of(t),
            SourceRange.NONE));
    assertEquals(2, exponentialsLeft(t, again(out.c, t, true)));
  }

  /** A zero that a branch happened to give is no name for every zero. */
  @Test
  void literalsStayLiterals() {
    List<Value> first = exponentialUnder(out.c);
    Builder inner = new Builder();
    Region zero = inner.region(List.of(), List.of(inner.constant(0.0)));
    Region without = new Region(List.of(), List.of(), List.of(out.y));
    Value result = out.value(PrimitiveType.DOUBLE, "zero");
    out.append(new If(out.c, without, zero, List.of(result), SourceRange.NONE));
    Program after = PASS.run(out.program(first.get(1), result));
    assertEquals(3, Sketch.count(after, Constant.class));
  }
}
