package dev.cotangent.processor.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifierTest {
  private final Builder out = new Builder();
  private final Value x = out.value(PrimitiveType.DOUBLE, "x");
  private final Value n = out.value(PrimitiveType.INT, "n");
  private final Value array = out.value(ArrayType.DOUBLES, "a");

  private Function function(Value... results) {
    return new Function("f", out.region(List.of(x, n, array), List.of(results)));
  }

  private void assertRefused(String reason, Value... results) {
    Function function = function(results);
    IllegalStateException error =
        assertThrows(IllegalStateException.class, () -> Verifier.verify(function));
    assertTrue(error.getMessage().startsWith("in the function f: " + reason), error.getMessage());
    assertTrue(error.getMessage().endsWith(function.toString()), error.getMessage());
  }

  private Value fresh(Type type) {
    return new Value(type);
  }

  @Test
  void acceptsAWellFormedFunction() {
    Value sum = out.value(PrimitiveType.DOUBLE, "sum");
    Value carried = sum.fresh();
    Value i = out.value(PrimitiveType.INT, "i");
    Builder body = new Builder();
    Value next = body.add(carried, body.multiply(x, body.load(array, i)));
    out.append(
        new For(
            out.constant(0),
            out.length(array),
            1,
            BinaryOperator.LESS,
            List.of(out.constant(0.0)),
            body.region(List.of(i, carried), List.of(next)),
            List.of(sum),
            SourceRange.NONE));
    Function function = function(sum);
    assertEquals(function, Verifier.verify(function));
  }

  @Test
  void refusesASecondDefinition() {
    Value twice = out.constant(1.0);
    out.append(new Constant(2.0, twice));
    assertRefused("the value %:double is defined twice", twice);
  }

  @Test
  void refusesAUseBeforeTheDefinition() {
    Value late = fresh(PrimitiveType.DOUBLE);
    Value use = out.add(x, late);
    out.append(new Constant(1.0, late));
    assertRefused("the value %:double is not defined before", use);
  }

  @Test
  void refusesAUseOutsideTheRegion() {
    Builder inner = new Builder();
    Value hidden = inner.constant(1.0);
    Value condition = out.constant(true);
    out.append(
        new If(
            condition,
            inner.region(List.of(), List.of()),
            new Region(List.of(), List.of(), List.of()),
            List.of(),
            SourceRange.NONE));
    assertRefused("the value %:double is out of scope", hidden);
  }

  @Test
  void refusesALiteralOfAnotherType() {
    out.append(new Constant(1, fresh(PrimitiveType.DOUBLE)));
    assertRefused("the literal is not one of type double");
  }

  @Test
  void refusesOperandsOfDifferentTypes() {
    out.append(new Binary(BinaryOperator.ADD, x, n, true, fresh(PrimitiveType.DOUBLE)));
    assertRefused("the right operand is int, not double");
  }

  @Test
  void refusesArithmeticOfSmallIntegers() {
    Value b = out.convert(n, PrimitiveType.BYTE);
    out.add(b, b);
    assertRefused("the left operand must not be of type byte");
  }

  @Test
  void acceptsAShiftOfALongByAnInt() {
    out.binary(BinaryOperator.SHIFT_LEFT, out.convert(n, PrimitiveType.LONG), n);
    Verifier.verify(function());
  }

  @Test
  void refusesAComparisonWhoseResultIsNotBoolean() {
    out.append(new Binary(BinaryOperator.LESS, x, x, true, fresh(PrimitiveType.DOUBLE)));
    assertRefused("the result is double, not boolean");
  }

  @Test
  void refusesAStrongProductOfFloats() {
    Value f = out.convert(x, PrimitiveType.FLOAT);
    out.strongMultiply(f, x);
    assertRefused("the seed is float, not double");
  }

  @Test
  void refusesAStoreOfAnotherElementType() {
    out.store(array, n, n);
    assertRefused("int is stored into double");
  }

  @Test
  void refusesAnIfThatYieldsTooLittle() {
    out.append(
        new If(
            out.constant(true),
            new Region(List.of(), List.of(), List.of(x)),
            new Region(List.of(), List.of(), List.of()),
            List.of(fresh(PrimitiveType.DOUBLE)),
            SourceRange.NONE));
    assertRefused("the yields of the second region: 0 values for 1");
  }

  @Test
  void refusesALoopWhoseCarriedValueChangesItsType() {
    Value i = fresh(PrimitiveType.INT);
    Value carried = fresh(PrimitiveType.DOUBLE);
    out.append(
        new For(
            n,
            n,
            1,
            BinaryOperator.LESS,
            List.of(x),
            new Region(List.of(i, carried), List.of(), List.of(i)),
            List.of(fresh(PrimitiveType.DOUBLE)),
            SourceRange.NONE));
    assertRefused("the yields: number 0 is int, not double");
  }

  @Test
  void refusesAWhileWithoutATest() {
    Region nothing = new Region(List.of(), List.of(), List.of());
    out.append(new While(List.of(), nothing, nothing, List.of(), SourceRange.NONE));
    assertRefused("the condition yields not one boolean");
  }

  @Test
  void refusesACallOfNobodyAndOneWithTheWrongArguments() {
    out.append(new Call("g", List.of(), List.of(), SourceRange.NONE));
    assertRefused("no function is named g");
    Function g =
        new Function("g", new Region(List.of(fresh(PrimitiveType.INT)), List.of(), List.of()));
    IllegalStateException error =
        assertThrows(
            IllegalStateException.class,
            () -> Verifier.verify(new Program(function(), Map.of("g", g))));
    assertTrue(error.getMessage().contains("the arguments: 0 values for 1"), error.getMessage());
  }

  @Test
  void refusesAnOpaqueHoleWithoutAnOperand() {
    out.append(new Opaque("$0 + $1", List.of(n), Opaque.Effect.NONE, List.of(), SourceRange.NONE));
    assertRefused("no operand belongs to $1");
  }
}
