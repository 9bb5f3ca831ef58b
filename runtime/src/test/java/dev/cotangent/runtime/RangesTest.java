package dev.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The platform's methods are the witnesses: what they throw for ranges, the checks throw. */
final class RangesTest {
  private static String outcome(Runnable call) {
    try {
      call.run();
      return "fine";
    } catch (RuntimeException thrown) {
      return thrown.getClass().getName() + ": " + thrown.getMessage();
    }
  }

  @ParameterizedTest
  @CsvSource({"0,3", "1,1", "2,1", "-1,2", "0,4", "-2,-1", "-2,-3"})
  void fillsThrowAlike(int from, int to) {
    assertEquals(
        outcome(() -> Arrays.fill(new double[3], from, to, 1)),
        outcome(() -> Ranges.checkFill(3, from, to)));
  }

  @ParameterizedTest
  @CsvSource({"0,3", "1,5", "3,3", "4,5", "-1,2", "2,1", "-2147483648,2147483647", "0,-2147483648"})
  void cutsThrowAlike(int from, int to) {
    assertEquals(
        outcome(() -> Objects.requireNonNull(Arrays.copyOfRange(new float[3], from, to))),
        outcome(() -> Ranges.copied(3, from, Ranges.length(from, to), "float")));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,3",
    "0,0,4",
    "1,0,3",
    "0,1,2",
    "2,2,1",
    "-1,0,1",
    "0,-1,1",
    "0,0,-1",
    "-1,-1,-1",
    "3,2,0",
    "4,0,0",
    "0,3,0",
    "2147483647,0,1",
    "0,2147483647,2",
    "1,1,2147483647"
  })
  void copiesThrowAlike(int position, int toPosition, int count) {
    assertEquals(
        outcome(() -> System.arraycopy(new double[3], position, new double[2], toPosition, count)),
        outcome(() -> Ranges.checkCopy(3, position, 2, toPosition, count, "double")));
    assertEquals(
        outcome(
            () -> System.arraycopy(new double[3][], position, new double[2][], toPosition, count)),
        outcome(() -> Ranges.checkCopy(3, position, 2, toPosition, count, "object array")));
  }

  @Test
  void countsWhatIsThere() {
    assertEquals(2, Ranges.copied(3, 1, 5, "int"));
    assertEquals(1, Ranges.copied(3, 1, 1, "int"));
  }
}
