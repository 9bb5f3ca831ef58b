package dev.cotangent.processor.corpus;

import dev.cotangent.DifferentiableFunction;
import dev.cotangent.GradientCheck;
import dev.cotangent.NonSmooth;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** All witnesses, in the order in which a report is easiest to read. */
final class Witnesses {
  static final List<Witness> ALL =
      List.of(
          // What the user's method does is sacred, so it is asked first.
          Witness.atEachPoint("primal", new PrimalWitness()),
          Witness.atEachPoint("stated", Witnesses::stated),
          new HolderWitness(),
          new BesideWitness(),
          Witness.atEachPoint("twin", Witnesses::twin),
          Witness.atEachPoint("differences", Witnesses::differences),
          Witness.atEachPoint("forward", Witnesses::forward),
          Witness.atEachPoint("hessian", new HessianWitness()),
          Witness.atEachPoint("check", Witnesses::check),
          Witness.atEachPoint("bind", Witnesses::bind),
          // Last: it runs everything many times.
          new AllocationWitness());

  private static final double FLOAT_ULPS = 0x1p-22;
  private static final double ROUNDING = 1e-13;

  /** How far the two sides of an identity may be apart, of the sum of the sizes of all terms. */
  static final double IDENTITY = 1e-14;

  /**
   * Methods of which a single partial is what remains of much larger terms inside the method, so
   * that its own size says nothing of its rounding.
   */
  private static final Set<String> CANCELLING =
      Set.of("Accumulations.histogram", "Corners.indicesOverwrittenLater", "Nested.curvature");

  /** What differences leave of a derivative that is zero. */
  private static final double TINY = 1e-15;

  private Witnesses() {}

  /** Whether the method returns at a point at all. */
  static boolean returns(Subject subject, Point point) {
    return Outcome.of(point.arguments(), subject::primal).thrown() == null;
  }

  /** What the corpus itself states. */
  private static void stated(Subject subject, Point point, Consumer<String> complaints) {
    if (point.expected() == null) {
      return;
    }
    for (int i = 0; i < subject.wrt().size(); i++) {
      double[] expected = Values.numbers(point.expected()[i]);
      double[] gradient = subject.gradient(point.copy());
      int offset = offset(subject, point, i);
      for (int k = 0; k < expected.length; k++) {
        double found = gradient[offset + k];
        if (!Agreement.within(4 * Math.ulp(expected[k]), found, expected[k])) {
          complaints.accept(
              "has the partial "
                  + found
                  + " in "
                  + subject.parameter(subject.wrt().get(i))
                  + ", not "
                  + expected[k]);
        }
      }
    }
  }

  /** Where a parameter's partials begin in the flat gradient. */
  private static int offset(Subject subject, Point point, int parameter) {
    return new Coordinates(subject.wrt().subList(0, parameter), point.arguments()).dimension();
  }

  /** The define-by-run twin. */
  private static void twin(Subject subject, Point point, Consumer<String> complaints) {
    if (!returns(subject, point)) {
      return;
    }
    Coordinates coordinates = subject.coordinates(point);
    NonSmooth convention = subject.at().ieee() ? NonSmooth.IEEE : NonSmooth.STRONG_ZERO;
    double[] expected = new Twin(subject, point.copy()).partials(convention);
    double[] found = subject.gradient(point.copy());
    double value = Math.abs(subject.primal(point.copy()));
    double largest = Agreement.largest(expected) + (Double.isFinite(value) ? value : 0);
    for (int k = 0; k < expected.length; k++) {
      double partial = coordinates.isFloat(k) ? (float) expected[k] : expected[k];
      double relative = coordinates.isFloat(k) ? FLOAT_ULPS : ROUNDING;
      double tolerance = relative * 10 * Math.abs(partial) + ROUNDING * largest;
      if (!Agreement.within(tolerance, found[k], partial)) {
        complaints.accept("[" + k + "] is " + found[k] + ", but " + partial + " by Scalar");
      }
    }
  }

  /** Differences of the user's own method. */
  private static void differences(Subject subject, Point point, Consumer<String> complaints) {
    if (point.singular()) {
      return;
    }
    Coordinates coordinates = subject.coordinates(point);
    double[] at = coordinates.point();
    double[] gradient = subject.gradient(point.copy());
    double value = Math.abs(subject.primal(point.copy()));
    for (double[] direction : Directions.all(coordinates)) {
      double expected = Directions.dot(gradient, direction);
      double scale = Directions.terms(gradient, direction) + 0.01 * value;
      Differences differences =
          Differences.of(t -> subject.primal(coordinates.at(Directions.moved(at, t, direction))));
      double tolerance = subject.at().differences() * scale + TINY;
      if (!(Math.abs(differences.value() - expected) <= tolerance)) {
        complaints.accept(
            "along "
                + java.util.Arrays.toString(direction)
                + " the derivative is "
                + expected
                + ", but "
                + differences.value()
                + " ± "
                + differences.error()
                + " by differences");
      }
    }
  }

  /**
   * Forward against reverse: ⟨ȳ, J v⟩ = ⟨Jᵀ ȳ, v⟩. At singular points along single coordinates
   * only, and NaN of either is no disagreement there: infinite partials meet zeros in another
   * order.
   */
  private static void forward(Subject subject, Point point, Consumer<String> complaints) {
    if (!returns(subject, point)) {
      return;
    }
    Coordinates coordinates = subject.coordinates(point);
    double[] gradient = subject.gradient(point.copy());
    boolean floats = coordinates.anyFloat() || subject.returnsFloat();
    for (double[] direction : Directions.all(coordinates)) {
      double tangent = tangent(subject, point, coordinates.tangents(direction));
      double expected = Directions.strongDot(gradient, direction);
      double terms = Directions.terms(gradient, direction);
      double identity =
          Directions.isAlongOne(direction) && CANCELLING.contains(subject.name())
              ? ROUNDING * terms
              : IDENTITY * (Math.abs(tangent) + terms);
      double tolerance = (floats ? FLOAT_ULPS * terms : identity) + Double.MIN_NORMAL;
      boolean untold = point.singular() && (Double.isNaN(tangent) || Double.isNaN(expected));
      if (!untold && !Agreement.within(tolerance, tangent, expected)) {
        complaints.accept(
            "along "
                + java.util.Arrays.toString(direction)
                + " forward mode has "
                + tangent
                + ", reverse mode "
                + expected);
      }
    }
  }

  private static double tangent(Subject subject, Point point, Object[] tangents) {
    return subject.companion().jvp(Values.append(point.copy(), tangents)).tangent();
  }

  /** The companion's own check. */
  private static void check(Subject subject, Point point, Consumer<String> complaints) {
    if (!returns(subject, point)) {
      return;
    }
    Object[] arguments = point.copy();
    GradientCheck check = subject.companion().check(arguments);
    if (!check.passed()) {
      complaints.accept("does not pass:\n" + check);
    }
    if (!Values.same(arguments, point.arguments())) {
      complaints.accept("was changed by check");
    }
  }

  /** The function of one vector. */
  private static void bind(Subject subject, Point point, Consumer<String> complaints) {
    if (!returns(subject, point)) {
      return;
    }
    Coordinates coordinates = subject.coordinates(point);
    DifferentiableFunction function = subject.companion().bind(point.copy());
    double[] at = function.initialPoint();
    double[] direction = Directions.across(coordinates, 1);
    double[] gradient = new double[function.dimension()];
    double[] product = new double[function.dimension()];
    Object[] tangents = coordinates.tangents(direction);
    double expected = subject.primal(point.copy());
    same("initial point", at, coordinates.point(), complaints);
    for (int repeat = 0; repeat < 2; repeat++) {
      same("value", function.value(at), expected, complaints);
      same(
          "value beside the gradient",
          function.valueAndGradient(at, gradient),
          expected,
          complaints);
      same("gradient", gradient, subject.gradient(point.copy()), complaints);
      double along = function.directionalDerivative(at, direction);
      same("directional derivative", along, tangent(subject, point, tangents), complaints);
      function.hessianVectorProduct(at, direction, product);
      Object[] arguments = Values.append(point.copy(), tangents);
      double[] second = subject.partials(subject.companion().hvp(arguments), arguments);
      same("Hessian-vector product", product, second, complaints);
    }
    same("point afterwards", at, coordinates.point(), complaints);
  }

  private static void same(
      String what, Object found, Object expected, Consumer<String> complaints) {
    if (!Values.same(new Object[] {found}, new Object[] {expected})) {
      complaints.accept(
          what
              + " is "
              + java.util.Arrays.toString(Values.numbers(found))
              + ", not "
              + java.util.Arrays.toString(Values.numbers(expected)));
    }
  }
}
