package dev.cotangent.runtime;

import java.util.Arrays;

/** Zeroes the beginning of arrays. */
final class Clearing {
  private Clearing() {}

  /** Zeroes that many elements; for a few of them a loop costs more than what it does. */
  @SuppressWarnings("fallthrough") // Each case clears what those behind it clear, and one more.
  static void first(int count, double[] array) {
    switch (count) {
      case 4:
        array[3] = 0;
      // fall through
      case 3:
        array[2] = 0;
      // fall through
      case 2:
        array[1] = 0;
      // fall through
      case 1:
        array[0] = 0;
        break;
      default:
        Arrays.fill(array, 0, count, 0);
    }
  }
}
