package dev.cotangent.processor.ir;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * Java's arrays for the {@link Interpreter}: real ones, with Java's own exceptions. What the IR
 * leaves undefined (the content of a fresh record) is filled with values that nobody expects, so
 * that a program which relies on it shows.
 */
final class InterpreterArrays {
  private InterpreterArrays() {}

  /** An array with the table's elements. */
  static Object of(Table table) {
    int length = table.elements().size();
    Object array = Array.newInstance(InterpreterMethods.classOf(table.type().element()), length);
    for (int i = 0; i < length; i++) {
      Array.set(array, i, table.elements().get(i));
    }
    return array;
  }

  static Object load(Object array, int index) {
    check(array, index);
    if (array instanceof double[] a) {
      return a[index];
    }
    if (array instanceof int[] a) {
      return a[index];
    }
    if (array instanceof float[] a) {
      return a[index];
    }
    if (array instanceof Object[] a) {
      return a[index];
    }
    return Array.get(array, index);
  }

  static void store(Object array, int index, Object content) {
    check(array, index);
    if (array instanceof double[] a) {
      a[index] = (Double) content;
    } else if (array instanceof int[] a) {
      a[index] = (Integer) content;
    } else if (array instanceof float[] a) {
      a[index] = (Float) content;
    } else if (array instanceof Object[] a) {
      a[index] = content;
    } else {
      Array.set(array, index, content);
    }
  }

  /** Throws what Java throws, with its message, which HotSpot drops when it throws often. */
  private static void check(Object array, int index) {
    int length = length(array);
    if (index < 0 || index >= length) {
      throw new ArrayIndexOutOfBoundsException(
          "Index " + index + " out of bounds for length " + length);
    }
  }

  static int length(Object array) {
    if (array == null) {
      throw new NullPointerException("the array is null");
    }
    return Array.getLength(array);
  }

  static Object allocate(Class<?> element, int length, Alloc.Purpose purpose) {
    Object array = Array.newInstance(element, length);
    if (purpose == Alloc.Purpose.RECORD) {
      poison(array, 0);
    }
    return array;
  }

  private static void poison(Object array, int from) {
    if (array instanceof double[] a) {
      Arrays.fill(a, from, a.length, Double.NaN);
    } else if (array instanceof float[] a) {
      Arrays.fill(a, from, a.length, Float.NaN);
    } else if (array instanceof int[] a) {
      Arrays.fill(a, from, a.length, Integer.MIN_VALUE);
    } else if (array instanceof long[] a) {
      Arrays.fill(a, from, a.length, Long.MIN_VALUE);
    } else if (array instanceof boolean[] a) {
      Arrays.fill(a, from, a.length, true);
    }
  }

  static Object shadowOf(Object array) {
    if (array == null) {
      return null;
    }
    int length = Array.getLength(array);
    if (!(array instanceof Object[] rows)) {
      return new double[length];
    }
    Object shadow = Array.newInstance(shadowClass(array.getClass().getComponentType()), length);
    for (int i = 0; i < length; i++) {
      Array.set(shadow, i, shadowOf(rows[i]));
    }
    return shadow;
  }

  private static Class<?> shadowClass(Class<?> type) {
    return type.isArray() ? shadowClass(type.getComponentType()).arrayType() : double.class;
  }

  static Object grow(Object array, int index) {
    int length = Array.getLength(array);
    if (index < length) {
      return array;
    }
    int longer = Math.max(index + 1, 2 * length);
    Object grown = Array.newInstance(array.getClass().getComponentType(), longer);
    System.arraycopy(array, 0, grown, 0, length);
    poison(grown, length);
    return grown;
  }

  static Object copy(Object array) {
    int length = length(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    System.arraycopy(array, 0, copy, 0, length);
    return copy;
  }
}
