package dev.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ArgumentsTest {
  @Test
  void oneArrayForTwoParametersIsRefusedByName() {
    double[] array = {1};
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Arguments.requireDistinct(array, array, "x", "y"));
    assertTrue(e.getMessage().startsWith("[COT101] the arguments x and y "), e.getMessage());
  }

  @Test
  void equalContentsAndNullsAreNoClash() {
    assertDoesNotThrow(
        () -> Arguments.requireDistinct(new double[] {1}, new double[] {1}, "x", "y"));
    assertDoesNotThrow(() -> Arguments.requireDistinct(null, null, "x", "y"));
  }
}
