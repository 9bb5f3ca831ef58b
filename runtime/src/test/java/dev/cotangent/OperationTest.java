package dev.cotangent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the table against differences, to the third order, away from singular points. */
class OperationTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  /** Every operation with one operand, and an interval in which it is smooth. */
  static Stream<Arguments> unaryOperations() {
    return Stream.of(
        arguments(Operation.NEGATE, -3, 3),
        arguments(Operation.INDEPENDENT, -3, 3),
        arguments(Operation.SQUARE, -3, 3),
        arguments(Operation.STREAM_SUM, -3, 3),
        arguments(Operation.SQRT, 0.01, 100),
        arguments(Operation.CBRT, 0.01, 100),
        arguments(Operation.CBRT, -100, -0.01),
        arguments(Operation.EXP, -20, 20),
        arguments(Operation.EXPM1, -3, 20),
        arguments(Operation.LOG, 0.01, 1e6),
        arguments(Operation.LOG10, 0.01, 1e6),
        arguments(Operation.LOG1P, -0.9, 50),
        arguments(Operation.SIN, -10, 10),
        arguments(Operation.COS, -10, 10),
        arguments(Operation.TAN, -1.4, 1.4),
        arguments(Operation.ASIN, -0.95, 0.95),
        arguments(Operation.ACOS, -0.95, 0.95),
        arguments(Operation.ATAN, -10, 10),
        arguments(Operation.SINH, -10, 10),
        arguments(Operation.COSH, -10, 10),
        arguments(Operation.TANH, -3, 3),
        arguments(Operation.TO_RADIANS, -400, 400),
        arguments(Operation.TO_DEGREES, -7, 7),
        arguments(Operation.ABS, 0.5, 9),
        arguments(Operation.ABS, -9, -0.5),
        arguments(Operation.SIGNUM, 0.5, 9),
        arguments(Operation.FLOOR, 2.2, 2.8),
        arguments(Operation.CEIL, 2.2, 2.8),
        arguments(Operation.RINT, 1.7, 2.3),
        arguments(Operation.ULP, 2.2, 3.8));
  }

  @ParameterizedTest
  @MethodSource("unaryOperations")
  void unaryDerivativesAgreeWithDifferences(Operation operation, double low, double high) {
    for (double x : points(low, high)) {
      double scale = Math.min(Math.min(x - low, high - x), 1) + 1e-3 * Math.abs(x);
      assertOrders(v -> operation.of(Scalar.of(v, "x")), x, Math.min(scale, Math.abs(x) + 0.01));
    }
  }

  /** Every operation with two operands, and intervals in which it is smooth. */
  static Stream<Arguments> binaryOperations() {
    return Stream.of(
        arguments(Operation.ADD, -3, 3, -3, 3),
        arguments(Operation.SUBTRACT, -3, 3, -3, 3),
        arguments(Operation.MULTIPLY, -3, 3, -3, 3),
        arguments(Operation.DIVIDE, -3, 3, 0.3, 3),
        arguments(Operation.DERIVATIVE, -3, 3, -3, 3),
        arguments(Operation.STRONG_DIVIDE, -3, 3, -3, -0.3),
        arguments(Operation.STRONG_MULTIPLY, 0.1, 3, -3, 3),
        arguments(Operation.REMAINDER, 7.2, 7.8, 2.1, 2.3),
        arguments(Operation.REMAINDER, -7.8, -7.2, 2.1, 2.3),
        arguments(Operation.IEEE_REMAINDER, 7.2, 7.8, 2.1, 2.3),
        arguments(Operation.POW, 0.2, 5, -3, 3),
        arguments(Operation.HYPOT, 0.5, 3, -3, 3),
        arguments(Operation.ATAN2, 0.5, 3, -3, 3),
        arguments(Operation.ATAN2, -3, -0.5, -3, 3),
        arguments(Operation.ATAN2_DY, 0.5, 3, -3, 3),
        arguments(Operation.ATAN2_DX, 0.5, 3, -3, 3),
        arguments(Operation.MAX, 1, 2, 3, 4),
        arguments(Operation.MAX, 3, 4, 1, 2),
        arguments(Operation.MIN, 1, 2, 3, 4),
        arguments(Operation.MIN, 3, 4, 1, 2),
        arguments(Operation.COPY_SIGN, 1, 4, -4, -1),
        arguments(Operation.COPY_SIGN, -4, -1, 1, 4));
  }

  @ParameterizedTest
  @MethodSource("binaryOperations")
  void binaryDerivativesAgreeWithDifferences(
      Operation operation, double lowX, double highX, double lowY, double highY) {
    for (double x : points(lowX, highX)) {
      for (double y : points(lowY, highY)) {
        double scaleX = Math.min(Math.min(x - lowX, highX - x), 1);
        double scaleY = Math.min(Math.min(y - lowY, highY - y), 1);
        if (operation != Operation.DERIVATIVE) {
          assertOrders(v -> operation.of(Scalar.of(v, "x"), Scalar.of(y)), x, scaleX);
        }
        assertOrders(v -> operation.of(Scalar.of(x), Scalar.of(v, "x")), y, scaleY);
        assertMixed(operation, x, y, scaleY);
      }
    }
  }

  /** The derivative in y of the derivative in x. */
  private static void assertMixed(Operation operation, double x, double y, double scale) {
    Scalar a = Scalar.of(x, "x");
    Scalar dx = operation.of(a, Scalar.of(y, "y")).gradScalars(1).get("x");
    DoubleUnaryOperator derivative =
        v -> operation.of(Scalar.of(x, "x"), Scalar.of(v, "y")).grad(1).get("x");
    double expected = Differences.derivative(derivative, y, scale);
    double size = Math.abs(expected) + Math.abs(dx.value());
    assertEquals(expected, dx.grad(1).get("y"), 1e-8 * size + 1e-11);
  }

  @Test
  void ternaryDerivativesAgreeWithDifferences() {
    for (double x : points(-2, 2)) {
      for (double y : points(3, 5)) {
        Scalar cx = Scalar.of(x);
        Scalar cy = Scalar.of(y);
        Scalar cz = Scalar.of(7);
        for (Operation fma : EnumSet.of(Operation.FMA)) {
          assertOrders(v -> fma.of(Scalar.of(v, "x"), cy, cz), x, 1);
          assertOrders(v -> fma.of(cx, Scalar.of(v, "x"), cz), y, 1);
          assertOrders(v -> fma.of(cx, cy, Scalar.of(v, "x")), 7, 1);
        }
        assertOrders(v -> Operation.CLAMP.of(Scalar.of(v, "x"), cy, cz), x + 6, 0.1);
        assertOrders(v -> Operation.CLAMP.of(cx, Scalar.of(v, "x"), cz), y, 0.1);
        assertOrders(v -> Operation.CLAMP.of(cz, cx, Scalar.of(v, "x")), y, 0.1);
      }
    }
  }

  @Test
  void scalbHasAPowerOfTwoAsPartial() {
    Scalar x = Scalar.of(3, "x");
    assertEquals(48, Scalar.scalb(x, 4).value());
    assertEquals(16, Scalar.scalb(x, 4).grad(1).get("x"));
    assertEquals(0x1p-5, Scalar.scalb(x, -5).grad(1).get("x"));
  }

  @Test
  void neighboursAndRoundingHaveUnitPartials() {
    Scalar x = Scalar.of(0.1, "x");
    Scalar far = Scalar.of(9, "far");
    assertEquals(1, Scalar.nextUp(x).grad(1).get("x"));
    assertEquals(1, Scalar.nextDown(x).grad(1).get("x"));
    assertEquals(1, Scalar.nextAfter(x, far).grad(1).get("x"));
    assertEquals(0, Scalar.nextAfter(x, far).grad(1).get("far"));
    assertEquals(1, x.toFloat().grad(1).get("x"));
    assertEquals(0.1f, x.toFloat().value());
    Scalar f = Scalar.of(0.1f, "x");
    assertEquals(1, FloatScalar.nextUp(f).grad(1).get("x"));
    assertEquals(1, FloatScalar.nextDown(f).grad(1).get("x"));
    assertEquals(1, FloatScalar.nextAfter(f, far).grad(1).get("x"));
    assertEquals(0, FloatScalar.ulp(f).grad(1).get("x"));
    assertEquals(9, FloatScalar.fma(f, far, f).grad(1).get("x") - 1);
  }

  @Test
  void partialsThatARuleGaveAreTakenAsTheyAre() {
    Scalar x = Scalar.of(2, "x");
    Scalar[] a = Scalar.inputs(new double[] {5, 6}, "a");
    Scalar ruled = Scalar.withPartial(Scalar.of(7), x.square(), 3);
    Scalar all = Scalar.withPartials(ruled, a, new double[] {8, INF}).multiply(2);
    assertEquals(14, all.value());
    assertEquals(2 * 3 * 4, all.grad(1).get("x"));
    assertEquals(16, all.grad(1).get("a[0]"));
    assertEquals(0, all.grad(0).get("a[1]"));
    assertThrows(UnsupportedOperationException.class, () -> all.gradScalars(1));
    assertTrue(Scalar.withPartial(Scalar.of(7), Scalar.of(2), 3).isConstant());
    assertEquals(7, Scalar.withPartials(Scalar.of(7), null, null).value());
  }

  @Test
  void clampRefusesWhatIsNoInterval() {
    Scalar x = Scalar.of(1, "x");
    Scalar nan = Scalar.of(Double.NaN);
    assertThrows(IllegalArgumentException.class, () -> Scalar.clamp(x, nan, x));
    assertThrows(IllegalArgumentException.class, () -> Scalar.clamp(x, x, nan));
    assertThrows(
        IllegalArgumentException.class, () -> Scalar.clamp(x, Scalar.of(0.0), Scalar.of(-0.0)));
  }

  /** As if x³ had the rule 3x². */
  @Test
  void aPartialThatIsAScalarIsDifferentiatedAgain() {
    Scalar x = Scalar.of(2, "x");
    Scalar ruled = Scalar.withPartial(Scalar.of(8), x, x.multiply(x).multiply(3)).multiply(x);
    assertEquals(16, ruled.value());
    Scalar first = ruled.gradScalars(1).get("x");
    assertEquals(4 * 8, first.value());
    Scalar second = first.gradScalars(1).get("x");
    assertEquals(12 * 4, second.value());
  }

  /** A row that no test above names would be a rule that nobody checked. */
  @Test
  void everyRowIsTested() {
    Set<Operation> tested =
        EnumSet.of(
            Operation.CONSTANT,
            Operation.INPUT,
            Operation.FMA,
            Operation.CLAMP,
            Operation.SCALB,
            Operation.NEXT_UP,
            Operation.NEXT_DOWN,
            Operation.NEXT_AFTER,
            Operation.GIVEN,
            Operation.RULED,
            Operation.TO_FLOAT,
            Operation.FLOAT_DIVIDE,
            Operation.FLOAT_FMA,
            Operation.FLOAT_NEXT_UP,
            Operation.FLOAT_NEXT_DOWN,
            Operation.FLOAT_NEXT_AFTER,
            Operation.FLOAT_ULP);
    Stream.concat(unaryOperations(), binaryOperations())
        .forEach(row -> tested.add((Operation) row.get()[0]));
    assertEquals(EnumSet.allOf(Operation.class), tested);
  }

  /** Seven points inside an interval, none at its ends. */
  private static double[] points(double low, double high) {
    return DoubleStream.iterate(0.07, t -> t + 0.137)
        .limit(7)
        .map(t -> low + t * (high - low))
        .toArray();
  }

  private interface OfNumber {
    Scalar at(double x);
  }

  /** Each derivative, to the third, against differences of the one before it. */
  private static void assertOrders(OfNumber f, double x, double scale) {
    assertDerivative(v -> f.at(v).value(), v -> f.at(v).grad(1).get("x"), x, scale);
    assertDerivative(v -> f.at(v).grad(1).get("x"), v -> partial(first(f.at(v))), x, scale);
    assertDerivative(v -> partial(first(f.at(v))), v -> partial(first(first(f.at(v)))), x, scale);
  }

  private static Scalar first(Scalar f) {
    return f.gradScalars(1).get("x");
  }

  private static double partial(Scalar f) {
    return f.grad(1).get("x");
  }

  private static void assertDerivative(
      DoubleUnaryOperator f, DoubleUnaryOperator derivative, double x, double scale) {
    double expected = Differences.derivative(f, x, scale);
    double found = derivative.applyAsDouble(x);
    double size = Math.max(Math.abs(expected), Math.abs(f.applyAsDouble(x)) / scale);
    assertTrue(Math.abs(expected) < INF);
    assertEquals(expected, found, 1e-9 * size + 1e-12);
  }
}
