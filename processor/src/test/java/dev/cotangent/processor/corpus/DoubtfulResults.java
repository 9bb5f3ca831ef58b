package dev.cotangent.processor.corpus;

import dev.cotangent.Sweep;
import dev.cotangent.processor.companion.Companion;
import dev.cotangent.processor.companion.Companion.Holder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Witnesses for methods whose results are other than one number and whose points come from chance.
 * The twin's Jacobian is the measure of all products.
 */
final class DoubtfulResults {
  /** The twin takes derivatives within the method in its own way. */
  private static final double NESTED = 1e-12;

  private final ManySubject subject;
  private final Point point;
  private final Consumer<String> complaints;
  private final ManyOutcome expected;

  private DoubtfulResults(ManySubject subject, Point point, Consumer<String> complaints) {
    this.subject = subject;
    this.point = point;
    this.complaints = complaints;
    this.expected = ManyOutcome.of(point.arguments(), subject::primal);
  }

  /** Looks at a method at all its points. */
  static void examine(ManySubject subject, Consumer<String> complaints) {
    for (Point point : subject.points()) {
      try {
        new DoubtfulResults(subject, point, c -> complaints.accept(point + " " + c)).examine();
      } catch (RuntimeException | LinkageError | AssertionError thrown) {
        complaints.accept(point + " threw " + thrown);
      }
    }
  }

  private void examine() {
    primal();
    if (expected.thrown() != null) {
      return;
    }
    Rows rows = new Rows(new ManyTwin(subject, point.copy()));
    for (Sweep sweep : Sweep.values()) {
      jacobian(sweep, rows);
    }
    forwards(rows);
    backwards(rows);
  }

  // The method itself.

  /** Bits, effects, exceptions, and which arrays are which. */
  private void primal() {
    Companion companion = subject.companion();
    Object[] tangents = tangents(1);
    Object[] cotangents = cotangents(1);
    same("value", p -> companion.call("value", p));
    same("jvp", p -> value(companion.jvp(Values.append(p, tangents))));
    same("vjp", p -> value(new Holder(companion.call("vjp", Values.append(p, cotangents)))));
    for (Sweep sweep : Sweep.values()) {
      Object into = companion.jacobianHolder(sweep).target();
      same("jacobian " + sweep, p -> companion.call("jacobian", Values.append(p, into)));
    }
    Object along = companion.jacobianHolder(Sweep.CHEAPEST).target();
    same("jvps", p -> companion.call("jvps", Values.append(p, directions(), along)));
    Object pullback = companion.pullbackHolder().target();
    same("pullback", p -> companion.call("pullback", Values.append(p, pullback)));
    if (expected.thrown() == null) {
      double[] twin = new ManyTwin(subject, point.copy()).values();
      double[] values = ManySubject.flat(expected.results());
      boolean alike =
          subject.nests() ? Agreement.near(twin, values, NESTED) : Arrays.equals(twin, values);
      if (!alike) {
        complaints.accept(
            "scalar gives " + Arrays.toString(twin) + ", not " + Arrays.toString(values));
      }
    }
  }

  private Object value(Holder holder) {
    return subject.hasValue() ? holder.get("value") : null;
  }

  private void same(String member, Function<Object[], Object> call) {
    ManyOutcome found =
        ManyOutcome.of(
            point.arguments(), arguments -> subject.results(call.apply(arguments), arguments));
    String difference = found.differenceFrom(expected);
    if (difference != null) {
      complaints.accept(member + " " + difference);
    }
  }

  // Derivatives.

  /** The twin's Jacobian, and what it is times another seed. */
  private static final class Rows {
    private final double[][] rows;
    private final double[][] other;

    Rows(ManyTwin twin) {
      int count = twin.values().length;
      rows = new double[count][];
      other = new double[count][];
      for (int k = 0; k < count; k++) {
        rows[k] = twin.partials(k, 1);
        other[k] = twin.partials(k, Doubt.OTHER_SEED);
      }
    }

    /** The rows added up, each times its weight; and the same with the other seed. */
    double[][] sums(double[] weights, int columns) {
      return new double[][] {sum(rows, weights, columns), sum(other, weights, columns)};
    }

    private static double[] sum(double[][] rows, double[] weights, int columns) {
      double[] sum = new double[columns];
      for (int k = 0; k < rows.length; k++) {
        for (int i = 0; i < columns; i++) {
          sum[i] += weights[k] * rows[k][i];
        }
      }
      return sum;
    }

    /** The size of what is added up for each column, at most. */
    double terms(double[] weights) {
      double terms = 0;
      for (int k = 0; k < rows.length; k++) {
        terms += Math.abs(weights[k]) * Agreement.largest(rows[k]);
      }
      return terms;
    }
  }

  private Doubt doubt() {
    return new Doubt(subject.at(), subject.coordinates(point));
  }

  private void jacobian(Sweep sweep, Rows rows) {
    Holder holder = subject.companion().jacobianHolder(sweep);
    subject.companion().call("jacobian", Values.append(point.copy(), holder.target()));
    for (int k = 0; k < rows.rows.length; k++) {
      double[] row = row(holder, k);
      String place = sweep + " row " + k;
      // In forward mode infinite partials meet the zeros of the unit vectors.
      if (sweep == Sweep.REVERSE || Arrays.stream(rows.rows[k]).allMatch(Double::isFinite)) {
        double[][] twice = {rows.rows[k], rows.other[k]};
        doubt().compare(row, twice, 0, c -> complaints.accept(place + c));
      }
    }
  }

  /** The blocks of all parameters side by side. */
  private double[] row(Holder jacobian, int k) {
    return subject.wrt().stream()
        .map(p -> (double[][]) jacobian.get(Holder.accessor(subject.parameter(p))))
        .flatMapToDouble(block -> Arrays.stream(block[k]))
        .toArray();
  }

  private double[][] directions() {
    Coordinates coordinates = subject.coordinates(point);
    return new double[][] {
      Directions.across(coordinates, 1), Directions.across(coordinates, 2),
    };
  }

  /** Tangents along two directions, one after the other and at once. */
  private void forwards(Rows rows) {
    double[][] directions = directions();
    Holder along =
        new Holder(
            subject.companion().call("jvps", Values.append(point.copy(), (Object) directions)));
    for (int i = 0; i < directions.length; i++) {
      Holder tangent = subject.companion().jvp(Values.append(point.copy(), tangents(i + 1)));
      forwards("jvp", directions[i], ManySubject.flat(subject.tangents(tangent)), rows);
      forwards("jvps", directions[i], ((double[][]) along.get("along"))[i], rows);
    }
  }

  private void forwards(String member, double[] direction, double[] found, Rows rows) {
    for (int k = 0; k < rows.rows.length; k++) {
      double expected = Directions.dot(rows.rows[k], direction);
      double terms = Directions.terms(rows.rows[k], direction);
      double other = Directions.dot(rows.other[k], direction) / Doubt.OTHER_SEED;
      double noise = Math.abs(other - expected);
      double tolerance = doubt().rounding() * terms + Doubt.MARGIN * noise + Doubt.TINY;
      // Infinite partials meet zeros in another order.
      boolean told = Double.isFinite(terms) && !Double.isNaN(found[k]);
      if (told && !(Math.abs(found[k] - expected) <= tolerance)) {
        complaints.accept(
            member + " tangent " + k + " is " + found[k] + ", but " + expected + " by Scalar");
      }
    }
  }

  /** Several cotangents, each by itself and all behind one forward sweep. */
  private void backwards(Rows rows) {
    Holder pullback = subject.companion().pullbackHolder();
    subject.companion().call("pullback", Values.append(point.copy(), pullback.target()));
    List<double[]> pulled = new ArrayList<>();
    for (int seed : new int[] {1, 2, 1}) {
      Object[] cotangents = cotangents(seed);
      double[] weights = Values.numbers(cotangents);
      double[][] sums = rows.sums(weights, subject.coordinates(point).dimension());
      double rest = Math.ulp(rows.terms(weights));
      Object holder = subject.companion().call("vjp", Values.append(point.copy(), cotangents));
      double[] vjp = subject.partials(new Holder(holder));
      double[] pull = subject.partials(new Holder(pullback.call("pull", cotangents)));
      doubt().compare(vjp, sums, rest, c -> complaints.accept("vjp " + c));
      doubt().compare(pull, sums, rest, c -> complaints.accept("pull " + c));
      pulled.add(pull);
    }
    if (!Arrays.equals(pulled.get(0), pulled.get(2))) {
      complaints.accept("the same cotangent gives other partials later");
    }
  }

  private Object[] tangents(long seed) {
    Coordinates coordinates = subject.coordinates(point);
    return coordinates.tangents(Directions.across(coordinates, seed));
  }

  /** Nobody knows the shape of what a method would have given that threw. */
  private Object[] cotangents(long seed) {
    return expected.thrown() == null
        ? ManySubject.cotangents(expected.results(), seed)
        : new Object[Math.max(1, subject.outputs().size())];
  }
}
