package dev.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SlopesTest {
  @Test
  void slopeOfBitsIsThePowerOfTwoBetweenTheNumbers() {
    assertEquals(0.25, slope(12, 3));
    assertEquals(-8, slope(1.5, -12));
    assertEquals(1, slope(-0.0, -0.0));
    assertEquals(-1, slope(0.0, -0.0));
    // Subnormal numbers have the last place of the smallest normal one.
    assertEquals(1, slope(Double.MIN_NORMAL, Double.MIN_VALUE));
    assertEquals(2, slope(Double.MIN_VALUE, 3 * Double.MIN_NORMAL));
    assertEquals(0.25, Slopes.bitsSlope(Float.floatToIntBits(12), Float.floatToIntBits(3)));
    assertEquals(-1, Slopes.bitsSlope(Float.floatToIntBits(12), Float.floatToIntBits(-12)));
  }

  @Test
  void sumsBesideALargeConstantDoNotMove() {
    assertEquals(0, Slopes.roundingSlope(Double.doubleToLongBits(-0x1p52)));
    assertEquals(1, Slopes.roundingSlope(Double.doubleToLongBits(0x1p51)));
    assertEquals(0, Slopes.roundingSlope(Float.floatToIntBits(0x1p23f)));
    assertEquals(1, Slopes.roundingSlope(Float.floatToIntBits(0x1p22f)));
  }

  private static double slope(double from, double to) {
    return Slopes.bitsSlope(Double.doubleToLongBits(from), Double.doubleToLongBits(to));
  }
}
