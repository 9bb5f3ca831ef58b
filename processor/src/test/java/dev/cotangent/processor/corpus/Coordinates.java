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

  /** Where a coordinate is: a parameter, and the indices of the element, none for a number. */
  private record Place(int parameter, List<Integer> indices) {
    Place element(int index) {
      List<Integer> all = new ArrayList<>(indices);
      all.add(index);
      return new Place(parameter, all);
    }

    /** The array among the parameter's rows in which the element is. */
    Object row(Object[] arguments) {
      Object row = arguments[parameter];
      for (int index : indices.subList(0, indices.size() - 1)) {
        row = Array.get(row, index);
      }
      return row;
    }

    int index() {
      return indices.get(indices.size() - 1);
    }
  }

  /** Of arguments, the parameters {@code wrt} being differentiated. */
  Coordinates(List<Integer> wrt, Object[] arguments) {
    this.wrt = wrt;
    this.arguments = arguments;
    for (int parameter : wrt) {
      collect(arguments[parameter], new Place(parameter, List.of()));
    }
    point = flat();
  }

  private void collect(Object value, Place place) {
    if (value instanceof Number) {
      places.add(place);
    } else if (value != null) {
      for (int i = 0; i < Array.getLength(value); i++) {
        collect(Array.get(value, i), place.element(i));
      }
    }
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
      flat[k] =
          place.indices.isEmpty()
              ? ((Number) arguments[place.parameter]).doubleValue()
              : Array.getDouble(place.row(arguments), place.index());
    }
    return flat;
  }

  /** Copies of the arguments, with other coordinates. */
  Object[] at(double[] point) {
    Object[] moved = Values.copy(arguments);
    for (int k = 0; k < point.length; k++) {
      Place place = places.get(k);
      if (place.indices.isEmpty()) {
        moved[place.parameter] =
            moved[place.parameter] instanceof Float ? (Object) (float) point[k] : (Object) point[k];
      } else if (place.row(moved) instanceof float[] floats) {
        floats[place.index()] = (float) point[k];
      } else {
        ((double[]) place.row(moved))[place.index()] = point[k];
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
    Place place = places.get(k);
    return place.indices.isEmpty()
        ? arguments[place.parameter] instanceof Float
        : place.row(arguments) instanceof float[];
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
