package dev.cotangent.sample;

import java.util.Arrays;

/** Numbers that arrive one by one, kept in a primitive array that grows. */
final class DoubleBuffer {
  private double[] values = new double[64];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  double get(int index) {
    return values[index];
  }

  /** The numbers so far, in an array of exactly their number. */
  double[] toArray() {
    return size == values.length ? values : Arrays.copyOf(values, size);
  }
}
