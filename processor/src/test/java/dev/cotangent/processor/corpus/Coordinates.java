package dev.cotangent.processor.corpus;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * The floating values of the parameters that are differentiated, flattened: from arguments to a
 * vector and back.
 */
final class Coordinates {
  private final List<Integer> wrt;
  private final Object[] arguments;
  private final List<Place> places = new ArrayList<>();
  private final double[] point;

  /** Where a coordinate is: a parameter, and the element, or −1 for a number. */
  private record Place(int parameter, int element) {}

  /** Of arguments, the parameters {@code wrt} being differentiated. */
  Coordinates(List<Integer> wrt, Object[] arguments) {
    this.wrt = wrt;
    this.arguments = arguments;
    for (int parameter : wrt) {
      Object argument = arguments[parameter];
      if (argument instanceof Number) {
        places.add(new Place(parameter, -1));
      } else if (argument != null) {
        for (int i = 0; i < Array.getLength(argument); i++) {
          places.add(new Place(parameter, i));
        }
      }
    }
    point = flat();
  }

  int dimension() {
    return places.size();
  }

  double[] point() {
    return point.clone();
  }

  private double[] flat() {
    double[] flat = new double[places.size()];
    for (int k = 0; k < flat.length; k++) {
      Place place = places.get(k);
      Object argument = arguments[place.parameter];
      flat[k] =
          place.element < 0
              ? ((Number) argument).doubleValue()
              : Array.getDouble(argument, place.element);
    }
    return flat;
  }

  /** Copies of the arguments, with other coordinates. */
  Object[] at(double[] point) {
    Object[] moved = Values.copy(arguments);
    for (int k = 0; k < point.length; k++) {
      Place place = places.get(k);
      if (place.element < 0) {
        moved[place.parameter] =
            moved[place.parameter] instanceof Float ? (Object) (float) point[k] : (Object) point[k];
      } else if (moved[place.parameter] instanceof float[] floats) {
        floats[place.element] = (float) point[k];
      } else {
        ((double[]) moved[place.parameter])[place.element] = point[k];
      }
    }
    return moved;
  }

  /** A vector as tangents: one value for each parameter that is differentiated, of its type. */
  Object[] tangents(double[] vector) {
    Object[] all = at(vector);
    return wrt.stream().map(parameter -> all[parameter]).toArray();
  }

  /** Whether a coordinate is a {@code float}. */
  boolean isFloat(int k) {
    Object argument = arguments[places.get(k).parameter];
    return argument instanceof Float || argument instanceof float[];
  }

  /** Whether any is. */
  boolean anyFloat() {
    for (int k = 0; k < places.size(); k++) {
      if (isFloat(k)) {
        return true;
      }
    }
    return false;
  }

  /** A power of two of about the coordinate's size: the unit of steps. */
  double unit(int k) {
    double x = point[k];
    return x == 0 || !Double.isFinite(x) ? 1 : Math.scalb(1.0, Math.getExponent(x));
  }
}
