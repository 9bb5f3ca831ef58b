package dev.cotangent.processor.emit;

import static dev.cotangent.processor.emit.SampleBuilder.real;
import static dev.cotangent.processor.emit.SampleBuilder.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parentheses, conversions, literals, and what may fold into what. */
class ExpressionTextTest {
  private final SampleBuilder out = new SampleBuilder();
  private final Value a = real("a");
  private final Value b = real("b");
  private final Value c = real("c");
  private final Value i = whole("i");
  private final Value n = whole("n");
  private final Value x = SampleBuilder.reals("x");

  private String text(Value result) {
    List<Value> parameters = List.of(a, b, c, i, n, x);
    Function function = new Function("f", out.region(parameters, List.of(result)));
    String body = GoldenTextTest.body(function, Frame.of(List.of("a", "b", "c", "i", "n", "x")));
    return body.startsWith("return ") ? body.substring(7, body.length() - 2) : body;
  }

  private Value binary(BinaryOperator operator, Value left, Value right) {
    return out.exact(operator, left, right, "");
  }

  @Test
  void sumsKeepTheirOrder() {
    assertEquals("a + (b + c)", text(out.add(a, out.add(b, c))));
  }

  @Test
  void leftSumsNeedNoParentheses() {
    assertEquals("a + b + c", text(out.add(out.add(a, b), c)));
  }

  @Test
  void differencesKeepTheirOrder() {
    assertEquals("a - (b - c)", text(out.subtract(a, out.subtract(b, c))));
  }

  @Test
  void quotientsKeepTheirOrder() {
    assertEquals("a / (b * c)", text(out.divide(a, out.multiply(b, c))));
  }

  @Test
  void signsAreNotDoubled() {
    assertEquals("-(-a)", text(out.negate(out.negate(a))));
  }

  @Test
  void addingTheOppositeIsSubtracting() {
    assertEquals("a - b * c", text(out.add(a, out.negate(out.multiply(b, c)))));
  }

  @Test
  void oppositeOfOrderingIsNotTheReverseOrder() {
    assertEquals("!(a < b)", text(out.not(out.less(a, b))));
  }

  @Test
  void oppositeOfIntegerOrderingIsTheReverseOrder() {
    assertEquals("i >= n", text(out.not(out.less(i, n))));
  }

  @Test
  void oppositeOfEqualityIsInequality() {
    assertEquals("a != b", text(out.not(binary(BinaryOperator.EQUAL, a, b))));
  }

  @Test
  void integersDivideAfterTheCast() {
    assertEquals("(double) i / n", text(out.divide(out.widen(i), out.widen(n))));
  }

  @Test
  void javaWidensOneOperand() {
    assertEquals("a * i", text(out.multiply(a, out.widen(i))));
  }

  @Test
  void literalsOfQuotientsStayFloating() {
    assertEquals("1.0 / i", text(out.divide(out.constant(1.0), out.widen(i))));
  }

  @Test
  void overloadsSeeTheExactType() {
    assertEquals(
        "Math.max((double) i, 2.0)", text(out.math("max", out.widen(i), out.constant(2.0))));
  }

  @Test
  void castsBindTight() {
    assertEquals("(int) (a + b)", text(out.convert(out.add(a, b), PrimitiveType.INT)));
  }

  @Test
  void bitOperationsAreClear() {
    Value shifted = binary(BinaryOperator.SHIFT_LEFT, i, out.constant(2));
    assertEquals(
        "(i << 2) & (n + 1)",
        text(binary(BinaryOperator.AND, shifted, out.add(n, out.constant(1)))));
  }

  @Test
  void lengthThatThrowsFirstIsTakenFirst() {
    Value length = out.length(x);
    Value load = out.load(x, i);
    assertEquals("x.length * x[i]", text(out.multiply(out.widen(length), load)));
  }

  @Test
  void loadsKeepTheirOrder() {
    Value first = out.load(x, i);
    Value second = out.load(x, n);
    assertEquals("double xi = x[i];\nreturn x[n] - xi;\n", text(out.subtract(second, first)));
  }

  @Test
  void loadBeforeStoreIsNotMovedBehindIt() {
    Value old = out.load(x, i);
    out.store(x, i, a);
    assertEquals("double xi = x[i];\nx[i] = a;\nreturn xi;\n", text(old));
  }

  @Test
  void callsKeepTheirOrder() {
    Value first = real("");
    out.append(new Call("g", List.of(a), List.of(first), SourceRange.NONE));
    Value second = real("");
    out.append(new Call("h", List.of(first, b), List.of(second), SourceRange.NONE));
    assertEquals("h(g(a), b)", text(second));
  }

  @Test
  void lastPureUseMayFoldOverEffects() {
    Value sum = out.add(a, b);
    out.store(x, i, c);
    assertEquals("x[i] = c;\nreturn a + b;\n", text(sum));
  }

  @Test
  void opaqueHolesGetParentheses() {
    Value result = whole("");
    out.append(
        new Opaque(
            "{java.lang.Integer}.signum($0) << $1",
            List.of(out.add(i, n), out.add(n, i)),
            Opaque.Effect.NONE,
            List.of(result),
            SourceRange.NONE));
    assertEquals("(Integer.signum(i + n) << (n + i)) * i", text(out.multiply(result, i)));
  }

  @Test
  void opaqueOutOfOrderReadsVariables() {
    Value result = real("");
    Value first = out.load(x, i);
    Value second = out.load(x, n);
    out.append(
        new Opaque(
            "$1.pow($0)",
            List.of(first, second),
            Opaque.Effect.READS,
            List.of(result),
            SourceRange.NONE));
    assertEquals("double xi = x[i];\ndouble xn = x[n];\nreturn xn.pow(xi);\n", text(result));
  }

  private String literal(Object content, Type type) {
    Value value = new Value(type);
    out.append(new Constant(content, value));
    Value result = real("");
    out.append(
        new Opaque("f($0)", List.of(value), Opaque.Effect.NONE, List.of(result), SourceRange.NONE));
    String text = text(result);
    return text.substring(2, text.length() - 1);
  }

  @Test
  void literalsOfDoubles() {
    assertEquals("Double.NaN", literal(Double.NaN, PrimitiveType.DOUBLE));
  }

  @Test
  void literalsReadBack() {
    double[] numbers = {
      0.1, 1e-3, 1e10, 123456.75, 1.0 / 3, 1e300, Double.MIN_VALUE, Double.MAX_VALUE, 5e-5, -2.5
    };
    for (double number : numbers) {
      assertEquals(number, Double.parseDouble(LiteralText.of(number)));
    }
    assertEquals("0.1", LiteralText.of(0.1));
    assertEquals("1e10", LiteralText.of(1e10));
    assertEquals("-0.0", LiteralText.of(-0.0));
    assertEquals("5e-324", LiteralText.of(Double.MIN_VALUE));
    assertEquals("Double.NEGATIVE_INFINITY", LiteralText.of(Double.NEGATIVE_INFINITY));
  }

  @Test
  void literalsOfOtherTypes() {
    assertEquals("1f", LiteralText.of(1f));
    assertEquals("0.1f", LiteralText.of(0.1f));
    assertEquals("-9223372036854775808L", LiteralText.of(Long.MIN_VALUE));
    assertEquals("'a'", LiteralText.of('a'));
    assertEquals("(char) 10", LiteralText.of('\n'));
    assertEquals("(byte) -1", LiteralText.of((byte) -1));
    assertEquals("null", LiteralText.of(null));
  }

  @Test
  void poppedReferencesAreCast() {
    Value tape = new Value(ReferenceType.TAPE, "tape", SourceRange.NONE);
    Value popped = out.pop(tape, ArrayType.DOUBLES, "xs");
    Function function =
        new Function("f", out.region(List.of(tape, i), List.of(out.load(popped, i))));
    assertEquals(
        "double[] xs = (double[]) tape.popReference();\nreturn xs[i];\n",
        GoldenTextTest.body(function, Frame.of(List.of("tape", "i"))));
  }
}
