package dev.cotangent.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cotangent.Derivative;
import dev.cotangent.DifferentiableVectorFunction;
import dev.cotangent.Sweep;
import dev.cotangent.processor.companion.Companion.Holder;
import dev.cotangent.processor.companion.CompanionHarness;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * What {@code bind} gives of each method of the results' corpus: the value is the method's own, the
 * matrix has the rows of the twin, and directions and cotangents agree with the matrix.
 */
final class BoundResultsTest {
  private static final double ROUNDING = 1e-14;
  private static final double FLOAT_ULPS = 0x1p-21;

  @TestFactory
  Stream<DynamicTest> flatVectorsGoInAndComeOut() {
    return Corpus.results().stream()
        .filter(subject -> !subject.method().getReturnType().isPrimitive() || isVoid(subject))
        .map(
            subject ->
                dynamicTest(
                    subject.toString(),
                    () -> subject.points().forEach(point -> examine(subject, point))));
  }

  private static boolean isVoid(ManySubject subject) {
    return subject.method().getReturnType() == void.class;
  }

  private static void examine(ManySubject subject, Point point) {
    ManyOutcome outcome = ManyOutcome.of(point.arguments(), subject::primal);
    DifferentiableVectorFunction bound = subject.companion().bindVector(point.copy());
    double[] at = bound.initialPoint();
    assertEquals(at.length, bound.dimension());
    if (outcome.thrown() != null) {
      ManyOutcome found = ManyOutcome.of(new Object[0], none -> List.of(bound.values(at)));
      assertEquals(outcome.thrown(), found.thrown());
      return;
    }
    double[] values = ManySubject.flat(subject.primal(point.copy()));
    // Twice, since what the first call overwrote must be there again.
    assertArrayEquals(values, bound.values(at));
    assertArrayEquals(values, bound.values(at));
    double[][] matrix = matrix(subject, point, bound, values);
    boolean floats = subject.coordinates(point).anyFloat() || subject.givesFloats();
    products(bound, matrix, floats ? FLOAT_ULPS : ROUNDING);
  }

  /** Beside the blocks that the companion itself gives. */
  private static double[][] matrix(
      ManySubject subject, Point point, DifferentiableVectorFunction bound, double[] values) {
    double[][] matrix = new double[values.length][bound.dimension()];
    double[] found = new double[values.length];
    bound.jacobian(bound.initialPoint(), found, matrix);
    assertArrayEquals(values, found);
    Holder holder = subject.companion().jacobianHolder(Sweep.CHEAPEST);
    subject.companion().call("jacobian", Values.append(point.copy(), holder.target()));
    for (int row = 0; row < matrix.length; row++) {
      int k = row;
      double[] expected =
          subject.wrt().stream()
              .map(p -> (double[][]) holder.get(Holder.accessor(subject.parameter(p))))
              .flatMapToDouble(block -> Stream.of(block[k]).flatMapToDouble(Arrays::stream))
              .toArray();
      assertArrayEquals(expected, matrix[row]);
    }
    return matrix;
  }

  /** J·v and Jᵀ·u, up to rounding of the sums. */
  private static void products(
      DifferentiableVectorFunction bound, double[][] matrix, double rounding) {
    Random random = new Random(7);
    int n = bound.dimension();
    double[] direction = random.doubles(n).map(v -> Math.rint(64 * v - 32) / 16).toArray();
    double[] cotangent =
        random.doubles(matrix.length).map(v -> Math.rint(64 * v - 32) / 16).toArray();
    double[] along = new double[matrix.length];
    double[] back = new double[n];
    bound.directionalDerivative(bound.initialPoint(), direction, along);
    double[] twice = DoubleStream.of(direction).map(v -> 2 * v).toArray();
    double[][] directions = {direction, new double[n], twice, direction, twice};
    double[][] several = new double[directions.length][matrix.length];
    bound.directionalDerivatives(bound.initialPoint(), directions, several);
    for (int k = 0; k < directions.length; k++) {
      for (int i = 0; i < matrix.length; i++) {
        agree(matrix[i], directions[k], several[k][i], rounding);
      }
    }
    bound.pullBack(bound.initialPoint(), cotangent, back);
    for (int i = 0; i < along.length; i++) {
      agree(matrix[i], direction, along[i], rounding);
    }
    for (int k = 0; k < n; k++) {
      double[] column = new double[matrix.length];
      for (int i = 0; i < column.length; i++) {
        column[i] = matrix[i][k];
      }
      agree(column, cotangent, back[k], rounding);
    }
  }

  private static void agree(double[] partials, double[] weights, double found, double rounding) {
    double sum = 0;
    double size = 0;
    for (int i = 0; i < partials.length; i++) {
      sum += partials[i] * weights[i];
      size += Math.abs(partials[i] * weights[i]);
    }
    assertEquals(sum, found, rounding * size + Double.MIN_NORMAL);
  }

  @Test
  void vectorsOfOtherSizesAndDerivativesThatWereNotAskedForAreRefused() {
    DifferentiableVectorFunction bound =
        CompanionHarness.compile(
                """
                package p;
                import dev.cotangent.*;
                final class C {
                  @Differentiable(value = {Derivative.VJP, Derivative.JACOBIAN}, wrt = "x")
                  static double[][] f(double[] x, double c) {
                    return new double[][] {{x[0] * c}, null, {x[0] * x[1], x[1]}};
                  }
                }
                """)
            .orThrow()
            .companion("p.CF")
            .bindVector(new double[] {2, 3}, 5.0);
    double[] at = bound.initialPoint();
    assertTrue(bound.offers(Derivative.VJP) && bound.offers(Derivative.JACOBIAN));
    assertTrue(!bound.offers(Derivative.JVP) && !bound.offers(Derivative.GRADIENT));
    refused("COT104", () -> bound.values(new double[1]));
    refused("COT104", () -> bound.jacobian(at, new double[2], new double[3][2]));
    refused("COT104", () -> bound.jacobian(at, new double[3], new double[2][2]));
    refused("COT104", () -> bound.jacobian(at, new double[3], new double[3][3]));
    refused("COT104", () -> bound.pullBack(at, new double[4], new double[2]));
    refused("COT104", () -> along(bound, new double[2][1], new double[2][3]));
    refused("COT104", () -> along(bound, new double[1][], new double[1][3]));
    refused("COT104", () -> along(bound, new double[2][2], new double[1][3]));
    refused("COT104", () -> along(bound, new double[2][2], new double[2][2]));
    refused("COT104", () -> bound.pullBack(at, new double[3], new double[3]));
    refused("COT107", () -> bound.directionalDerivative(at, at, new double[3]));
    double[] back = new double[2];
    bound.pullBack(at, new double[] {1, 10, 100}, back);
    assertArrayEquals(new double[] {5 + 30, 20 + 100}, back);
  }

  private static void along(
      DifferentiableVectorFunction bound, double[][] directions, double[][] derivatives) {
    bound.directionalDerivatives(bound.initialPoint(), directions, derivatives);
  }

  private static void refused(String code, Executable call) {
    String message = assertThrows(RuntimeException.class, call).getMessage();
    assertTrue(message.startsWith("[" + code + "]"), message);
  }
}
