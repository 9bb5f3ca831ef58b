package dev.cotangent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public conventions where a derivative does not exist or is not finite. */
class SingularPointsTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  private static Scalar x(double value) {
    return Scalar.of(value, "x");
  }

  private static double dx(Scalar f) {
    return f.grad(1).get("x") + 0.0;
  }

  private static double ddx(Scalar f) {
    return dx(f.gradScalars(1).get("x"));
  }

  private static void assertPartials(double dx, double dy, Scalar f) {
    assertEquals(dx, f.grad(1).get("x") + 0.0, "in x");
    assertEquals(dy, f.grad(1).get("y") + 0.0, "in y");
    assertEquals(dx, f.gradScalars(1).get("x").value() + 0.0, "in x, as a scalar");
    assertEquals(dy, f.gradScalars(1).get("y").value() + 0.0, "in y, as a scalar");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 2, 0",
    "2, 2, 4, 2.772588722239781",
    "0, 2, 0, 0",
    "-0.0, 2, 0, 0",
    "0, 1, 1, 0",
    "-0.0, 1, 1, 0",
    "0, 0, 0, NaN",
    "-0.0, 0, 0, NaN",
    "0, -1, -Infinity, NaN",
    "-0.0, -1, -Infinity, NaN",
    "0, -2, -Infinity, NaN",
    "-0.0, -2, Infinity, NaN",
    "0, 0.5, Infinity, 0",
    "0, 3.5, 0, 0",
    "0, -1.5, -Infinity, NaN",
    "-2, 3, 12, NaN",
    "-2, 2, -4, NaN",
    "-2, -1, -0.25, NaN",
    "-2, 0.5, NaN, NaN"
  })
  void power(double base, double exponent, double dx, double dy) {
    assertPartials(dx, dy, x(base).pow(Scalar.of(exponent, "y")));
    assertEquals(dx, dx(x(base).pow(exponent)), "in the base alone");
    Scalar inExponent = Scalar.pow(base, Scalar.of(exponent, "x"));
    assertEquals(dy, dx(inExponent), "in the exponent alone");
  }

  @Test
  void powerWithConstantExponentHasEveryHigherDerivative() {
    Scalar square = x(0).pow(2);
    assertEquals(2, ddx(square));
    assertEquals(0, ddx(square.gradScalars(1).get("x")));
    assertEquals(-12, ddx(x(-2).pow(3)));
    assertEquals(6, ddx(x(0).pow(3).gradScalars(1).get("x")));
    assertEquals(0, ddx(x(0).pow(1)));
    assertEquals(0, ddx(x(0).pow(0)));
  }

  @Test
  void absoluteValue() {
    assertEquals(0, dx(x(0.0).abs()));
    assertEquals(0, dx(x(-0.0).abs()));
    assertEquals(0, ddx(x(0.0).abs()));
    assertEquals(-1, dx(x(-INF).abs()));
    assertEquals(NAN, dx(x(NAN).abs()));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3, 1, 1",
    "0.0, 0.0, 1, 1",
    "-0.0, -0.0, 1, 1",
    "0.0, -0.0, 1, 0",
    "-0.0, 0.0, 0, 1",
    "NaN, 1, 1, 1",
    "1, NaN, 0, 0",
    "NaN, NaN, 1, 1",
    "Infinity, Infinity, 1, 1",
    "-Infinity, 4, 0, 1"
  })
  void largerAndSmaller(double x, double y, double maxDx, double minDx) {
    Scalar b = Scalar.of(y, "y");
    assertPartials(maxDx, 1 - maxDx, x(x).max(b));
    assertPartials(minDx, 1 - minDx, x(x).min(b));
    assertEquals(0, ddx(x(x).max(b)));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2, 5, 1, 0, 0",
    "5, 2, 5, 1, 0, 0",
    "1, 2, 5, 0, 1, 0",
    "6, 2, 5, 0, 0, 1",
    "6, 5, 5, 0, 0, 1",
    "4, 5, 5, 0, 1, 0",
    "-0.0, 0.0, 5, 0, 1, 0",
    "0.0, -5, -0.0, 0, 0, 1",
    "NaN, 2, 5, 1, 0, 0"
  })
  void clamp(double x, double low, double high, double dx, double dlow, double dhigh) {
    Scalar clamped = Scalar.clamp(x(x), Scalar.of(low, "low"), Scalar.of(high, "high"));
    assertEquals(Map.of("x", dx, "low", dlow, "high", dhigh), clamped.grad(1));
  }

  @Test
  void roots() {
    assertEquals(INF, dx(x(0.0).sqrt()));
    assertEquals(-INF, dx(x(-0.0).sqrt()));
    assertEquals(NAN, dx(x(-1).sqrt()));
    assertEquals(INF, dx(x(0.0).cbrt()));
    assertEquals(INF, dx(x(-0.0).cbrt()));
  }

  @Test
  void logarithms() {
    assertEquals(INF, dx(x(0.0).log()));
    assertEquals(-INF, dx(x(-0.0).log()));
    assertEquals(-1, dx(x(-1).log()), "no guard outside the domain");
    assertEquals(INF, dx(x(0.0).log10()));
    assertEquals(INF, dx(x(-1).log1p()));
  }

  @Test
  void arcs() {
    assertEquals(INF, dx(x(1).asin()));
    assertEquals(INF, dx(x(-1).asin()));
    assertEquals(-INF, dx(x(1).acos()));
    assertEquals(-INF, dx(x(-1).acos()));
    assertEquals(NAN, dx(x(2).asin()));
  }

  @Test
  void originOfThePlane() {
    for (double zero : List.of(0.0, -0.0)) {
      assertPartials(0, 0, Scalar.hypot(x(zero), Scalar.of(0, "y")));
      assertPartials(0, 0, Scalar.atan2(x(zero), Scalar.of(0, "y")));
      assertEquals(0, ddx(Scalar.hypot(x(zero), Scalar.of(0))));
      assertEquals(0, ddx(Scalar.atan2(x(zero), Scalar.of(0))));
    }
  }

  @Test
  void angleNeitherOverflowsNorUnderflows() {
    for (double size : List.of(1e300, 1e-300, 1e-310)) {
      Scalar angle = Scalar.atan2(x(3 * size), Scalar.of(4 * size, "y"));
      assertEquals(0.16 / size, dx(angle), 1e-12 * 0.16 / size);
      assertEquals(-0.12 / size, angle.grad(1).get("y"), 1e-12 * 0.12 / size);
    }
  }

  @Test
  void signsOfZerosAreCopied() {
    assertEquals(1, dx(Scalar.copySign(x(0.0), Scalar.of(2))));
    assertEquals(-1, dx(Scalar.copySign(x(-0.0), Scalar.of(2))));
    assertEquals(-1, dx(Scalar.copySign(x(3), Scalar.of(-0.0))));
    assertEquals(1, dx(Scalar.copySign(x(-3), Scalar.of(-0.0))));
  }

  @ParameterizedTest
  @CsvSource({"7, 2, -3, -4", "-7, 2, 3, 4", "5, 2, -2, -2", "0.3, 0.1, -2, -3", "1, 0, NaN, NaN"})
  void remainders(double x, double y, double truncated, double rounded) {
    assertPartials(1, truncated, x(x).remainder(Scalar.of(y, "y")));
    assertPartials(1, rounded, Scalar.IEEEremainder(x(x), Scalar.of(y, "y")));
  }

  @Test
  void zeroSeedShutsOutAnInfinitePartial() {
    Scalar masked = Scalar.of(0).multiply(x(0).sqrt());
    assertEquals(0, dx(masked));
    assertEquals(0, ddx(masked), "also in the second derivative");
    assertEquals(NAN, masked.grad(1, NonSmooth.IEEE).get("x"));
    assertEquals(NAN, masked.gradScalars(1, NonSmooth.IEEE).get("x").value());
    assertEquals(0, dx(x(0).log().multiply(0.0)));
    assertEquals(0, dx(x(1).acos().multiply(0.0)));
    assertEquals(0, dx(x(0).pow(0.5).multiply(0.0)));
    assertEquals(0, x(0).cbrt().grad(0).get("x"));
  }

  @Test
  void divisionHasNoGuard() {
    Scalar quotient = Scalar.of(1).divide(x(0));
    assertEquals(-INF, dx(quotient));
    assertEquals(NAN, quotient.grad(0).get("x"));
  }

  @Test
  void zeroSeedKeepsTheSecondDerivative() {
    Scalar f = x(1).sqrt().subtract(1).square();
    assertEquals(0, dx(f));
    assertEquals(0.5, ddx(f));
    assertEquals(-0.75, ddx(f.gradScalars(1).get("x")));
    Scalar viaPower = x(1).pow(0.5).subtract(1).square();
    assertEquals(0.5, ddx(viaPower));
    Scalar viaLog = x(1).log().square();
    assertEquals(2, ddx(viaLog));
  }

  @Test
  void ieeeConventionChangesNothingElse() {
    Scalar y = Scalar.of(0, "y");
    assertEquals(Map.of("x", 0.0, "y", 0.0), Scalar.hypot(x(0), y).grad(1, NonSmooth.IEEE));
    assertEquals(0, x(0.0).abs().grad(1, NonSmooth.IEEE).get("x"));
    assertEquals(0, x(0).pow(2).grad(1, NonSmooth.IEEE).get("x"));
    assertEquals(Map.of("x", INF, "y", 0.0), x(0).max(y).grad(INF, NonSmooth.IEEE));
  }
}
