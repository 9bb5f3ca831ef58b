package dev.cotangent.runtime;

import java.util.Arrays;

/**
 * The float arrays of one place in generated code, kept in a holder and used again by its next
 * call. The k-th request after a {@link #reset} gets the k-th array, so that several arrays of one
 * place (in a loop, say) are live at once. A request allocates only if the k-th array does not fit
 * it.
 *
 * <p>A pool belongs to one thread. For generated code only.
 */
public final class FloatPool {
  private float[][] arrays = new float[1][];
  private int next;

  /** A pool without arrays. */
  public FloatPool() {}

  /**
   * An array of exactly {@code length} elements, zeroed.
   *
   * @throws NegativeArraySizeException if the length is negative, as from {@code new float[length]}
   */
  public float[] zeroed(int length) {
    float[] array = kept();
    if (array != null && array.length == length) {
      Arrays.fill(array, 0);
    } else {
      array = new float[length];
    }
    return keep(array);
  }

  /**
   * An array of at least {@code length} elements with any contents, for what is written before it
   * is read.
   *
   * @throws NegativeArraySizeException if the length is negative, as from {@code new float[length]}
   */
  public float[] scratch(int length) {
    float[] array = kept();
    if (array == null || array.length < length || length < 0) {
      array = new float[length];
    }
    return keep(array);
  }

  /** A copy of an array, of its length; what {@code source.clone()} gives. */
  public float[] copy(float[] source) {
    float[] array = kept();
    if (array == null || array.length != source.length) {
      array = new float[source.length];
    }
    System.arraycopy(source, 0, array, 0, source.length);
    return keep(array);
  }

  /**
   * The array, or a longer copy of it, in which {@code index} is valid. The copy takes the place of
   * the array, so that the next call starts with it. What is beyond the old length is zero.
   */
  public float[] grow(float[] array, int index) {
    if (index < array.length) {
      return array;
    }
    float[] longer = Records.grow(array, index);
    for (int i = next - 1; i >= 0; i--) {
      if (arrays[i] == array) {
        arrays[i] = longer;
        break;
      }
    }
    return longer;
  }

  /** The pool from its first array on, for a place whose array does not outlive an iteration. */
  public FloatPool again() {
    next = 0;
    return this;
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

  private float[] kept() {
    return next < arrays.length ? arrays[next] : null;
  }

  private float[] keep(float[] array) {
    if (next == arrays.length) {
      arrays = Arrays.copyOf(arrays, 2 * next);
    }
    arrays[next++] = array;
    return array;
  }
}
