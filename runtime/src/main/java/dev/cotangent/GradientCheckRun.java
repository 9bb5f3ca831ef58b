package dev.cotangent;

import dev.cotangent.FiniteDifferences.Estimate;
import dev.cotangent.GradientCheck.Row;
import dev.cotangent.GradientCheck.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/** Asks the witnesses of a {@link GradientCheck} and judges what they say. */
final class GradientCheckRun {
  /** How many partials are compared with differences. */
  private static final int SAMPLE = 64;

  private static final int DIRECTIONS = 8;

  /** The same partials and directions each time. */
  private static final long SEED = 20_251_125;

  /** A coordinate so many powers of two away from one is also moved by steps of the size of one. */
  private static final int FAR_FROM_ONE = 4;

  private static final double FLOAT_TOLERANCE = 0x1p-22;
  private static final double TWIN_TOLERANCE = 1e-10;
  private static final double CANCELLATION = 1e-13;
  private static final double DIFFERENCE_TOLERANCE = 1e-7;

  /** Differences with errors beyond this share of what they measure tell nothing. */
  private static final double TOO_NOISY = 1e-2;

  /** How far a twin that rounds otherwise may be from the method's value, relative to it. */
  private static final double TWIN_ROUNDING = 1e-12;

  private final GradientCheck.Subject subject;
  private final double[] point;
  private final double[] adjoint;
  private final double[] twin;
  private final double value;
  private final double largest;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private boolean sameValue = true;

  GradientCheckRun(GradientCheck.Subject subject) {
    this.subject = subject;
    point = subject.point();
    adjoint = new double[point.length];
    twin = new double[point.length];
    value = subject.value(point.clone());
    requireRepeatable();
    requireValue("adjoint", subject.gradient(point.clone(), adjoint), 0);
    double rounding = subject.twinRounds() ? TWIN_ROUNDING : 0;
    requireValue("Scalar twin", subject.twin(point.clone(), twin), rounding);
    double finite = 0;
    for (double partial : adjoint) {
      finite = Double.isFinite(partial) ? Math.max(finite, Math.abs(partial)) : finite;
    }
    largest = finite;
  }

  /** Differences compare calls of the method, so that two alike must give one value. */
  private void requireRepeatable() {
    double again = subject.value(point.clone());
    if (Double.doubleToLongBits(again) != Double.doubleToLongBits(value)) {
      sameValue = false;
      notes.add(
          "the method returns "
              + value
              + " and then "
              + again
              + ", another value at a second call with the same arguments: an object among them"
              + " changes with each call, so that calls cannot be compared");
    }
  }

  private void requireValue(String witness, double found, double rounding) {
    boolean same = Double.doubleToLongBits(found) == Double.doubleToLongBits(value);
    if (!same && !(Math.abs(found - value) <= rounding * Math.abs(value))) {
      sameValue = false;
      notes.add("the method returns " + value + ", but its " + witness + " has " + found);
    }
  }

  GradientCheck report() {
    BitSet sample = sample();
    int compared = 0;
    for (int k = 0; k < point.length; k++) {
      if (sample.get(k)) {
        rows.add(judge(k));
        compared++;
      } else if (!twinAgrees(k)) {
        rows.add(row(subject.label(k), adjoint[k], twin[k], Estimate.NONE, Verdict.TWIN_DIFFERS));
      }
    }
    if (compared < point.length) {
      Random random = new Random(SEED);
      for (int i = 1; i <= DIRECTIONS; i++) {
        rows.add(judgeDirection("direction " + i, random));
      }
      notes.add(
          (point.length - compared)
              + " of "
              + point.length
              + " partials were compared between adjoint and Scalar only; differences saw them in "
              + DIRECTIONS
              + " random directions");
    }
    boolean passed = sameValue && rows.stream().allMatch(row -> row.verdict().acceptable());
    return new GradientCheck(subject.method(), rows, notes, passed);
  }

  private BitSet sample() {
    BitSet sample = new BitSet();
    if (point.length <= SAMPLE) {
      sample.set(0, point.length);
      return sample;
    }
    Random random = new Random(SEED);
    while (sample.cardinality() < SAMPLE) {
      sample.set(random.nextInt(point.length));
    }
    return sample;
  }

  private boolean twinAgrees(int k) {
    double scalar = subject.single(k) ? (float) twin[k] : twin[k];
    if (!Double.isFinite(adjoint[k]) || !Double.isFinite(scalar)) {
      return Double.compare(adjoint[k], scalar) == 0;
    }
    double larger = Math.max(Math.abs(adjoint[k]), Math.abs(scalar));
    double relative = subject.single(k) ? FLOAT_TOLERANCE : TWIN_TOLERANCE;
    double absolute = CANCELLATION * (largest + overCoordinate(k));
    return Math.abs(adjoint[k] - scalar) <= relative * larger + absolute;
  }

  /** What rounding leaves of terms that cancel: more where the coordinate's terms are floats. */
  private double cancellation(int k) {
    return subject.single(k) ? FLOAT_TOLERANCE : CANCELLATION;
  }

  /** The value over the coordinate, a natural size of the partial. */
  private double overCoordinate(int k) {
    double size = Math.abs(value) / Math.max(Math.abs(point[k]), 1);
    return Double.isFinite(size) ? size : 0;
  }

  private Row judge(int k) {
    String label = subject.label(k);
    if (!twinAgrees(k)) {
      return row(label, adjoint[k], twin[k], differences(k).estimate(), Verdict.TWIN_DIFFERS);
    }
    if (!Double.isFinite(adjoint[k])) {
      return row(label, adjoint[k], twin[k], Estimate.NONE, Verdict.NOT_FINITE);
    }
    Judgement judgement = differences(k);
    return row(label, adjoint[k], twin[k], judgement.estimate(), judgement.verdict());
  }

  private static Row row(
      String label, double adjoint, double scalar, Estimate estimate, Verdict verdict) {
    return new Row(label, adjoint, scalar, estimate.value(), estimate.error(), verdict);
  }

  /** The best differences and what follows from them. */
  private record Judgement(Estimate estimate, Verdict verdict) {}

  /** Steps of the coordinate's own size, and of size one if that is another. */
  private Judgement differences(int k) {
    int exponent = point[k] == 0 ? 0 : Math.getExponent(point[k]);
    Judgement own = judge(Line.along(subject, point, k, Math.scalb(1.0, exponent)), adjoint[k], k);
    if (Math.abs(exponent) <= FAR_FROM_ONE || own.verdict() == Verdict.AGREES) {
      return own;
    }
    Judgement ones = judge(Line.along(subject, point, k, 1), adjoint[k], k);
    return ones.estimate().error() < own.estimate().error() ? ones : own;
  }

  private Row judgeDirection(String label, Random random) {
    double[] direction = new double[point.length];
    double expected = 0;
    double scalar = 0;
    for (int k = 0; k < direction.length; k++) {
      double unit = point[k] == 0 ? 1 : Math.scalb(1.0, Math.getExponent(point[k]));
      direction[k] = random.nextBoolean() ? unit : -unit;
      expected += direction[k] * adjoint[k];
      scalar += direction[k] * twin[k];
    }
    if (!Double.isFinite(expected)) {
      return row(label, expected, scalar, Estimate.NONE, Verdict.NOT_FINITE);
    }
    Judgement judgement = judge(Line.along(subject, point, direction), expected, -1);
    return row(label, expected, scalar, judgement.estimate(), judgement.verdict());
  }

  /** The coordinate k, or −1 for a direction in all, gives the unit and what counts as small. */
  private Judgement judge(Line line, double expected, int k) {
    FiniteDifferences differences = new FiniteDifferences(line, value);
    double unit = line.unit();
    double small = k < 0 ? 0 : cancellation(k) * (largest + overCoordinate(k));
    Estimate central = differences.central().over(unit);
    boolean agrees = agrees(expected, central, small);
    if (agrees && central.error() <= TOO_NOISY * Math.max(Math.abs(expected), largest) + small) {
      return new Judgement(central, Verdict.AGREES);
    }
    Estimate right = differences.oneSided(1).over(unit);
    Estimate left = differences.oneSided(-1).over(unit);
    if (!central.isFinite() && right.isFinite() != left.isFinite()) {
      return atTheEdge(expected, right.better(left), small);
    }
    if (FiniteDifferences.differ(left, right)) {
      return new Judgement(central, Verdict.KINK);
    }
    boolean unresolved = agrees || !central.isFinite();
    return new Judgement(central, unresolved ? Verdict.UNRESOLVED : Verdict.DIFFERENCES_DIFFER);
  }

  /** At the edge of the domain there are values on one side only. */
  private static Judgement atTheEdge(double expected, Estimate side, double small) {
    return new Judgement(
        side, agrees(expected, side, small) ? Verdict.AGREES : Verdict.DIFFERENCES_DIFFER);
  }

  private static boolean agrees(double expected, Estimate estimate, double small) {
    if (!estimate.isFinite()) {
      return false;
    }
    double larger = Math.max(Math.abs(expected), Math.abs(estimate.value()));
    double tolerance = 10 * estimate.error() + DIFFERENCE_TOLERANCE * larger + small;
    return Math.abs(expected - estimate.value()) <= tolerance;
  }
}
