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
    T[] array = kept();
    return keep(array != null && isLongEnough(array, length) ? array : maker.apply(length));
  }

  /**
   * An array of exactly {@code length} elements, all null.
   *
   * @param maker makes an array of a length
   * @throws NegativeArraySizeException if the length is negative
   */
  public T[] zeroed(int length, IntFunction<T[]> maker) {
    T[] array = kept();
    boolean fits = array != null && array.length == length;
    if (fits) {
      Arrays.fill(array, null);
    }
    return keep(fits ? array : maker.apply(length));
  }

  /**
   * An array of at least {@code length} elements, of which the first {@code length} are null: a
   * shadow, whose own length nobody asks for.
   *
   * @param maker makes an array of a length
   * @throws NegativeArraySizeException if the length is negative
   */
  public T[] cleared(int length, IntFunction<T[]> maker) {
    T[] array = scratch(length, maker);
    Arrays.fill(array, 0, length, null);
    return array;
  }

  /**
   * A copy of an array, of its length; what {@code source.clone()} gives.
   *
   * @param maker makes an array of a length
   */
  public T[] copy(T[] source, IntFunction<T[]> maker) {
    T[] array = kept();
    T[] copy = array != null && array.length == source.length ? array : maker.apply(source.length);
    System.arraycopy(source, 0, copy, 0, source.length);
    return keep(copy);
  }

  /** The pool from its first array on, for a place whose array does not outlive an iteration. */
  public ReferencePool<T> again() {
    next = 0;
    return this;
  }

  // Only what the maker has made, which makes arrays of T alone, is ever put in.
  @SuppressWarnings("unchecked")
  private T[] kept() {
    return next < arrays.length ? (T[]) arrays[next] : null;
  }

  private T[] keep(T[] array) {
    if (next == arrays.length) {
      arrays = Arrays.copyOf(arrays, 2 * next);
    }
    arrays[next++] = array;
    return array;
  }

  private static boolean isLongEnough(Object[] array, int length) {
    return length >= 0 && array.length >= length;
  }

  /** Starts the next call: the arrays handed out before are handed out again. */
  public void reset() {
    next = 0;
  }

  /** How many arrays have been handed out. */
  int handedOut() {
    return next;
  }

  /** The arrays handed out since then are handed out again. */
  void backTo(int count) {
    next = count;
  }
}
