package dev.cotangent.processor.corpus;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Records among the arguments, taken apart and made anew by reflection. */
final class Parts {
  private Parts() {}

  /** The values of a record's components. */
  static Object[] of(Object value) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    Object[] parts = new Object[components.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = call(components[i].getAccessor(), value);
    }
    return parts;
  }

  /** The types of a record's components. */
  static Class<?>[] types(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .map(RecordComponent::getType)
        .toArray(Class<?>[]::new);
  }

  /** A record of these components. */
  static Object make(Class<?> record, Object... components) {
    try {
      Constructor<?> constructor = record.getDeclaredConstructor(types(record));
      constructor.setAccessible(true);
      return constructor.newInstance(components);
    } catch (ReflectiveOperationException failure) {
      throw new LinkageError(failure.getMessage(), failure);
    }
  }

  /** The record with each component mapped. */
  static Object map(Object value, UnaryOperator<Object> mapping) {
    Object[] parts = of(value);
    Arrays.setAll(parts, i -> mapping.apply(parts[i]));
    return make(value.getClass(), parts);
  }

  /** Whether values of the type are floating or hold such. */
  static boolean holdsFloating(Class<?> type) {
    if (type.isArray()) {
      return !type.getComponentType().isRecord() && holdsFloating(type.getComponentType());
    }
    return type == double.class
        || type == float.class
        || (type.isRecord() && Arrays.stream(types(type)).anyMatch(Parts::holdsFloating));
  }

  /** What a holder has for a value of the type, flattened; nothing for a record that is null. */
  static List<Double> partials(Object partials, Class<?> type, Object value) {
    List<Double> all = new ArrayList<>();
    if (partials == null || (type.isRecord() && value == null)) {
      return all;
    }
    if (!type.isRecord()) {
      Arrays.stream(Values.numbers(partials)).forEach(all::add);
      return all;
    }
    Object[] parts = of(value);
    int next = 0;
    for (RecordComponent component : type.getRecordComponents()) {
      Object part = parts[next++];
      if (holdsFloating(component.getType())) {
        try {
          Method accessor = partials.getClass().getDeclaredMethod(component.getName());
          all.addAll(partials(call(accessor, partials), component.getType(), part));
        } catch (NoSuchMethodException missing) {
          throw new AssertionError(missing);
        }
      }
    }
    return all;
  }

  private static Object call(Method accessor, Object target) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(target);
    } catch (ReflectiveOperationException failure) {
      throw new LinkageError(failure.getMessage(), failure);
    }
  }

  /** The elements of an array, or the components of a record; none of anything else. */
  static Object[] inside(Object value) {
    if (value != null && value.getClass().isRecord()) {
      return of(value);
    }
    Object[] elements =
        new Object[value != null && value.getClass().isArray() ? Array.getLength(value) : 0];
    Arrays.setAll(elements, i -> Array.get(value, i));
    return elements;
  }
}
