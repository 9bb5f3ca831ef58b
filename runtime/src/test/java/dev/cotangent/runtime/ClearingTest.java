package dev.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClearingTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 9})
  void zeroesTheFirstElementsAndNoOthers(int count) {
    double[] array = new double[9];
    Arrays.fill(array, 7);
    double[] expected = array.clone();
    Arrays.fill(expected, 0, count, 0);
    Clearing.first(count, array);
    assertArrayEquals(expected, array);
  }
}
