package dev.cotangent.processor.corpus;

import dev.cotangent.processor.companion.Companion.Holder;
import java.util.function.Consumer;

/**
 * Hessian-vector products: the value is the derivative along the vector, the product agrees with
 * differences of gradients, and the matrix is symmetric.
 */
final class HessianWitness implements Witness.AtPoint {
  private static final double FLOAT_ROUNDING = 0x1p-21;

  @Override
  public void examine(Subject subject, Point point, Consumer<String> complaints) {
    if (point.singular() || !Witnesses.returns(subject, point)) {
      return;
    }
    Coordinates coordinates = subject.coordinates(point);
    double[] u = Directions.across(coordinates, 11);
    double[] v = Directions.across(coordinates, 12);
    Holder along = product(subject, point, coordinates, v);
    double[] hv = subject.partials(along, point.arguments());
    Holder across = product(subject, point, coordinates, u);
    double[] hu = subject.partials(across, point.arguments());
    boolean floats = coordinates.anyFloat() || subject.returnsFloat();
    double rounding = floats ? FLOAT_ROUNDING : Witnesses.IDENTITY;
    double[] gradient = subject.gradient(point.copy());
    near(
        "∇f·v",
        along.value(),
        Directions.dot(gradient, v),
        rounding * (Math.abs(along.value()) + Directions.terms(gradient, v)),
        complaints);
    double terms = Directions.terms(u, hv) + Directions.terms(v, hu);
    near(
        "u·Hv and v·Hu",
        Directions.dot(u, hv),
        Directions.dot(v, hu),
        rounding * terms,
        complaints);
    compareWithDifferences(subject, coordinates, v, hv, complaints);
  }

  private static Holder product(Subject subject, Point point, Coordinates coordinates, double[] v) {
    return subject.companion().hvp(Values.append(point.copy(), coordinates.tangents(v)));
  }

  private static void compareWithDifferences(
      Subject subject,
      Coordinates coordinates,
      double[] v,
      double[] hv,
      Consumer<String> complaints) {
    double[] at = coordinates.point();
    double largest = Agreement.largest(hv);
    double gradient = Agreement.largest(subject.gradient(coordinates.at(at)));
    double size = Agreement.largest(v);
    for (int k = 0; k < hv.length; k += Math.max(1, hv.length / 16)) {
      int partial = k;
      Differences differences =
          Differences.of(
              t -> subject.gradient(coordinates.at(Directions.moved(at, t, v)))[partial]);
      double scale = Math.abs(hv[k]) + 0.1 * largest + 0.01 * gradient * Math.max(size, 1);
      near(
          "Hv[" + k + "] and differences",
          hv[k],
          differences.value(),
          subject.at().differences() * scale,
          complaints);
    }
  }

  private static void near(
      String what, double found, double expected, double tolerance, Consumer<String> complaints) {
    if (!(Math.abs(found - expected) <= tolerance + Double.MIN_NORMAL)) {
      complaints.accept(what + ": " + found + " and " + expected + ", tolerance " + tolerance);
    }
  }
}
