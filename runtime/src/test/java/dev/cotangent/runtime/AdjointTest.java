package dev.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdjointTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void zeroSeedWinsOverAnything() {
    assertEquals(0.0, Adjoint.strongMultiply(0.0, INF));
    assertEquals(0.0, Adjoint.strongMultiply(-0.0, -INF));
    assertEquals(0.0, Adjoint.strongMultiply(0.0, Double.NaN));
    assertEquals(6.0, Adjoint.strongMultiply(2.0, 3.0));
    assertEquals(Double.NaN, Adjoint.strongMultiply(Double.NaN, 0.0));
    assertEquals(Double.NaN, Adjoint.strongMultiply(INF, 0.0));
  }

  @Test
  void arcSineKeepsItsDigitsNearOne() {
    double x = Math.nextDown(1.0);
    double exact = 1 / Math.sqrt(2 * 0x1p-53);
    assertEquals(exact, Adjoint.asinDx(x), 1e-15 * exact);
    assertEquals(-exact, Adjoint.acosDx(-x), 1e-15 * exact);
  }

  @Test
  void anglePartialsAreScaled() {
    assertEquals(0.16, Adjoint.atan2Dy(3, 4));
    assertEquals(-0.12, Adjoint.atan2Dx(3, 4));
    assertEquals(0.5e-308, Adjoint.atan2Dy(1e308, 1e308), 2 * Double.MIN_VALUE);
    assertEquals(0.5e308, Adjoint.atan2Dy(1e-308, 1e-308), 1e294);
    assertEquals(-0.5e-308, Adjoint.atan2Dx(1e308, 1e308), 2 * Double.MIN_VALUE);
    assertEquals(0.0, Adjoint.atan2Dy(0, 0));
    assertEquals(1e-200, Adjoint.atan2Dy(Double.MIN_VALUE, 1e200), 1e-215);
    assertEquals(Double.NaN, Adjoint.atan2Dy(1, INF));
    assertEquals(0.0, Adjoint.atan2Dy(INF, 1));
  }

  @Test
  void choiceIsTheOneThatMathReturns() {
    double[] values = {0.0, -0.0, 1, -1, INF, -INF, Double.NaN};
    for (double x : values) {
      for (double y : values) {
        assertReturned(Math.max(x, y), Adjoint.firstIsMax(x, y) ? x : y);
        assertReturned(Math.min(x, y), Adjoint.firstIsMin(x, y) ? x : y);
        assertEquals(1, Adjoint.maxDx(x, y) + Adjoint.maxDy(x, y));
        assertEquals(1, Adjoint.minDx(x, y) + Adjoint.minDy(x, y));
      }
    }
    assertTrue(Adjoint.firstIsMax(2, 2));
    assertTrue(Adjoint.firstIsMin(-0.0, -0.0));
    assertFalse(Adjoint.firstIsMin(0.0, -0.0));
  }

  private static void assertReturned(double expected, double chosen) {
    assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(chosen));
  }

  @Test
  void clampPartialsAddUpToOne() {
    double[] values = {-3, -0.0, 0.0, 1, 2, Double.NaN};
    for (double v : values) {
      for (double low : values) {
        for (double high : values) {
          if (Double.compare(low, high) <= 0 && !Double.isNaN(high)) {
            double dv = Adjoint.clampDv(v, low, high);
            double dlow = Adjoint.clampDlow(v, low, high);
            double dhigh = Adjoint.clampDhigh(v, low, high);
            assertEquals(1, dv + dlow + dhigh, "clamp of " + v + " to " + low + ", " + high);
            assertReturned(Math.min(high, Math.max(v, low)), dv == 1 ? v : dlow == 1 ? low : high);
          }
        }
      }
    }
  }

  @Test
  void quotientsOfRemaindersAreExact() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      double y = 0.1 + random.nextInt(1000) * 0.1;
      double x = random.nextInt(100_000) * y + random.nextInt(3) * Math.ulp(1e4);
      BigDecimal quotient = new BigDecimal(x).divideToIntegralValue(new BigDecimal(y));
      assertEquals(quotient.doubleValue(), -Adjoint.remainderDy(x, y) + 0.0);
      assertEquals(-quotient.doubleValue(), -Adjoint.remainderDy(-x, y) - 0.0, 0.0);
      BigDecimal nearest =
          new BigDecimal(x)
              .subtract(new BigDecimal(Math.IEEEremainder(x, y)))
              .divide(new BigDecimal(y), 0, RoundingMode.HALF_EVEN);
      assertEquals(nearest.doubleValue(), -Adjoint.ieeeRemainderDy(x, y), 0.0);
    }
    assertEquals(-2.0, Adjoint.ieeeRemainderDy(5, 2), "half to even");
    assertEquals(-4.0, Adjoint.ieeeRemainderDy(7, 2), "half to even");
  }

  @Test
  void powersAtZeroFollowTheTable() {
    assertEquals(0.0, Adjoint.powDx(0, 0));
    assertEquals(INF, Adjoint.powDx(0, 0.5));
    assertEquals(Double.NaN, Adjoint.powDy(0, 0, 1));
    assertEquals(0.0, Adjoint.powDy(0, 2, 0));
    assertEquals(12.0, Adjoint.powDx(2, 3));
    assertEquals(6.0, Adjoint.powDx(3, 2));
  }

  @Test
  void constantsAreThoseOfMath() {
    assertEquals(Math.toRadians(1), Adjoint.RADIANS_PER_DEGREE);
    assertEquals(Math.toDegrees(1), Adjoint.DEGREES_PER_RADIAN);
    assertEquals(Math.log(10), Adjoint.LN_10);
  }
}
