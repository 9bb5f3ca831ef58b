package dev.cotangent.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * As {@link DoublePartials}, for an argument that is an array of arrays, which may be ragged and
 * have null rows. The derivative gets an array of buffers of its own: it moves them as the method
 * moves its rows, while the partials are given out in the order that the argument had at entry.
 *
 * <p>For generated code only. Belongs to one thread.
 *
 * @param <S> a row's buffer
 * @param <A> a row of the argument
 */
public final class NestedPartials<S, A> extends Partials<S[], A[]> {
  private final Supplier<? extends Partials<S, A>> maker;
  private final IntFunction<S[]> buffers;
  private final IntFunction<A[]> arrays;
  private final List<Partials<S, A>> rows = new ArrayList<>();
  private S[] buffer;
  private A[] exact;
  private int length = -1;

  /**
   * No partials: {@link #array} is null.
   *
   * @param maker makes what keeps the partials of one row
   * @param buffers makes the array of the rows' buffers
   * @param arrays makes the array that is given out
   */
  public NestedPartials(
      Supplier<? extends Partials<S, A>> maker, IntFunction<S[]> buffers, IntFunction<A[]> arrays) {
    this.maker = maker;
    this.buffers = buffers;
    this.arrays = arrays;
  }

  @Override
  public S[] zeroed(A[] argument) {
    prepare(argument);
    for (int i = 0; i < length; i++) {
      buffer[i] = rows.get(i).zeroed(argument[i]);
    }
    return length < 0 ? null : buffer;
  }

  @Override
  public S[] filled(A[] source) {
    prepare(source);
    for (int i = 0; i < length; i++) {
      buffer[i] = rows.get(i).filled(source[i]);
    }
    return length < 0 ? null : buffer;
  }

  @Override
  public A[] copied(S[] carried, A[] like) {
    prepare(like);
    for (int i = 0; i < length; i++) {
      rows.get(i).copied(carried[i], like[i]);
    }
    return array();
  }

  private void prepare(A[] argument) {
    avoid(argument);
    length = argument == null ? -1 : argument.length;
    if (length >= 0 && (buffer == null || buffer.length < length)) {
      buffer = buffers.apply(length);
    }
    while (rows.size() < length) {
      rows.add(maker.get());
    }
  }

  @Override
  public void avoid(A[] argument) {
    if (argument == null) {
      return;
    }
    if (argument == exact) {
      exact = null;
    }
    for (int i = 0; i < Math.min(argument.length, rows.size()); i++) {
      rows.get(i).avoid(argument[i]);
    }
  }

  @Override
  public void clear() {
    for (int i = 0; i < length; i++) {
      rows.get(i).clear();
    }
  }

  @Override
  int size() {
    int size = 0;
    for (int i = 0; i < length; i++) {
      size += rows.get(i).size();
    }
    return size;
  }

  @Override
  void seed(int index) {
    int rest = index;
    int row = 0;
    while (rest >= rows.get(row).size()) {
      rest -= rows.get(row).size();
      row++;
    }
    rows.get(row).seed(rest);
  }

  @Override
  void writeTo(double[] vector, int start) {
    int next = start;
    for (int i = 0; i < length; i++) {
      rows.get(i).writeTo(vector, next);
      next += rows.get(i).size();
    }
  }

  @Override
  void readFrom(double[] vector, int start) {
    int next = start;
    for (int i = 0; i < length; i++) {
      rows.get(i).readFrom(vector, next);
      next += rows.get(i).size();
    }
  }

  @Override
  public A[] array() {
    if (length < 0) {
      return null;
    }
    if (exact == null || exact.length != length) {
      exact = arrays.apply(length);
    }
    for (int i = 0; i < length; i++) {
      exact[i] = rows.get(i).array();
    }
    return exact;
  }
}
