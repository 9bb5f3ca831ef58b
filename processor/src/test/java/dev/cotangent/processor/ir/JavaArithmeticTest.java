package dev.cotangent.processor.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The boxed operators against Java's own. */
class JavaArithmeticTest {
  private static Object binary(BinaryOperator operator, Object a, Object b) {
    return JavaArithmetic.binary(operator, a, b);
  }

  @Property
  void doublesAreJavas(@ForAll double a, @ForAll double b) {
    assertEquals(a + b, binary(BinaryOperator.ADD, a, b));
    assertEquals(a - b, binary(BinaryOperator.SUBTRACT, a, b));
    assertEquals(a * b, binary(BinaryOperator.MULTIPLY, a, b));
    assertEquals(a / b, binary(BinaryOperator.DIVIDE, a, b));
    assertEquals(a % b, binary(BinaryOperator.REMAINDER, a, b));
    assertEquals(a < b, binary(BinaryOperator.LESS, a, b));
    assertEquals(a >= b, binary(BinaryOperator.GREATER_EQUAL, a, b));
    assertEquals(a == b, binary(BinaryOperator.EQUAL, a, b));
    assertEquals(-a, JavaArithmetic.unary(UnaryOperator.NEGATE, a));
  }

  @Property
  void floatsRoundAsFloats(@ForAll float a, @ForAll float b) {
    assertEquals(a + b, binary(BinaryOperator.ADD, a, b));
    assertEquals(a * b, binary(BinaryOperator.MULTIPLY, a, b));
    assertEquals(a / b, binary(BinaryOperator.DIVIDE, a, b));
    assertEquals(a % b, binary(BinaryOperator.REMAINDER, a, b));
    assertEquals(a <= b, binary(BinaryOperator.LESS_EQUAL, a, b));
    assertEquals(a != b, binary(BinaryOperator.NOT_EQUAL, a, b));
  }

  @Property
  void intsOverflowAndShiftAsInts(@ForAll int a, @ForAll int b) {
    assertEquals(a + b, binary(BinaryOperator.ADD, a, b));
    assertEquals(a * b, binary(BinaryOperator.MULTIPLY, a, b));
    assertEquals(a << b, binary(BinaryOperator.SHIFT_LEFT, a, b));
    assertEquals(a >> b, binary(BinaryOperator.SHIFT_RIGHT, a, b));
    assertEquals(a >>> b, binary(BinaryOperator.SHIFT_RIGHT_UNSIGNED, a, b));
    assertEquals(a ^ b, binary(BinaryOperator.XOR, a, b));
    assertEquals(a > b, binary(BinaryOperator.GREATER, a, b));
    assertEquals(~a, JavaArithmetic.unary(UnaryOperator.BIT_NOT, a));
    if (b != 0) {
      assertEquals(a / b, binary(BinaryOperator.DIVIDE, a, b));
      assertEquals(a % b, binary(BinaryOperator.REMAINDER, a, b));
    }
  }

  @Property
  void longsShiftByIntsAndByLongs(@ForAll long a, @ForAll long b) {
    assertEquals(a - b, binary(BinaryOperator.SUBTRACT, a, b));
    assertEquals(a & b, binary(BinaryOperator.AND, a, b));
    assertEquals(a << b, binary(BinaryOperator.SHIFT_LEFT, a, b));
    assertEquals(a >> (int) b, binary(BinaryOperator.SHIFT_RIGHT, a, (int) b));
    assertEquals((int) a >>> b, binary(BinaryOperator.SHIFT_RIGHT_UNSIGNED, (int) a, b));
  }

  @Property
  void castsAreJavas(@ForAll double a, @ForAll long b, @ForAll char c) {
    assertEquals((int) a, JavaArithmetic.convert(a, PrimitiveType.INT));
    assertEquals((long) a, JavaArithmetic.convert(a, PrimitiveType.LONG));
    assertEquals((short) a, JavaArithmetic.convert(a, PrimitiveType.SHORT));
    assertEquals((byte) a, JavaArithmetic.convert(a, PrimitiveType.BYTE));
    assertEquals((char) a, JavaArithmetic.convert(a, PrimitiveType.CHAR));
    assertEquals((float) a, JavaArithmetic.convert(a, PrimitiveType.FLOAT));
    assertEquals((double) b, JavaArithmetic.convert(b, PrimitiveType.DOUBLE));
    assertEquals((float) b, JavaArithmetic.convert(b, PrimitiveType.FLOAT));
    assertEquals((byte) b, JavaArithmetic.convert(b, PrimitiveType.BYTE));
    assertEquals((int) c, JavaArithmetic.convert(c, PrimitiveType.INT));
  }

  @Example
  void integerDivisionByZeroThrows() {
    assertThrows(ArithmeticException.class, () -> binary(BinaryOperator.DIVIDE, 1, 0));
    assertThrows(ArithmeticException.class, () -> binary(BinaryOperator.REMAINDER, 1L, 0L));
  }

  @Example
  void referencesAreComparedByIdentity() {
    double[] a = {1};
    assertEquals(true, binary(BinaryOperator.EQUAL, a, a));
    assertEquals(true, binary(BinaryOperator.NOT_EQUAL, a, a.clone()));
    assertEquals(false, binary(BinaryOperator.EQUAL, a, null));
  }
}
