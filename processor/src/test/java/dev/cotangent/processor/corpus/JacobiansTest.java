package dev.cotangent.processor.corpus;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cotangent.Sweep;
import dev.cotangent.processor.companion.Companion.Holder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The Jacobian of each method of the results' corpus at each of its points, filled by columns, by
 * rows and as it pleases, into holders that have been used: before the method itself and the rows
 * of the twin.
 */
final class JacobiansTest {
  private static final double ROUNDING = 1e-14;
  private static final double FLOAT_ULPS = 0x1p-22;

  private static final List<ManySubject> SUBJECTS = Corpus.results();

  @TestFactory
  Stream<DynamicTest> doesWhatTheMethodDoesAndHasTheRowsOfTheTwin() {
    return SUBJECTS.stream()
        .map(subject -> dynamicTest(subject.toString(), () -> examine(subject)));
  }

  @TestFactory
  Stream<DynamicTest> inLanesAsWell() {
    return Corpus.resultsInLanes().stream()
        .map(subject -> dynamicTest(subject.toString(), () -> examine(subject)));
  }

  @Test
  void nearlyAllMethodsHaveLanes() {
    List<String> without =
        Corpus.resultsInLanes().stream()
            .filter(subject -> !isInLanes(subject))
            .map(ManySubject::toString)
            .toList();
    // Recursion, and a null that an array and its tangents have in common.
    Assertions.assertEquals(
        List.of("Filled.countdown", "Grids.dealt", "Vectors.powers", "Vectors.reversed"), without);
  }

  private static boolean isInLanes(ManySubject subject) {
    String companion = subject.companion().type().getName();
    return Corpus.sourceInLanes(companion).contains(".lanes()");
  }

  private static void examine(ManySubject subject) {
    List<String> complaints = new ArrayList<>();
    Map<Sweep, Holder> holders = new EnumMap<>(Sweep.class);
    for (Sweep sweep : Sweep.values()) {
      holders.put(sweep, subject.companion().jacobianHolder(sweep));
    }
    for (Point point : subject.points()) {
      holders.forEach(
          (sweep, holder) -> {
            String place = point + " " + sweep + ": ";
            primal(subject, point, "jacobian", holder.target())
                .forEach(c -> complaints.add(place + c));
            partials(subject, point, holder).forEach(c -> complaints.add(place + c));
          });
      Holder along = holders.get(Sweep.CHEAPEST);
      alongDirections(subject, point, along).forEach(c -> complaints.add(point + " jvps: " + c));
    }
    if (!complaints.isEmpty()) {
      Assertions.fail(String.join("\n", complaints));
    }
  }

  /** Derivatives along so many directions that the last run has some to spare. */
  private static List<String> alongDirections(ManySubject subject, Point point, Holder holder) {
    Coordinates coordinates = subject.coordinates(point);
    double[][] directions =
        LongStream.rangeClosed(1, 5)
            .mapToObj(seed -> Directions.across(coordinates, seed))
            .toArray(double[][]::new);
    List<String> complaints =
        new ArrayList<>(primal(subject, point, "jvps", directions, holder.target()));
    if (ManyOutcome.of(point.arguments(), subject::primal).thrown() != null) {
      return complaints;
    }
    boolean floats = coordinates.anyFloat() || subject.givesFloats();
    ManyTwin twin = new ManyTwin(subject, point.copy());
    double[][] found = (double[][]) holder.get("along");
    Assertions.assertEquals(directions.length, found.length);
    for (int i = 0; i < directions.length; i++) {
      Assertions.assertEquals(twin.values().length, found[i].length);
      for (int k = 0; k < found[i].length; k++) {
        double[] row = twin.partials(k);
        double expected = Directions.strongDot(row, directions[i]);
        double terms = Directions.terms(row, directions[i]);
        double tolerance = (floats ? FLOAT_ULPS : ROUNDING) * terms + Double.MIN_NORMAL;
        if (Double.isFinite(terms) && !Agreement.within(tolerance, found[i][k], expected)) {
          complaints.add(found[i][k] + " but " + expected + " by Scalar");
        }
      }
    }
    return complaints;
  }

  /**
   * Bits, effects and exceptions.
   *
   * @param more what the member takes behind the method's arguments
   */
  private static List<String> primal(
      ManySubject subject, Point point, String member, Object... more) {
    ManyOutcome expected = ManyOutcome.of(point.arguments(), subject::primal);
    ManyOutcome found =
        ManyOutcome.of(
            point.arguments(),
            arguments ->
                subject.results(
                    subject.companion().call(member, Values.append(arguments, more)), arguments));
    String difference = found.differenceFrom(expected);
    return difference == null ? List.of() : List.of(difference);
  }

  /** The entries that were left in the holder. */
  private static List<String> partials(ManySubject subject, Point point, Holder holder) {
    ManyOutcome outcome = ManyOutcome.of(point.arguments(), subject::primal);
    if (outcome.thrown() != null) {
      return List.of();
    }
    List<String> complaints = new ArrayList<>();
    boolean floats = subject.coordinates(point).anyFloat() || subject.givesFloats();
    ManyTwin twin = new ManyTwin(subject, point.copy());
    double[][] rows = rows(subject, holder, twin.values().length);
    for (int k = 0; k < rows.length; k++) {
      double[] expected = twin.partials(k);
      for (int i = 0; i < expected.length; i++) {
        double tolerance = (floats ? FLOAT_ULPS : ROUNDING) * Math.abs(expected[i]);
        if (!Agreement.within(tolerance, rows[k][i], expected[i])) {
          complaints.add(
              Arrays.toString(rows[k]) + " but " + Arrays.toString(expected) + " by Scalar");
          break;
        }
      }
      if (rows[k].length != expected.length) {
        complaints.add(rows[k].length + " columns instead of " + expected.length);
      }
    }
    return complaints;
  }

  /** The blocks of all parameters side by side. */
  private static double[][] rows(ManySubject subject, Holder holder, int count) {
    double[][] rows = new double[count][];
    for (int k = 0; k < count; k++) {
      int row = k;
      rows[k] =
          subject.wrt().stream()
              .map(p -> (double[][]) holder.get(Holder.accessor(subject.parameter(p))))
              .flatMapToDouble(block -> Arrays.stream(block[row]))
              .toArray();
      Assertions.assertEquals(count, firstBlock(subject, holder).length, "rows");
    }
    return rows;
  }

  private static double[][] firstBlock(ManySubject subject, Holder holder) {
    return (double[][]) holder.get(Holder.accessor(subject.parameter(subject.wrt().get(0))));
  }
}
