package dev.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Tangents that a caller passes for array arguments. */
class ShadowsTest {
  private static final double[] NOTHING_KEPT = null;

  @Test
  void tangentThatNobodyOverwritesIsUsedAsItIs() {
    double[] tangent = {1, 2};
    assertSame(tangent, Shadows.tangent(tangent, new double[2], "x"));
    assertNull(Shadows.tangent((double[]) null, null, "x"));
  }

  @Test
  void copyIsKeptWhileItIsLongEnough() {
    double[] tangent = {1, 2};
    double[] copy = Shadows.tangentCopy(NOTHING_KEPT, tangent, new double[2], "x");
    assertArrayEquals(tangent, copy);
    assertNotSame(tangent, copy);
    assertSame(copy, Shadows.tangentCopy(copy, new double[] {5}, new double[1], "x"));
    assertEquals(5, copy[0]);
    assertNotSame(copy, Shadows.tangentCopy(copy, new double[3], new double[3], "x"));
    assertArrayEquals(
        new double[] {0.5},
        Shadows.tangentCopy(NOTHING_KEPT, new float[] {0.5f}, new float[1], "x"));
  }

  @Test
  void otherShapesAreRefused() {
    for (double[] wrong : new double[][] {null, {}, {1, 2}}) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> Shadows.tangent(wrong, new double[1], "x"));
      assertTrue(refused.getMessage().startsWith("[COT103]"), refused.getMessage());
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> Shadows.tangentCopy(NOTHING_KEPT, new float[2], new float[1], "x"));
  }
}
