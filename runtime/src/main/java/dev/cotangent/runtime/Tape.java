package dev.cotangent.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stack of the values that a reverse sweep needs, for recursion and for calls between companions:
 * the forward sweep pushes, the reverse sweep pops in the opposite order. Values of each kind have
 * a stack of their own. The stacks only grow and keep their room, so that a tape that is used again
 * allocates nothing; references are let go when they are popped or the tape is reset. What a callee
 * in another file allocates for its sweeps comes from pools here, for it has no holder.
 *
 * <p>A tape belongs to one thread. For generated code only.
 */
public final class Tape {
  private static final int INITIAL = 16;

  double[] doubles = new double[INITIAL];
  int doubleCount;
  int[] ints = new int[INITIAL];
  int intCount;
  long[] longs = new long[INITIAL];
  int longCount;
  boolean[] booleans = new boolean[INITIAL];
  int booleanCount;
  Object[] references = new Object[INITIAL];
  int referenceCount;

  DoublePool doublePool;
  FloatPool floatPool;
  LongPool longPool;
  IntPool intPool;
  BooleanPool booleanPool;
  private TapeMark mark;
  private final List<Class<?>> elements = new ArrayList<>();
  final List<ReferencePool<?>> referencePools = new ArrayList<>();

  /** An empty tape. */
  public Tape() {}

  /** Pushes a double; floats are pushed as doubles, which is exact. */
  public void pushDouble(double value) {
    if (doubleCount == doubles.length) {
      doubles = Records.grow(doubles, doubleCount);
    }
    doubles[doubleCount++] = value;
  }

  /** Pops the double pushed last. */
  public double popDouble() {
    return doubles[--doubleCount];
  }

  /** Pushes an int. */
  public void pushInt(int value) {
    if (intCount == ints.length) {
      ints = Records.grow(ints, intCount);
    }
    ints[intCount++] = value;
  }

  /** Pops the int pushed last. */
  public int popInt() {
    return ints[--intCount];
  }

  /** Pushes a long. */
  public void pushLong(long value) {
    if (longCount == longs.length) {
      longs = Records.grow(longs, longCount);
    }
    longs[longCount++] = value;
  }

  /** Pops the long pushed last. */
  public long popLong() {
    return longs[--longCount];
  }

  /** Pushes a boolean. */
  public void pushBoolean(boolean value) {
    if (booleanCount == booleans.length) {
      booleans = Records.grow(booleans, booleanCount);
    }
    booleans[booleanCount++] = value;
  }

  /** Pops the boolean pushed last. */
  public boolean popBoolean() {
    return booleans[--booleanCount];
  }

  /** Pushes a reference, which may be null. */
  public void pushReference(Object value) {
    if (referenceCount == references.length) {
      references = Records.grow(references, referenceCount);
    }
    references[referenceCount++] = value;
  }

  /** Pops the reference pushed last and lets go of it. */
  public Object popReference() {
    Object value = references[--referenceCount];
    references[referenceCount] = null;
    return value;
  }

  /** Arrays for a callee of another file. */
  public DoublePool doublePools() {
    if (doublePool == null) {
      doublePool = new DoublePool();
    }
    return doublePool;
  }

  /** Arrays for a callee of another file. */
  public FloatPool floatPools() {
    if (floatPool == null) {
      floatPool = new FloatPool();
    }
    return floatPool;
  }

  /** Arrays for a callee of another file. */
  public LongPool longPools() {
    if (longPool == null) {
      longPool = new LongPool();
    }
    return longPool;
  }

  /** Arrays for a callee of another file. */
  public IntPool intPools() {
    if (intPool == null) {
      intPool = new IntPool();
    }
    return intPool;
  }

  /** Arrays for a callee of another file. */
  public BooleanPool booleanPools() {
    if (booleanPool == null) {
      booleanPool = new BooleanPool();
    }
    return booleanPool;
  }

  /**
   * Arrays of references for a callee of another file.
   *
   * @param <T> what the elements refer to
   * @param element its class
   */
  @SuppressWarnings("unchecked")
  public <T> ReferencePool<T> referencePools(Class<T> element) {
    int index = elements.indexOf(element);
    if (index < 0) {
      index = elements.size();
      elements.add(element);
      referencePools.add(new ReferencePool<T>());
    }
    // Each class has a pool of its own.
    return (ReferencePool<T>) referencePools.get(index);
  }

  /** Whether everything that was pushed has been popped. */
  public boolean isEmpty() {
    return (doubleCount | intCount | longCount | booleanCount | referenceCount) == 0;
  }

  /** Keeps what is on the tape now for {@link #rewind}. */
  public void mark() {
    if (mark == null) {
      mark = new TapeMark();
    }
    mark.take(this);
  }

  /** Puts back what was on the tape at the last {@link #mark}: one more reverse sweep may begin. */
  public void rewind() {
    mark.putBack(this);
  }

  /** Forgets everything, for example after an exception; keeps the room. */
  public void reset() {
    doubleCount = 0;
    intCount = 0;
    longCount = 0;
    booleanCount = 0;
    Arrays.fill(references, 0, referenceCount, null);
    referenceCount = 0;
    // An iterator would be garbage.
    for (int i = 0; i < referencePools.size(); i++) {
      referencePools.get(i).reset();
    }
    if (doublePool != null) {
      doublePool.reset();
    }
    if (floatPool != null) {
      floatPool.reset();
    }
    if (longPool != null) {
      longPool.reset();
    }
    if (intPool != null) {
      intPool.reset();
    }
    if (booleanPool != null) {
      booleanPool.reset();
    }
  }
}
