package dev.cotangent.runtime;

import java.util.Arrays;

/**
 * Growth of arrays that record one value an iteration where the number of iterations is not known
 * beforehand. Each method returns the array itself if it has the index, else a longer one with the
 * same contents and room for many more; what is beyond the old length is zero. For generated code
 * only.
 */
public final class Records {
  /** The longest array that every virtual machine can make. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private static final int SHORTEST = 16;

  private Records() {}

  /** The array, or a longer copy of it, in which {@code index} is valid. */
  public static double[] grow(double[] array, int index) {
    return index < array.length ? array : Arrays.copyOf(array, capacity(index));
  }

  /** The array, or a longer copy of it, in which {@code index} is valid. */
  public static float[] grow(float[] array, int index) {
    return index < array.length ? array : Arrays.copyOf(array, capacity(index));
  }

  /** The array, or a longer copy of it, in which {@code index} is valid. */
  public static int[] grow(int[] array, int index) {
    return index < array.length ? array : Arrays.copyOf(array, capacity(index));
  }

  /** The array, or a longer copy of it, in which {@code index} is valid. */
  public static long[] grow(long[] array, int index) {
    return index < array.length ? array : Arrays.copyOf(array, capacity(index));
  }

  /** The array, or a longer copy of it, in which {@code index} is valid. */
  public static boolean[] grow(boolean[] array, int index) {
    return index < array.length ? array : Arrays.copyOf(array, capacity(index));
  }

  /** The array, or a longer copy of it, in which {@code index} is valid. */
  public static Object[] grow(Object[] array, int index) {
    return index < array.length ? array : Arrays.copyOf(array, capacity(index));
  }

  /** One and a half times what is needed, within what an array can be. */
  private static int capacity(int index) {
    if (index >= LONGEST) {
      throw new OutOfMemoryError("a record of more than " + LONGEST + " values");
    }
    long wanted = (long) index + 1 + (index >> 1);
    return (int) Math.min(LONGEST, Math.max(SHORTEST, wanted));
  }
}
