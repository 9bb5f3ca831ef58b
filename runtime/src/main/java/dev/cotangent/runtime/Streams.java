package dev.cotangent.runtime;

import java.util.Arrays;
import java.util.NoSuchElementException;

/** What generated code needs to do what a sequential stream of numbers does. */
public final class Streams {
  private Streams() {}

  /**
   * The sum as a sequential stream computes it, which is compensated and has other bits than a
   * loop's.
   *
   * @param terms begins with the elements, in order
   * @param count how many there are
   * @return their sum
   */
  public static double sum(double[] terms, int count) {
    return Arrays.stream(terms, 0, count).sum();
  }

  /**
   * What {@code OptionalDouble.getAsDouble} does where a stream was empty.
   *
   * @param count how many elements the stream had
   * @throws NoSuchElementException if it had none
   */
  public static void checkPresent(int count) {
    if (count == 0) {
      throw new NoSuchElementException("No value present");
    }
  }

  /**
   * A value that is computed in one way and differentiated in another.
   *
   * @param value the value
   * @param carrier the number whose derivative it has
   * @return {@code value}
   */
  public static double valued(double value, double carrier) {
    return value;
  }

  /**
   * How many elements {@code IntStream.range} has.
   *
   * @param from the first
   * @param to behind the last
   * @return their number, at most the greatest that an array can have
   */
  public static int size(int from, int to) {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, (long) to - from));
  }

  /**
   * How many elements {@code IntStream.rangeClosed} has.
   *
   * @param from the first
   * @param to the last
   * @return their number, at most the greatest that an array can have
   */
  public static int sizeClosed(int from, int to) {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, (long) to - from + 1));
  }
}
