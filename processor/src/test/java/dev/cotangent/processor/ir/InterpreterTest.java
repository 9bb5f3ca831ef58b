package dev.cotangent.processor.ir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cotangent.runtime.Tape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterpreterTest {
  private static final Type DOUBLE = PrimitiveType.DOUBLE;
  private static final Type INT = PrimitiveType.INT;

  private final Builder out = new Builder();

  private Object run(List<Value> parameters, Value result, Object... arguments) {
    Function function = new Function("f", out.region(parameters, List.of(result)));
    return Interpreter.run(Verifier.verify(Program.of(function)), arguments)[0];
  }

  private void assertThrown(
      Class<? extends Exception> expected, List<Value> parameters, Object... arguments) {
    Program program = Program.of(new Function("f", out.region(parameters, List.of())));
    Verifier.verify(program);
    assertThrows(expected, () -> Interpreter.run(program, arguments));
  }

  @Test
  void sumsAnArray() {
    Value a = out.value(ArrayType.DOUBLES, "a");
    Value i = out.value(INT, "i");
    Value sum = out.value(DOUBLE, "sum");
    Builder body = new Builder();
    Value next = body.add(sum, body.load(a, i));
    Value total = sum.fresh();
    out.append(
        new For(
            out.constant(0),
            out.length(a),
            1,
            BinaryOperator.LESS,
            List.of(out.constant(0.0)),
            body.region(List.of(i, sum), List.of(next)),
            List.of(total),
            SourceRange.NONE));
    assertEquals(6.5, run(List.of(a), total, (Object) new double[] {1, 2, 3.5}));
  }

  @Test
  void carriedValuesChangeTogether() {
    Value a = out.value(INT, "a");
    Value b = out.value(INT, "b");
    Value x = a.fresh();
    Value y = b.fresh();
    Value p = a.fresh();
    Value q = b.fresh();
    Builder test = new Builder();
    Value more = test.binary(BinaryOperator.NOT_EQUAL, y, test.constant(0));
    Builder body = new Builder();
    Value remainder = body.binary(BinaryOperator.REMAINDER, p, q);
    Value gcd = a.fresh();
    out.append(
        new While(
            List.of(a, b),
            test.region(List.of(x, y), List.of(more)),
            body.region(List.of(p, q), List.of(q, remainder)),
            List.of(gcd, b.fresh()),
            SourceRange.NONE));
    assertEquals(6, run(List.of(a, b), gcd, 48, 18));
  }

  @Test
  void countedLoopsOverflowAsJavas() {
    Value start = out.value(INT, "start");
    Value i = out.value(INT, "i");
    Value count = out.value(INT, "count");
    Builder body = new Builder();
    Value next = body.add(count, body.constant(1));
    Value total = count.fresh();
    out.append(
        new For(
            start,
            out.constant(0),
            1,
            BinaryOperator.GREATER,
            List.of(out.constant(0)),
            body.region(List.of(i, count), List.of(next)),
            List.of(total),
            SourceRange.NONE));
    int expected = 0;
    for (int k = Integer.MAX_VALUE - 2; k > 0; k += 1) {
      expected++;
    }
    assertEquals(expected, run(List.of(start), total, Integer.MAX_VALUE - 2));
  }

  @Test
  void callsRecurse() {
    Builder inner = new Builder();
    Value n = inner.value(INT, "n");
    Builder step = new Builder();
    Value before = step.value(INT, "");
    step.append(
        new Call(
            "factorial",
            List.of(step.binary(BinaryOperator.SUBTRACT, n, step.constant(1))),
            List.of(before),
            SourceRange.NONE));
    Value product = step.multiply(n, before);
    Builder end = new Builder();
    Value one = end.constant(1);
    Value result = n.fresh();
    inner.append(
        new If(
            inner.binary(BinaryOperator.GREATER, n, inner.constant(1)),
            step.region(List.of(), List.of(product)),
            end.region(List.of(), List.of(one)),
            List.of(result),
            SourceRange.NONE));
    Function factorial = new Function("factorial", inner.region(List.of(n), List.of(result)));
    Value m = out.value(INT, "m");
    Value called = out.value(INT, "called");
    out.append(new Call("factorial", List.of(m), List.of(called), SourceRange.NONE));
    Function main = new Function("f", out.region(List.of(m), List.of(called)));
    Program program = Verifier.verify(new Program(main, Map.of("factorial", factorial)));
    assertEquals(120, Interpreter.run(program, 5)[0]);
  }

  @Test
  void floatArithmeticIsFloat() {
    Value a = out.value(PrimitiveType.FLOAT, "a");
    Value sum = out.add(a, a);
    assertEquals(0.1f + 0.1f, run(List.of(a), sum, 0.1f));
  }

  @Test
  void mathCallsTakeTheOverloadOfTheOperands() {
    Value a = out.value(PrimitiveType.FLOAT, "a");
    Value b = out.value(PrimitiveType.FLOAT, "b");
    Value max = out.math("max", a, b);
    assertEquals(2f, run(List.of(a, b), max, 1f, 2f));
  }

  @Test
  void formulasOfTheRuntimeAreCalled() {
    Value x = out.value(DOUBLE, "x");
    Value partial = out.adjoint("powDx", x, out.constant(3.0));
    assertEquals(12.0, run(List.of(x), partial, 2.0));
  }

  @Test
  void strongProductOfAZeroSeedIsZero() {
    Value s = out.value(DOUBLE, "s");
    Value p = out.value(DOUBLE, "p");
    Value product = out.strongMultiply(s, p);
    assertEquals(0.0, run(List.of(s, p), product, -0.0, Double.POSITIVE_INFINITY));
  }

  @Test
  void theExceptionsAreJavas() {
    Value a = out.value(ArrayType.DOUBLES, "a");
    Value i = out.value(INT, "i");
    out.load(a, i);
    List<Value> parameters = List.of(a, i);
    assertThrown(ArrayIndexOutOfBoundsException.class, parameters, new double[2], 2);
    assertThrown(ArrayIndexOutOfBoundsException.class, parameters, new double[2], -1);
    assertThrown(NullPointerException.class, parameters, null, 0);
  }

  @Test
  void aNegativeSizeThrows() {
    Value n = out.value(INT, "n");
    out.alloc(ArrayType.DOUBLES, n, Alloc.Purpose.PRIMAL, "");
    assertThrown(NegativeArraySizeException.class, List.of(n), -1);
  }

  @Test
  void anIntegerDivisionByZeroThrows() {
    Value n = out.value(INT, "n");
    out.divide(n, n);
    assertThrown(ArithmeticException.class, List.of(n), 0);
  }

  @Test
  void freshRecordsHoldNoZeros() {
    Value n = out.value(INT, "n");
    Value record = out.alloc(ArrayType.DOUBLES, n, Alloc.Purpose.RECORD, "xs");
    Value element = out.load(record, out.constant(0));
    assertEquals(Double.NaN, run(List.of(n), element, 1));
  }

  @Test
  void shadowsHaveTheShapeAndAreDoubles() {
    Value a = out.value(new ArrayType(new ArrayType(PrimitiveType.FLOAT)), "a");
    Value shadow = out.shadowOf(a, "aBar");
    Object result = run(List.of(a), shadow, (Object) new float[][] {{1, 2}, null, {}});
    assertArrayEquals(new double[][] {{0, 0}, null, {}}, (double[][]) result);
  }

  @Test
  void theShadowOfNullIsNull() {
    Value a = out.value(ArrayType.DOUBLES, "a");
    Value shadow = out.shadowOf(a, "aBar");
    assertNull(run(List.of(a), shadow, (Object) null));
  }

  @Test
  void growKeepsTheArrayWhileTheIndexFits() {
    Value a = out.value(ArrayType.DOUBLES, "a");
    Value i = out.value(INT, "i");
    Value grown = out.grow(a, i);
    Program program = Program.of(new Function("f", out.region(List.of(a, i), List.of(grown))));
    double[] array = {7};
    assertSame(array, Interpreter.run(program, array, 0)[0]);
    double[] longer = (double[]) Interpreter.run(program, array, 4)[0];
    assertEquals(7, longer[0]);
    assertEquals(5, longer.length);
  }

  @Test
  void theTapeGivesBackWhatWasPushedLast() {
    Value tape = out.value(ReferenceType.TAPE, "tape");
    Value f = out.value(PrimitiveType.FLOAT, "f");
    out.push(tape, f);
    out.push(tape, out.constant(true));
    out.pop(tape, PrimitiveType.BOOLEAN, "");
    Value back = out.pop(tape, PrimitiveType.FLOAT, "");
    assertEquals(0.3f, run(List.of(tape, f), back, new Tape(), 0.3f));
  }

  private Value opaque(String template, Type type, Value... operands) {
    Value result = out.value(type, "");
    Opaque.Effect effect = Opaque.Effect.READS;
    out.append(new Opaque(template, List.of(operands), effect, List.of(result), SourceRange.NONE));
    return result;
  }

  @Test
  void opaqueConstantsAndStaticCallsAreEvaluated() {
    Value a = out.value(INT, "a");
    Value max = opaque("{java.lang.Integer}.MAX_VALUE", INT);
    Value sum = opaque("{java.lang.Math}.floorMod($1, $0)", INT, a, max);
    assertEquals(Math.floorMod(Integer.MAX_VALUE, 10), run(List.of(a), sum, 10));
  }

  @Test
  void anOpaqueCallThrowsItsOwnException() {
    Value a = out.value(INT, "a");
    opaque("{java.lang.Math}.addExact($0, $0)", INT, a);
    assertThrown(ArithmeticException.class, List.of(a), Integer.MAX_VALUE);
  }

  @Test
  void otherOpaqueJavaIsRefused() {
    opaque("new Object().hashCode()", INT);
    assertThrown(UnsupportedOperationException.class, List.of());
  }

  @Test
  void opaqueJavaCanBeSupplied() {
    Value result = opaque("something()", INT);
    Program program = Program.of(new Function("f", out.region(List.of(), List.of(result))));
    Interpreter interpreter = new Interpreter(program).opaque((op, operands) -> 42);
    assertEquals(42, interpreter.run()[0]);
  }

  @Test
  void aRunWithoutEndIsStopped() {
    Builder test = new Builder();
    Value forever = test.constant(true);
    out.append(
        new While(
            List.of(),
            test.region(List.of(), List.of(forever)),
            new Region(List.of(), List.of(), List.of()),
            List.of(),
            SourceRange.NONE));
    Program program = Program.of(new Function("f", out.region(List.of(), List.of())));
    Interpreter interpreter = new Interpreter(program).stepLimit(1000);
    assertThrows(Interpreter.StepLimitException.class, interpreter::run);
  }

  @Test
  void argumentsOfAnotherTypeAreRefused() {
    Value a = out.value(DOUBLE, "a");
    assertThrown(IllegalArgumentException.class, List.of(a), 1);
  }
}
