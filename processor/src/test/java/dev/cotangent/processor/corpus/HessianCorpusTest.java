package dev.cotangent.processor.corpus;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cotangent.processor.companion.Companion.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The matrix of second partials of each method of the corpus at each of its points: the method runs
 * as by itself, the matrix is symmetric to the last bit, and its rows are what Hessian-vector
 * products and {@code Scalar} say.
 */
final class HessianCorpusTest {
  private static final double ROUNDING = 1e-11;
  private static final double FLOAT_ROUNDING = 0x1p-19;

  /** Through derivative rules the twin has first derivatives only. */
  private static final String RULES = "Rules.";

  /** So many rows of large matrices are looked at. */
  private static final int ROWS = 12;

  @TestFactory
  Stream<DynamicTest> agreesWithProductsAndScalar() {
    return Corpus.withMoreModes().stream()
        .filter(subject -> subject.has("hessian"))
        .map(subject -> dynamicTest(subject.name(), () -> examine(subject)));
  }

  private static void examine(Subject subject) {
    List<String> findings = new ArrayList<>();
    Matrix reused = subject.companion().hessianHolder();
    for (Point point : subject.points()) {
      for (int repeat = 0; repeat < 2; repeat++) {
        examine(subject, point, reused, finding -> findings.add(point + " " + finding));
      }
    }
    if (!findings.isEmpty()) {
      Assertions.fail(String.join("\n", findings));
    }
  }

  private static void examine(
      Subject subject, Point point, Matrix reused, Consumer<String> complaints) {
    Outcome expected = Outcome.of(point.arguments(), subject::primal);
    Outcome fresh = Outcome.of(point.arguments(), at -> subject.companion().hessian(at).value());
    Outcome again =
        Outcome.of(point.arguments(), at -> subject.companion().hessianInto(reused, at));
    for (Outcome found : List.of(fresh, again)) {
      String difference = found.differenceFrom(expected);
      if (difference != null) {
        complaints.accept(difference);
      }
    }
    if (expected.thrown() == null) {
      compare(subject, point, reused, complaints);
    }
  }

  private static void compare(
      Subject subject, Point point, Matrix found, Consumer<String> complaints) {
    double[][] matrix = found.matrix();
    double[][] fresh = subject.companion().hessian(point.copy()).matrix();
    if (!Arrays.deepToString(matrix).equals(Arrays.deepToString(fresh))) {
      complaints.accept(
          "used holder " + Arrays.deepToString(matrix) + ", fresh " + Arrays.deepToString(fresh));
    }
    String gradient = Arrays.toString(subject.gradient(point.copy()));
    if (!Arrays.toString(subject.partials(found.gradient(), point.arguments())).equals(gradient)) {
      complaints.accept("has another gradient than " + gradient);
    }
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        if (Double.compare(matrix[i][j], matrix[j][i]) != 0) {
          complaints.accept("is not symmetric at " + i + ", " + j);
        }
      }
    }
    if (!point.singular()) {
      compareRows(subject, point, matrix, complaints);
    }
  }

  private static void compareRows(
      Subject subject, Point point, double[][] matrix, Consumer<String> complaints) {
    Coordinates coordinates = subject.coordinates(point);
    boolean floats = coordinates.anyFloat() || subject.returnsFloat();
    double rounding = floats ? FLOAT_ROUNDING : ROUNDING;
    double largest = 0;
    for (double[] row : matrix) {
      largest = Math.max(largest, Agreement.largest(row));
    }
    double[] gradient = subject.gradient(point.copy());
    double tolerance = rounding * (largest + Agreement.largest(gradient)) + Double.MIN_NORMAL;
    Twin twin = new Twin(subject, point.copy());
    boolean hasSecondTwin = !subject.name().startsWith(RULES);
    for (int k = 0; k < matrix.length; k += Math.max(1, matrix.length / ROWS)) {
      double[] unit = new double[matrix.length];
      unit[k] = 1;
      Object[] arguments = Values.append(point.copy(), coordinates.tangents(unit));
      double[] product = subject.partials(subject.companion().hvp(arguments), arguments);
      near("row " + k + " and H·v", matrix[k], product, tolerance, complaints);
      if (hasSecondTwin) {
        near("row " + k + " and Scalar", matrix[k], twin.product(1, unit), tolerance, complaints);
      }
    }
  }

  private static void near(
      String what,
      double[] found,
      double[] expected,
      double tolerance,
      Consumer<String> complaints) {
    for (int j = 0; j < found.length; j++) {
      if (!Agreement.within(tolerance, found[j], expected[j])) {
        complaints.accept(
            what + " differ at " + j + ": " + found[j] + " and " + expected[j] + ", " + tolerance);
      }
    }
  }
}
