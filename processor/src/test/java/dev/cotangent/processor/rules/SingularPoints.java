package dev.cotangent.processor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where a derivative does not exist or is not finite, and what it is there by convention. */
final class SingularPoints {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  /** The functions whose partials may be infinite, so that a zero seed is guarded. */
  static final Set<String> GUARDED =
      Set.of("sqrt", "cbrt", "log", "log10", "log1p", "pow", "asin", "acos", "hypot", "atan2");

  /** One point: the arguments, and the partial in each of them. */
  record SingularPoint(String function, List<Double> at, List<Double> partials) {
    double[] arguments() {
      return at.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  /** Points of one kind, and why their partials are what they are. */
  record Convention(String place, String why, List<SingularPoint> points) {}

  static final List<Convention> CONVENTIONS =
      List.of(
          at(
              "a kink of abs",
              "the subgradient of least norm, which is signum",
              one("abs", 0.0, 0.0),
              one("abs", -0.0, 0.0)),
          at(
              "a tie of max or min",
              "one argument is returned, the first; the partials add up to 1",
              two("max", 1, 1, 1, 0),
              two("min", 1, 1, 1, 0),
              two("max", 0.0, 0.0, 1, 0),
              two("min", -0.0, -0.0, 1, 0)),
          at(
              "max or min of zeros of both signs",
              "the argument that Java returns",
              two("max", 0.0, -0.0, 1, 0),
              two("max", -0.0, 0.0, 0, 1),
              two("min", 0.0, -0.0, 0, 1),
              two("min", -0.0, 0.0, 1, 0)),
          at(
              "max or min with NaN",
              "the argument that Java returns",
              two("max", NAN, 1, 1, 0),
              two("max", 1, NAN, 0, 1),
              two("max", NAN, NAN, 1, 0),
              two("min", NAN, 1, 1, 0),
              two("min", 1, NAN, 0, 1)),
          at(
              "on a bound of clamp, and outside",
              "1 to the argument on the bound and inside, else to the bound returned",
              new SingularPoint("clamp", List.of(1.0, 1.0, 2.0), List.of(1.0, 0.0, 0.0)),
              new SingularPoint("clamp", List.of(2.0, 1.0, 2.0), List.of(1.0, 0.0, 0.0)),
              new SingularPoint("clamp", List.of(0.5, 1.0, 2.0), List.of(0.0, 1.0, 0.0)),
              new SingularPoint("clamp", List.of(3.0, 1.0, 2.0), List.of(0.0, 0.0, 1.0))),
          at(
              "sqrt at a zero",
              "1/(2r), the true limit, with the sign of the zero",
              one("sqrt", 0.0, INF),
              one("sqrt", -0.0, -INF)),
          at("cbrt at a zero", "the true limit", one("cbrt", 0.0, INF), one("cbrt", -0.0, INF)),
          at(
              "hypot at the origin",
              "the subgradient of least norm",
              two("hypot", 0.0, 0.0, 0, 0),
              two("hypot", -0.0, 0.0, 0, 0)),
          at(
              "atan2 at the origin",
              "0, as for hypot",
              two("atan2", 0.0, 0.0, 0, 0),
              two("atan2", 0.0, -0.0, 0, 0),
              two("atan2", -0.0, 0.0, 0, 0)),
          at(
              "asin and acos at ±1",
              "the true limit",
              one("asin", 1, INF),
              one("asin", -1, INF),
              one("acos", 1, -INF),
              one("acos", -1, -INF)),
          at(
              "logarithms at their pole",
              "the IEEE value of 1/x",
              one("log", 0.0, INF),
              one("log", -0.0, -INF),
              one("log10", 0.0, INF),
              one("log10", -0.0, -INF),
              one("log1p", -1, INF)),
          at(
              "outside the domain",
              "the value of the formula; the function itself is NaN",
              one("log", -1, -1),
              one("sqrt", -1, NAN),
              one("asin", 2, NAN),
              one("acos", 2, NAN)),
          at(
              "pow at 1, and at ordinary points for comparison",
              "y·x^(y−1) and r·ln x",
              two("pow", 1, 2, 2, 0),
              two("pow", 2, 2, 4, 2.772588722239781)),
          at(
              "pow at a zero",
              "the limit in the base; in the exponent 0 if it is positive, else NaN",
              two("pow", 0.0, 2, 0, 0),
              two("pow", -0.0, 2, 0, 0),
              two("pow", 0.0, 1, 1, 0),
              two("pow", -0.0, 1, 1, 0),
              two("pow", 0.0, 0, 0, NAN),
              two("pow", -0.0, 0, 0, NAN),
              two("pow", 0.0, -1, -INF, NAN),
              two("pow", -0.0, -1, -INF, NAN),
              two("pow", 0.0, -2, -INF, NAN),
              two("pow", -0.0, -2, INF, NAN),
              two("pow", 0.0, 0.5, INF, 0),
              two("pow", 0.0, 3.5, 0, 0),
              two("pow", 0.0, -1.5, -INF, NAN)),
          at(
              "pow of a negative number",
              "as usual in the base; NaN in the exponent, which has no neighbourhood",
              two("pow", -2, 2, -4, NAN),
              two("pow", -2, 3, 12, NAN),
              two("pow", -2, -1, -0.25, NAN)),
          at(
              "copySign with zeros",
              "signum(x)·signum(y), where a zero has the sign of its bit",
              two("copySign", 0.0, 2, 1, 0),
              two("copySign", -0.0, 2, -1, 0),
              two("copySign", 3, -0.0, -1, 0)),
          at(
              "remainders",
              "1, and minus the whole quotient: truncated for %, half to even for IEEEremainder",
              two("%", 5, 2, 1, -2),
              two("%", -5, 2, 1, 2),
              two("%", 6, 2, 1, -3),
              two("IEEEremainder", 5, 2, 1, -2),
              two("IEEEremainder", 7, 2, 1, -4)),
          at(
              "jumps",
              "0, as on both sides",
              one("floor", 1, 0),
              one("ceil", 1, 0),
              one("rint", 0.5, 0),
              one("signum", 0.0, 0),
              one("ulp", 1, 0)));

  private SingularPoints() {}

  /** All points whose function the running JDK has. */
  static List<SingularPoint> all() {
    List<SingularPoint> points = new ArrayList<>();
    for (Convention convention : CONVENTIONS) {
      for (SingularPoint point : convention.points()) {
        if (Subjects.find(point.function()).isPresent()) {
          points.add(point);
        }
      }
    }
    return points;
  }

  private static Convention at(String place, String why, SingularPoint... points) {
    return new Convention(place, why, List.of(points));
  }

  private static SingularPoint one(String function, double x, double dx) {
    return new SingularPoint(function, List.of(x), List.of(dx));
  }

  private static SingularPoint two(String function, double x, double y, double dx, double dy) {
    return new SingularPoint(function, List.of(x, y), List.of(dx, dy));
  }
}
