package dev.cotangent.runtime;

/**
 * The partials in the elements of one array argument, kept in a holder from call to call. For
 * generated code only. Belongs to one thread.
 *
 * @param <S> the buffer in which a derivative adds partials up, {@code double[]} or arrays of that
 * @param <A> the argument's type
 */
public abstract sealed class Partials<S, A> permits DoublePartials, FloatPartials, NestedPartials {
  Partials() {}

  /** The buffer for the partials in an argument: zeroed, at least as long; null for null. */
  public abstract S zeroed(A argument);

  /** Zeroes the buffer that {@link #zeroed} gave, which stays the same. */
  public abstract void clear();

  /** The buffer with a copy of an array's elements in double; null for null. */
  public abstract S filled(A source);

  /**
   * A copy of derivatives that were carried elsewhere, rounded to the elements of the array that
   * they belong to: what {@link #array} gives from now on; null for null.
   *
   * @param carried the derivatives, in arrays at least as long
   * @param like the array that they belong to, which gives the shape
   */
  public abstract A copied(S carried, A like);

  /**
   * An array that was given out before may come back as an argument: it is the caller's from now
   * on.
   */
  public abstract void avoid(A argument);

  /** The buffer for an argument, all zero but for a one at the index, if it is in range. */
  public final S unit(A argument, int index) {
    S buffer = zeroed(argument);
    if (index >= 0 && index < size()) {
      seed(index);
    }
    return buffer;
  }

  /** How many elements there are, those of all rows together; none for null. */
  abstract int size();

  /** Puts a one at an index in range, rows one after the other. */
  abstract void seed(int index);

  /** Copies all elements, rows one after the other, into a vector from a place on. */
  abstract void writeTo(double[] vector, int start);

  /** Overwrites all elements, rows one after the other, with a vector's from a place on. */
  abstract void readFrom(double[] vector, int start);

  /**
   * The partials in an array of the argument's own shape, the same one until the next call; null if
   * the argument was null.
   */
  public abstract A array();
}
