package dev.cotangent.runtime;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The arrays of references of one place in generated code, kept in a holder and used again by its
 * next call, as {@link DoublePool} keeps numbers.
 *
 * <p>A pool belongs to one thread. For generated code only.
 *
 * @param <T> what the elements refer to
 */
public final class ReferencePool<T> {
  private Object[] arrays = new Object[1];
  private int next;

  /** A pool without arrays. */
  public ReferencePool() {}

  /**
   * An array of at least {@code length} elements with any contents, for what is written before it
   * is read.
   *
   * @param maker makes an array of a length
   * @throws NegativeArraySizeException if the length is negative
   */
  public T[] scratch(int length, IntFunction<T[]> maker) {
    if (next == arrays.length) {
      arrays = Arrays.copyOf(arrays, 2 * next);
    }
    // Only what the maker has made, which makes arrays of T alone, is ever put in.
    @SuppressWarnings("unchecked")
    T[] array = (T[]) arrays[next];
    if (array == null || array.length < length || length < 0) {
      array = maker.apply(length);
    }
    arrays[next++] = array;
    return array;
  }

  /** Starts the next call: the arrays handed out before are handed out again. */
  public void reset() {
    next = 0;
  }
}
