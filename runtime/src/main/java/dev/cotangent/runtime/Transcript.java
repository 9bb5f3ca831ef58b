package dev.cotangent.runtime;

import java.util.Arrays;

/**
 * What came out of those operations of a method that may run only once, in their order: written
 * down while the method runs, read from the beginning as often as it is gone through again. Kept in
 * a holder, it only grows.
 *
 * <p>For generated code only. Belongs to one thread.
 */
public final class Transcript {
  private static final int INITIAL = 16;

  private long[] numbers = new long[INITIAL];
  private int numberCount;
  private int nextNumber;
  private Object[] references = new Object[INITIAL];
  private int referenceCount;
  private int nextReference;

  /** An empty transcript. */
  public Transcript() {}

  /** Forgets everything. */
  public void begin() {
    numberCount = 0;
    Arrays.fill(references, 0, referenceCount, null);
    referenceCount = 0;
  }

  /** The next reading starts at the beginning. */
  public void rewind() {
    nextNumber = 0;
    nextReference = 0;
  }

  /** Writes a floating number. */
  public void write(double value) {
    write(Double.doubleToRawLongBits(value));
  }

  /** Writes an integer or a character. */
  public void write(long value) {
    if (numberCount == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numberCount);
    }
    numbers[numberCount++] = value;
  }

  /** Writes a boolean. */
  public void write(boolean value) {
    write(value ? 1L : 0L);
  }

  /** Writes a reference, which may be null. */
  public void write(Object value) {
    if (referenceCount == references.length) {
      references = Arrays.copyOf(references, 2 * referenceCount);
    }
    references[referenceCount++] = value;
  }

  /** Reads a floating number. */
  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  /** Reads an integer or a character. */
  public long readLong() {
    return numbers[nextNumber++];
  }

  /** Reads a boolean. */
  public boolean readBoolean() {
    return readLong() != 0;
  }

  /** Reads a reference. */
  public Object readReference() {
    return references[nextReference++];
  }
}
