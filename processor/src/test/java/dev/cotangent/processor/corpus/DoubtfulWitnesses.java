package dev.cotangent.processor.corpus;

import dev.cotangent.NonSmooth;
import dev.cotangent.Sweep;
import dev.cotangent.processor.companion.Companion.Holder;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Witnesses for methods and points that come from chance: each first finds out how well it knows
 * what it says. Rounding shows when a derivative is computed with another seed, kinks and jumps
 * show in differences to one side.
 */
final class DoubtfulWitnesses {
  private static final double DIFFERENCES = 1e-5;

  /** No step is short enough for what is steeper. */
  private static final double STEEP = 1e6;

  /** What rounding of a value of one may leave in differences. */
  private static final double STEPS_ROUNDING = 0x1p-30;

  private static final double[] STEPS = {0x1p-6, 0x1p-12, 0x1p-20, 0x1p-30};

  private DoubtfulWitnesses() {}

  /** The gradient, by the define-by-run twin. */
  static void twin(Subject subject, Point point, Consumer<String> complaints) {
    if (!Witnesses.returns(subject, point)) {
      return;
    }
    Twin twin = new Twin(subject, point.copy());
    double[] expected = twin.partials(NonSmooth.STRONG_ZERO);
    double[] other = twin.partials(Doubt.OTHER_SEED, NonSmooth.STRONG_ZERO);
    double[] found = subject.gradient(point.copy());
    compare(subject, point, found, new double[][] {expected, other}, complaints);
  }

  /** Compares what is finite with what was computed twice, the second time with another seed. */
  private static void compare(
      Subject subject, Point point, double[] found, double[][] twice, Consumer<String> complaints) {
    compare(subject, point, found, twice, 0, complaints);
  }

  /**
   * The same.
   *
   * @param rest what rounding may leave, whatever another seed shows
   */
  private static void compare(
      Subject subject,
      Point point,
      double[] found,
      double[][] twice,
      double rest,
      Consumer<String> complaints) {
    new Doubt(subject.at(), subject.coordinates(point)).compare(found, twice, rest, complaints);
  }

  /** Forward against reverse mode. */
  static void forward(Subject subject, Point point, Consumer<String> complaints) {
    if (Witnesses.returns(subject, point)) {
      Coordinates coordinates = subject.coordinates(point);
      forward(
          subject,
          point,
          directions ->
              Arrays.stream(directions)
                  .mapToDouble(v -> tangent(subject, point, coordinates.tangents(v)))
                  .toArray(),
          complaints);
    }
  }

  /** Several directions at once, where there is a Jacobian. */
  static void jvps(Subject subject, Point point, Consumer<String> complaints) {
    if (!subject.has("jvps")) {
      return;
    }
    Holder holder = subject.companion().jacobianHolder(Sweep.CHEAPEST);
    double[][] directions = new double[5][subject.coordinates(point).dimension()];
    same(subject, point, at -> jvps(subject, at, directions, holder), complaints);
    if (Witnesses.returns(subject, point)) {
      forward(subject, point, some -> tangents(subject, point, some, holder), complaints);
    }
  }

  private static double jvps(Subject subject, Object[] at, double[][] directions, Holder holder) {
    Object[] all = Values.append(at, directions, holder.target());
    return ((Number) subject.companion().call("jvps", all)).doubleValue();
  }

  private static double[] tangents(
      Subject subject, Point point, double[][] directions, Holder holder) {
    jvps(subject, point.copy(), directions, holder);
    return Arrays.stream((double[][]) holder.get("along")).mapToDouble(row -> row[0]).toArray();
  }

  /**
   * Forward against reverse mode.
   *
   * @param tangents the derivatives along directions
   */
  private static void forward(
      Subject subject,
      Point point,
      Function<double[][], double[]> tangents,
      Consumer<String> complaints) {
    Coordinates coordinates = subject.coordinates(point);
    double[] gradient = subject.gradient(point.copy());
    boolean floats = coordinates.anyFloat() || subject.returnsFloat();
    for (int seed = 1; seed <= 2; seed++) {
      double[] direction = Directions.across(coordinates, seed);
      double dot = Directions.dot(gradient, direction);
      double expected = subject.returnsFloat() ? (float) dot : dot;
      double[] twice = tangents.apply(new double[][] {direction, scaled(direction)});
      double found = twice[0];
      double noise = floats ? 0 : Math.abs(twice[1] / Doubt.OTHER_SEED - found);
      double terms = Directions.terms(gradient, direction);
      double tolerance =
          (floats ? Doubt.FLOAT_ROUNDING : Doubt.ROUNDING) * terms
              + Doubt.MARGIN * noise
              + Doubt.TINY;
      // Infinite partials meet zeros in another order.
      boolean told = Double.isFinite(terms) && !Double.isNaN(found) && found != expected;
      if (told && !(Math.abs(found - expected) <= tolerance)) {
        complaints.accept("forward mode has " + found + ", reverse mode " + expected);
      }
    }
  }

  private static double tangent(Subject subject, Point point, Object[] tangents) {
    return subject.companion().jvp(Values.append(point.copy(), tangents)).tangent();
  }

  private static double[] scaled(double[] direction) {
    double[] scaled = direction.clone();
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] *= Doubt.OTHER_SEED;
    }
    return scaled;
  }

  /** The Hessian times a vector, by the twin of the twin. */
  static void secondOrder(Subject subject, Point point, Consumer<String> complaints) {
    if (!Witnesses.returns(subject, point)) {
      return;
    }
    Coordinates coordinates = subject.coordinates(point);
    double[] direction = Directions.across(coordinates, 11);
    double[] found = product(subject, point, coordinates.tangents(direction));
    Twin twin = new Twin(subject, point.copy());
    double[] expected = twin.product(1, direction);
    double[] other = twin.product(Doubt.OTHER_SEED, direction);
    compare(subject, point, found, new double[][] {expected, other}, complaints);
  }

  private static double[] product(Subject subject, Point point, Object[] tangents) {
    Object[] arguments = Values.append(point.copy(), tangents);
    return subject.partials(subject.companion().hvp(arguments), arguments);
  }

  /** The matrix of second partials, if there is one: its product with a vector against hvp. */
  static void hessian(Subject subject, Point point, Consumer<String> complaints) {
    if (!subject.has("hessian")) {
      return;
    }
    same(subject, point, at -> subject.companion().hessian(at).value(), complaints);
    if (point.singular() || !Witnesses.returns(subject, point)) {
      return;
    }
    Coordinates coordinates = subject.coordinates(point);
    double[] direction = Directions.across(coordinates, 12);
    double[] expected = product(subject, point, coordinates.tangents(direction));
    double[] other = product(subject, point, coordinates.tangents(scaled(direction)));
    double[][] matrix = subject.companion().hessian(point.copy()).matrix();
    double[] found = new double[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      found[i] = Directions.dot(matrix[i], direction);
    }
    // Second partials may be left over from first ones that cancel.
    double rest = Math.ulp(Agreement.largest(subject.gradient(point.copy())));
    if (isFinite(expected)) {
      compare(subject, point, found, new double[][] {expected, other}, rest, complaints);
    }
  }

  private static boolean isFinite(double[] vector) {
    return Arrays.stream(vector).allMatch(Double::isFinite);
  }

  /** The Jacobian, if there is one: its only row, by forward and by reverse mode. */
  static void jacobian(Subject subject, Point point, Consumer<String> complaints) {
    if (!subject.has("jacobian")) {
      return;
    }
    for (Sweep sweep : Sweep.values()) {
      Holder holder = subject.companion().jacobianHolder(sweep);
      same(
          subject,
          point,
          at -> {
            Object value = subject.companion().call("jacobian", Values.append(at, holder.target()));
            return ((Number) value).doubleValue();
          },
          complaints);
      if (Witnesses.returns(subject, point)) {
        Twin twin = new Twin(subject, point.copy());
        double[] expected = twin.partials(NonSmooth.STRONG_ZERO);
        double[] other = twin.partials(Doubt.OTHER_SEED, NonSmooth.STRONG_ZERO);
        double[] row = subject.row(holder);
        // In forward mode infinite partials meet the zeros of the unit vectors.
        if (sweep == Sweep.REVERSE || isFinite(expected)) {
          compare(subject, point, row, new double[][] {expected, other}, complaints);
        }
      }
    }
  }

  /** Several cotangents behind one forward sweep, if they are asked for. */
  static void pullback(Subject subject, Point point, Consumer<String> complaints) {
    if (!subject.has("pullback")) {
      return;
    }
    Holder pullback = subject.companion().pullbackHolder();
    same(
        subject,
        point,
        at -> {
          Object value = subject.companion().call("pullback", Values.append(at, pullback.target()));
          return ((Number) value).doubleValue();
        },
        complaints);
    if (Witnesses.returns(subject, point)) {
      double[] gradient = subject.gradient(point.copy());
      double[] first = pulled(subject, point, pullback, 1);
      double[] other =
          subject.returnsFloat()
              ? scaled(gradient)
              : pulled(subject, point, pullback, Doubt.OTHER_SEED);
      compare(subject, point, first, new double[][] {gradient, other}, complaints);
      if (!Arrays.equals(first, pulled(subject, point, pullback, 1))) {
        complaints.accept("the same cotangent gives other partials later");
      }
    }
  }

  private static double[] pulled(Subject subject, Point point, Holder pullback, double cotangent) {
    Object given = subject.returnsFloat() ? (Object) (float) cotangent : (Object) cotangent;
    return subject.partials(new Holder(pullback.call("pull", given)), point.arguments());
  }

  /** Bits, effects and exceptions. */
  private static void same(
      Subject subject, Point point, ToDoubleFunction<Object[]> call, Consumer<String> complaints) {
    Outcome expected = Outcome.of(point.arguments(), subject::primal);
    String difference = Outcome.of(point.arguments(), call).differenceFrom(expected);
    if (difference != null) {
      complaints.accept(difference);
    }
  }

  /** Gradient and Hessian along a direction, by differences of values and of gradients. */
  static void differences(Subject subject, Point point, Consumer<String> complaints) {
    if (point.singular() || !Witnesses.returns(subject, point)) {
      return;
    }
    Coordinates coordinates = subject.coordinates(point);
    double[] at = coordinates.point();
    double[] v = Directions.across(coordinates, 3);
    double[] u = Directions.across(coordinates, 4);
    double[] gradient = subject.gradient(point.copy());
    disagreement(
        "gradient",
        quiet(t -> subject.primal(coordinates.at(Directions.moved(at, t, v)))),
        Directions.dot(gradient, v),
        Directions.terms(gradient, v),
        () -> new Twin(subject, point.copy()).seen(v, STEPS[0]),
        complaints);
    // A slope that no step can show comes from jumps between the steps, and so may the gradient's.
    if (isSteep(gradient, u) || isSteep(gradient, v)) {
      return;
    }
    // Through a rule the twin has no second derivative to see: the steps are the same.
    double slope = Directions.dot(gradient, v);
    double seen = number(() -> new Twin(subject, point.copy()).seen(v, STEPS[0]));
    if (Math.abs(seen - slope) > DIFFERENCES * Directions.terms(gradient, v)) {
      return;
    }
    double[] product = product(subject, point, coordinates.tangents(v));
    disagreement(
        "Hessian",
        quiet(t -> Directions.dot(u, subject.gradient(coordinates.at(Directions.moved(at, t, v))))),
        Directions.dot(u, product),
        Directions.terms(u, product),
        () -> new Twin(subject, point.copy()).seenOfGradient(u, v, STEPS[0]),
        complaints);
  }

  private static boolean isSteep(double[] gradient, double[] direction) {
    return !(Directions.terms(gradient, direction) < STEEP);
  }

  private static void disagreement(
      String what,
      DoubleUnaryOperator f,
      double expected,
      double terms,
      DoubleSupplier seen,
      Consumer<String> complaints) {
    if (!(terms < STEEP) || !Double.isFinite(f.applyAsDouble(0))) {
      return;
    }
    Differences differences = Differences.of(f);
    if (!(Math.abs(differences.value()) < STEEP)) {
      return;
    }
    double gap = Math.abs(differences.value() - expected);
    double size = Math.abs(f.applyAsDouble(0));
    double tolerance =
        Math.min(gap / 4, Math.abs(differences.value()) / 4 + Math.min(terms, size) / 100);
    double rounding = DIFFERENCES * (terms + size) + Doubt.TINY;
    boolean doubtful =
        gap > rounding
            && differences.error() < gap / 100
            && isSteady(differences, size)
            && isSmooth(f, differences, tolerance);
    // Rounding by numbers much larger than the step may have swallowed it, or made stairs of it.
    if (doubtful && Math.abs(differences.value() - number(seen)) > rounding) {
      complaints.accept(what + " " + expected + ", but " + differences.value() + " by differences");
    }
  }

  /** Whether several steps agree among themselves: no oscillation faster than they can show. */
  private static boolean isSteady(Differences differences, double size) {
    double rounding = STEPS_ROUNDING * size + Doubt.TINY;
    return differences.spread() <= Math.abs(differences.value()) / 100 + rounding;
  }

  /** A step to where the method throws shows nothing. */
  private static DoubleUnaryOperator quiet(DoubleUnaryOperator f) {
    return t -> number(() -> f.applyAsDouble(t));
  }

  private static double number(DoubleSupplier f) {
    try {
      return f.getAsDouble();
    } catch (RuntimeException | AssertionError thrown) {
      return Double.NaN;
    }
  }

  /** Whether the slopes to both sides are the derivative: no kink, no jump, no rounding. */
  private static boolean isSmooth(
      DoubleUnaryOperator f, Differences differences, double tolerance) {
    double derivative = differences.value();
    double middle = f.applyAsDouble(0);
    for (double step : STEPS) {
      double right = (f.applyAsDouble(step) - middle) / step;
      double left = (middle - f.applyAsDouble(-step)) / step;
      if (!(Math.abs(right - derivative) <= tolerance)
          || !(Math.abs(left - derivative) <= tolerance)) {
        return false;
      }
    }
    return true;
  }
}
