package dev.cotangent.processor.corpus;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Arguments as the tests see them: boxed numbers, text, arrays of primitive values of any rank,
 * records of these, and lists.
 */
final class Values {
  private Values() {}

  static Object array(Class<?> type, List<Object> elements) {
    Object array = Array.newInstance(type, elements.size());
    for (int i = 0; i < elements.size(); i++) {
      Array.set(array, i, elements.get(i));
    }
    return array;
  }

  static Object parsed(String word, Class<?> type) {
    if (type == boolean.class) {
      return Boolean.parseBoolean(word);
    }
    if (type == int.class) {
      return Integer.parseInt(word);
    }
    if (type == long.class) {
      return Long.parseLong(word);
    }
    if (type == char.class) {
      return word.charAt(0);
    }
    if (type == byte.class) {
      return Byte.parseByte(word);
    }
    if (type == short.class) {
      return Short.parseShort(word);
    }
    if (type.isEnum()) {
      return constant(word, type);
    }
    return type.isPrimitive() ? boxed(Double.parseDouble(word), type) : word;
  }

  private static Object constant(String name, Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static Object boxed(double value, Class<?> type) {
    if (type == float.class) {
      return (float) value;
    }
    if (type == double.class) {
      return value;
    }
    throw new IllegalArgumentException("only floating values are drawn, no " + type);
  }

  static Object[] copy(Object[] arguments) {
    Object[] copies = new Object[arguments.length];
    for (int i = 0; i < copies.length; i++) {
      copies[i] = copy(arguments[i]);
    }
    return copies;
  }

  static Object copy(Object value) {
    if (value instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    if (value != null && value.getClass().isRecord()) {
      return Parts.map(value, Values::copy);
    }
    if (value == null || !value.getClass().isArray()) {
      return value;
    }
    int length = Array.getLength(value);
    Object copy = Array.newInstance(value.getClass().getComponentType(), length);
    System.arraycopy(value, 0, copy, 0, length);
    if (copy instanceof Object[] rows) {
      Arrays.setAll(rows, i -> copy(rows[i]));
    }
    return copy;
  }

  /** Puts the elements of arrays back, allocating nothing that lasts unless a row was replaced. */
  static void restore(Object[] from, Object[] into) {
    for (int i = 0; i < from.length; i++) {
      if (from[i] instanceof List<?> list) {
        restore(list, into[i]);
      } else if (from[i] != null && from[i].getClass().isRecord()) {
        restore(Parts.of(from[i]), Parts.of(into[i]));
      } else if (from[i] != null && from[i].getClass().isArray()) {
        into[i] = restored(from[i], into[i]);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static void restore(List<?> from, Object into) {
    List<Object> list = (List<Object>) into;
    list.clear();
    list.addAll(from);
  }

  private static Object restored(Object from, Object into) {
    int length = Array.getLength(from);
    if (into == null || Array.getLength(into) != length) {
      return copy(from);
    }
    if (from instanceof Object[] rows) {
      restore(rows, (Object[]) into);
    } else {
      System.arraycopy(from, 0, into, 0, length);
    }
    return into;
  }

  /** Whether two lists of values are the same to the last bit. */
  static boolean same(Object[] a, Object[] b) {
    return Arrays.deepEquals(apart(a), apart(b));
  }

  /** The values, with arrays of components in the places of records. */
  static Object[] apart(Object[] values) {
    return Arrays.stream(values)
        .map(v -> v != null && v.getClass().isRecord() ? apart(Parts.of(v)) : v)
        .toArray();
  }

  /**
   * A value, the elements of an array or the floating components of a record in double; {@code
   * float}s widened.
   */
  static double[] numbers(Object value) {
    if (value == null) {
      return new double[0];
    }
    if (value instanceof Number number) {
      return new double[] {number.doubleValue()};
    }
    double[] numbers = {};
    for (Object part : value.getClass().isRecord() ? floating(value) : Parts.inside(value)) {
      double[] element = numbers(part);
      int length = numbers.length;
      numbers = Arrays.copyOf(numbers, length + element.length);
      System.arraycopy(element, 0, numbers, length, element.length);
    }
    return numbers;
  }

  /** The numbers of those values that are floating or hold such. */
  static double[] floating(Object... values) {
    return Arrays.stream(values)
        .filter(v -> v != null && (v instanceof Number || Parts.holdsFloating(v.getClass())))
        .flatMapToDouble(v -> Arrays.stream(numbers(v)))
        .toArray();
  }

  /** The components of a record that hold floating numbers. */
  private static Object[] floating(Object value) {
    Class<?>[] types = Parts.types(value.getClass());
    Object[] parts = Parts.of(value);
    return IntStream.range(0, parts.length)
        .filter(i -> Parts.holdsFloating(types[i]))
        .mapToObj(i -> parts[i])
        .toArray();
  }

  static Object[] append(Object[] first, Object... more) {
    Object[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }
}
