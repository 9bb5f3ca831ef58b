package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldConstantsTest {
  private final Builder out = new Builder();
  private final Value s = out.value(PrimitiveType.DOUBLE, "s");
  private final Value p = out.value(PrimitiveType.DOUBLE, "p");
  private final Value n = out.value(PrimitiveType.INT, "n");
  private final Value c = out.value(PrimitiveType.BOOLEAN, "c");
  private final Value a = out.value(ArrayType.DOUBLES, "a");

  /** What computes the result after folding and the removal of what it does not need. */
  private String folded(Value result) {
    Function function = new Function("f", out.region(List.of(s, p, n, c, a), List.of(result)));
    Program folded = new FoldConstants().run(Verifier.verify(Program.of(function)));
    String text = Verifier.verify(new EliminateDeadCode().run(folded)).main().toString();
    return text.substring(text.indexOf('\n') + 1, text.length() - 2).strip();
  }

  private void assertIs(Value expected, Value result) {
    List<Value> parameters = List.of(s, p, n, c, a);
    assertEquals("yield %" + parameters.indexOf(expected) + "_" + expected.name(), folded(result));
  }

  private Value exact(BinaryOperator operator, Value left, Value right) {
    Value result = out.value(left.type(), "");
    out.append(new Binary(operator, left, right, true, result));
    return result;
  }

  @Test
  void aFactorOneVanishes() {
    assertIs(s, out.multiply(out.multiply(out.constant(1.0), s), out.constant(1.0)));
  }

  @Test
  void anExactProductWithOneStays() {
    Value product = exact(BinaryOperator.MULTIPLY, s, out.constant(1.0));
    assertEquals(
        "%5: double = constant 1.0\n  %6: double = exact multiply %0_s, %5\n  yield %6",
        folded(product));
  }

  @Test
  void aFactorMinusOneIsANegation() {
    assertEquals(
        "%5: double = negate %0_s\n  yield %5", folded(out.multiply(s, out.constant(-1.0))));
  }

  @Test
  void factorsOfAProductBecomeOne() {
    Value product =
        out.multiply(out.constant(2.0), out.multiply(out.multiply(s, p), out.constant(50.0)));
    assertEquals(
        "%5: double = multiply %0_s, %1_p\n  %6: double = constant 100.0\n"
            + "  %7: double = multiply %6, %5\n  yield %7",
        folded(product));
  }

  /** Three times a rounded product is not rounded like fifteen times the factor. */
  @Test
  void factorsThatRoundOtherwiseStay() {
    Value product = out.multiply(out.constant(3.0), out.multiply(s, out.constant(5.0)));
    assertEquals(2, folded(product).split(" multiply ", -1).length - 1);
  }

  @Test
  void factorsWhoseProductIsNoNormalNumberStay() {
    Value small = out.multiply(out.constant(1e-200), out.multiply(out.constant(1e-200), s));
    assertEquals(2, folded(small).split(" multiply ", -1).length - 1);
  }

  @Test
  void anExactProductKeepsItsFactor() {
    Value product = exact(BinaryOperator.MULTIPLY, s, out.constant(50.0));
    String text = folded(out.multiply(out.constant(2.0), product));
    assertTrue(text.contains("exact multiply") && text.contains("constant 2.0"), text);
  }

  @Test
  void aTermZeroVanishes() {
    assertIs(s, out.add(out.constant(0.0), out.subtract(s, out.constant(0.0))));
  }

  @Test
  void aFreeProductWithZeroStaysBecauseOfInfinity() {
    assertEquals(
        "%5: double = constant 0.0\n  %6: double = multiply %0_s, %5\n  yield %6",
        folded(out.multiply(s, out.constant(0.0))));
  }

  @Test
  void aProductOfZeroAndAnIntegerIsZero() {
    assertEquals(
        "%5: double = constant 0.0\n  yield %5",
        folded(out.multiply(out.widen(n), out.constant(0.0))));
  }

  @Test
  void doubleNegationsVanish() {
    assertIs(s, out.negate(out.negate(s)));
  }

  @Test
  void aSumSwallowsASign() {
    assertEquals(
        "%5: double = multiply %0_s, %1_p\n  %6: double = subtract %0_s, %5\n  yield %6",
        folded(out.add(s, out.multiply(s, out.negate(p)))));
  }

  @Test
  void twoSignsOfAProductVanish() {
    assertEquals(
        "%5: double = multiply %0_s, %1_p\n  yield %5",
        folded(out.multiply(out.negate(s), out.negate(p))));
  }

  @Test
  void aSumIsScaledOnceByAPowerOfTwo() {
    Value left = out.multiply(out.constant(2.0), s);
    Value right = out.multiply(out.constant(2.0), p);
    assertEquals(
        "%5: double = constant 2.0\n  %6: double = subtract %0_s, %1_p\n"
            + "  %7: double = multiply %5, %6\n  yield %7",
        folded(out.subtract(left, right)));
  }

  @Test
  void aSumScaledOtherwiseWouldRoundOtherwise() {
    Value left = out.multiply(out.constant(3.0), s);
    Value right = out.multiply(out.constant(3.0), p);
    assertEquals(2, folded(out.add(left, right)).split("multiply").length - 1);
  }

  @Test
  void productsOfTheUsersOwnAreNotScaledTogether() {
    Value left = exact(BinaryOperator.MULTIPLY, out.constant(2.0), s);
    Value right = exact(BinaryOperator.MULTIPLY, out.constant(2.0), p);
    assertEquals(2, folded(out.add(left, right)).split("multiply").length - 1);
  }

  @Test
  void theSignOfADifferenceOfNegativesGoesOutside() {
    assertEquals(
        "%5: double = add %0_s, %1_p\n  %6: double = negate %5\n  yield %6",
        folded(out.subtract(out.negate(s), p)));
  }

  @Test
  void aSumOfEqualTermsIsTwice() {
    assertEquals(
        "%5: double = constant 2.0\n  %6: double = multiply %5, %0_s\n  yield %6",
        folded(out.add(s, s)));
  }

  @Test
  void aStrongProductWithAZeroSeedIsZero() {
    assertEquals(
        "%5: double = constant 0.0\n  yield %5",
        folded(out.strongMultiply(out.constant(0.0), out.math("log", p))));
  }

  @Test
  void aStrongProductWithSeedOneIsThePartial() {
    assertIs(p, out.strongMultiply(out.constant(1.0), p));
  }

  @Test
  void aStrongProductWithAKnownSeedIsPlain() {
    assertEquals(
        "%5: double = constant 3.0\n  %6: double = multiply %5, %1_p\n  yield %6",
        folded(out.strongMultiply(out.constant(3.0), p)));
  }

  @Test
  void aStrongProductWithAFinitePartialIsPlain() {
    assertEquals(
        "%5: double = negate %0_s\n  yield %5", folded(out.strongMultiply(s, out.constant(-1.0))));
  }

  @Test
  void aStrongProductWithAnInfinitePartialStaysStrong() {
    assertEquals(
        "%5: double = constant Infinity\n  %6: double = strongmultiply %0_s, %5\n  yield %6",
        folded(out.strongMultiply(s, out.constant(Double.POSITIVE_INFINITY))));
  }

  @Test
  void integersFollowTheirIdentities() {
    Value shifted = out.add(out.multiply(n, out.constant(1)), out.constant(0));
    Value back = out.subtract(out.add(shifted, n), n);
    assertIs(n, out.add(out.subtract(back, out.constant(3)), out.constant(3)));
  }

  @Test
  void literalIntegersOverflowAsJavas() {
    assertEquals(
        "%5: int = constant " + Integer.MIN_VALUE + "\n  yield %5",
        folded(out.add(out.constant(Integer.MAX_VALUE), out.constant(1))));
  }

  @Test
  void anIntegerDivisionByLiteralZeroStays() {
    Value quotient = out.divide(out.constant(1), out.constant(0));
    assertEquals(
        "%5: int = constant 1\n  %6: int = constant 0\n  %7: int = divide %5, %6\n  yield %7",
        folded(quotient));
  }

  @Test
  void aLengthIsItsOwnMaximumWithZero() {
    Value length = out.length(a);
    assertEquals(
        "%5: int = length %4_a\n  yield %5", folded(out.math("max", length, out.constant(0))));
  }

  @Test
  void theLengthOfAnAllocatedArrayIsKnown() {
    Value local = out.alloc(ArrayType.DOUBLES, n, Alloc.Purpose.RECORD, "local");
    assertIs(n, out.length(local));
  }

  @Test
  void anIfOnAKnownConditionIsItsBranch() {
    Value less = out.binary(BinaryOperator.LESS, out.constant(1.0), out.constant(2.0));
    assertIs(s, out.select(less, s, p));
  }

  @Test
  void anIfThatYieldsTheSameTwiceIsThat() {
    assertIs(s, out.select(c, s, s));
  }

  @Test
  void anIfThatYieldsItsConditionIsThat() {
    Builder first = new Builder();
    Builder second = new Builder();
    Value result = out.value(PrimitiveType.BOOLEAN, "");
    Region yes = first.region(List.of(), List.of(first.constant(true)));
    Region no = second.region(List.of(), List.of(second.constant(false)));
    out.append(new If(c, yes, no, List.of(result), SourceRange.NONE));
    assertIs(c, result);
  }

  @Test
  void theNameOfAFoldedValueIsKept() {
    Value sBar = out.value(PrimitiveType.DOUBLE, "sBar");
    Value product = out.multiply(s, p);
    out.append(new Binary(BinaryOperator.MULTIPLY, product, out.constant(1.0), false, sBar));
    assertEquals("%5_sBar: double = multiply %0_s, %1_p\n  yield %5_sBar", folded(sBar));
  }
}
