package dev.cotangent.processor.corpus;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The floating values of the parameters that are differentiated, flattened: from arguments to a
 * vector and back. Of records the floating components count, in their order.
 */
final class Coordinates {
  private final List<Integer> wrt;
  private final Object[] arguments;
  private final List<Number> numbers = new ArrayList<>();

  /** Of arguments, the parameters {@code wrt} being differentiated. */
  Coordinates(List<Integer> wrt, Object[] arguments) {
    this.wrt = wrt;
    this.arguments = arguments;
    for (int parameter : wrt) {
      collect(arguments[parameter]);
    }
  }

  private static boolean isFloating(Object value) {
    return value instanceof Double || value instanceof Float;
  }

  private void collect(Object value) {
    if (isFloating(value)) {
      numbers.add((Number) value);
    }
    for (Object part : Parts.inside(value)) {
      collect(part);
    }
  }

  int dimension() {
    return numbers.size();
  }

  double[] point() {
    return numbers.stream().mapToDouble(Number::doubleValue).toArray();
  }

  /** Copies of the arguments, with other coordinates. */
  Object[] at(double[] point) {
    Object[] moved = Values.copy(arguments);
    Moved values = new Moved(point);
    for (int parameter : wrt) {
      moved[parameter] = values.moved(moved[parameter]);
    }
    return moved;
  }

  /** Puts a vector's components in the places of coordinates, one after the other. */
  private static final class Moved {
    private final double[] point;
    private int next;

    Moved(double[] point) {
      this.point = point;
    }

    Object moved(Object value) {
      if (value instanceof Double) {
        return point[next++];
      }
      if (value instanceof Float) {
        return (float) point[next++];
      }
      if (value != null && value.getClass().isRecord()) {
        return Parts.map(value, this::moved);
      }
      for (int i = 0; value != null && value.getClass().isArray() && i < length(value); i++) {
        Array.set(value, i, moved(Array.get(value, i)));
      }
      return value;
    }

    private static int length(Object array) {
      return Array.getLength(array);
    }
  }

  /** A vector as tangents: one value for each parameter that is differentiated, of its type. */
  Object[] tangents(double[] vector) {
    Object[] all = at(vector);
    return wrt.stream().map(parameter -> all[parameter]).toArray();
  }

  /** Whether a coordinate is a {@code float}. */
  boolean isFloat(int k) {
    return numbers.get(k) instanceof Float;
  }

  /** Whether any is. */
  boolean anyFloat() {
    return IntStream.range(0, dimension()).anyMatch(this::isFloat);
  }

  /** A power of two of about the coordinate's size: the unit of steps. */
  double unit(int k) {
    double x = numbers.get(k).doubleValue();
    return x == 0 || !Double.isFinite(x) ? 1 : Math.scalb(1.0, Math.getExponent(x));
  }
}
