package dev.cotangent.runtime;

/**
 * How many iterations of a loop run several at once, in groups as large as the machine's vectors.
 * For generated code only.
 */
public final class Vectors {
  private Vectors() {}

  /** The whole groups of {@code size} iterations between an index and a bound; none below zero. */
  public static int groups(int from, int to, int size) {
    return from >= 0 && from < to ? (to - from) / size : 0;
  }

  /**
   * The groups, or none if they would leave an array: then the iterations run one by one, and throw
   * what and when they always did.
   *
   * @param first the element that the first iteration reads or writes; each next one the next
   */
  public static int within(int groups, int size, double[] array, int first) {
    return array != null && first >= 0 && first <= array.length - groups * size ? groups : 0;
  }
}
