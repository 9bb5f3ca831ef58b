package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.Derivative;
import dev.cotangent.DifferentiableFunction;
import dev.cotangent.processor.companion.Companion.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * {@code hessian} goes through a method as often as it needs to, and the method happens once: what
 * it draws, logs, counts and overwrites.
 */
class HessianTest {
  private static final Compiled COMPILED =
      CompanionHarness.compile(
              """
              package p;
              import dev.cotangent.Derivative;
              import dev.cotangent.Differentiable;
              import java.util.List;
              import java.util.Random;
              final class C {
                @Differentiable({Derivative.GRADIENT, Derivative.HVP, Derivative.HESSIAN})
                static double quadratic(double a, double[] x, double b) {
                  double sum = a * b;
                  for (int i = 0; i < x.length; i++) {
                    sum += (i + 1) * x[i] * x[i] * a + b * x[i];
                  }
                  return sum;
                }

                @Differentiable(
                    value = {Derivative.GRADIENT, Derivative.HVP, Derivative.HESSIAN}, wrt = "x")
                static double draws(double[] x, Random random, List<String> log, int[] counts) {
                  double sum = 0;
                  for (int i = 0; i < x.length; i++) {
                    double noise = random.nextDouble();
                    x[i] = x[i] * x[i] * noise;
                    sum += x[i] * x[0] + Math.sin(x[i] * counts[i]);
                    counts[i]++;
                    log.add("sum " + sum + (random.nextBoolean() ? "!" : ""));
                    if (log.size() % 2 == 0) {
                      sum *= log.get(0).length();
                    }
                  }
                  return sum;
                }

                static final class Buffer {
                  final double[] kept = {1, 2, 3};
                  int asked;
                  double[] array() { asked++; return kept; }
                }

                @Differentiable({Derivative.GRADIENT, Derivative.HVP, Derivative.HESSIAN})
                static double buffer(double x, double y, Buffer buffer, long[] seen) {
                  double[] kept = buffer.array();
                  double[] copy = kept.clone();
                  kept[0] += 1;
                  double sum = kept[0] * x * x * y;
                  kept[1] = 5;
                  seen[0] += buffer.asked;
                  return sum + copy[1] * y * y * x + kept[1] * seen[0] * x * x * x;
                }

                @Differentiable({Derivative.GRADIENT, Derivative.HVP, Derivative.HESSIAN})
                static double rows(double[][] a) {
                  double[] first = a[0];
                  a[0] = a[2];
                  a[2] = first;
                  a[0][0] *= a[2][1];
                  double sum = 0;
                  for (double[] row : a) {
                    for (int j = 0; row != null && j < row.length; j++) {
                      sum += row[j] * row[j] * a[0][0];
                    }
                  }
                  return sum;
                }

                @Differentiable({Derivative.GRADIENT, Derivative.HVP, Derivative.HESSIAN})
                static float floats(float a, float[] b, double c) {
                  return (float) (a * a * b[0] * c + b[1] * b[1] * c);
                }

                @Differentiable({Derivative.GRADIENT, Derivative.HVP, Derivative.HESSIAN})
                static double log(double[] x) {
                  double product = 1;
                  for (double v : x) {
                    product *= Math.log(v);
                  }
                  return product;
                }

                @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN})
                static double hessianRows(double first, double into, double layout) {
                  return helper(first * into * layout, 3);
                }

                private static double helper(double x, int n) {
                  return n == 0 ? x : x * helper(x, n - 1);
                }
              }
              """)
          .orThrow();

  private static Companion companion(String method) {
    return COMPILED.companion("p.C" + method);
  }

  @Test
  void coordinatesAreTheParametersInOrderAndArraysFlattened() {
    Matrix hessian = companion("Quadratic").hessian(3.0, new double[] {5, 7}, 2.0);
    double[][] expected = {{0, 10, 28, 1}, {10, 6, 0, 1}, {28, 0, 12, 1}, {1, 1, 1, 0}};
    assertArrayEquals(expected, hessian.matrix());
    assertEquals(3 * 2 + 3 * 25 + 2 * 5 + 2 * 3 * 49 + 2 * 7, hessian.value());
    assertArrayEquals(new double[] {32, 86}, hessian.gradient().partials("x"));
  }

  @Test
  void manyChunksAndARemainder() {
    double[] x = new double[21];
    Matrix hessian = companion("Quadratic").hessian(3.0, x, 2.0);
    assertEquals(23, hessian.matrix().length);
    for (int i = 0; i < 21; i++) {
      assertEquals(2 * 3 * (i + 1), hessian.matrix()[i + 1][i + 1]);
      assertEquals(1, hessian.matrix()[22][i + 1]);
    }
  }

  @Test
  void effectsHappenOnce() {
    for (int n : new int[] {1, 3, 10}) {
      double[] x = new double[n];
      java.util.Arrays.fill(x, 0.7);
      double[] primalX = x.clone();
      int[] counts = new int[n];
      int[] primalCounts = new int[n];
      List<String> log = new ArrayList<>(List.of("first"));
      List<String> primalLog = new ArrayList<>(log);
      double value =
          (double)
              COMPILED.user("p.C").call("draws", primalX, new Random(7), primalLog, primalCounts);
      Random random = new Random(7);
      Matrix hessian = companion("Draws").hessian(x, random, log, counts);
      assertEquals(value, hessian.value());
      assertEquals(primalLog, log);
      assertArrayEquals(primalX, x);
      assertArrayEquals(primalCounts, counts);
      Random expected = new Random(7);
      for (int i = 0; i < n; i++) {
        expected.nextDouble();
        expected.nextBoolean();
      }
      assertEquals(expected.nextLong(), random.nextLong());
      compareWithProducts(n, hessian);
    }
  }

  /** The same draws in every call. */
  private static void compareWithProducts(int n, Matrix hessian) {
    for (int k = 0; k < n; k++) {
      double[] unit = new double[n];
      unit[k] = 1;
      double[] x = new double[n];
      java.util.Arrays.fill(x, 0.7);
      double[] row =
          companion("Draws")
              .hvp(x, new Random(7), new ArrayList<>(List.of("first")), new int[n], unit)
              .partials("x");
      assertArrayEquals(row, hessian.matrix()[k], 1e-12 * Math.abs(row[k]) + 1e-12);
    }
  }

  @Test
  void arraysOfObjectsAreReadAndWrittenOnce() throws ReflectiveOperationException {
    Class<?> type = COMPILED.load("p.C$Buffer");
    var constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object buffer = constructor.newInstance();
    long[] seen = {0};
    Matrix hessian = companion("Buffer").hessian(3.0, 2.0, buffer, seen);
    assertArrayEquals(new double[] {2, 5, 3}, kept(buffer));
    assertEquals(1, seen[0]);
    // 2x²y + 2y²x + 5x³
    assertEquals(2 * 9 * 2 + 2 * 4 * 3 + 5 * 27, hessian.value());
    assertArrayEquals(
        new double[][] {{4 * 2 + 30 * 3, 4 * 3 + 4 * 2}, {4 * 3 + 4 * 2, 4 * 3}}, hessian.matrix());
  }

  private static double[] kept(Object buffer) throws ReflectiveOperationException {
    var field = buffer.getClass().getDeclaredField("kept");
    field.setAccessible(true);
    return (double[]) field.get(buffer);
  }

  @Test
  void rowsOfArgumentsMayBeRaggedNullAndMoved() {
    double[][] a = {{2, 3}, null, {5}, {}};
    double[] first = a[0];
    Matrix hessian = companion("Rows").hessian((Object) a);
    assertSame(first, a[2]);
    // p = a20·a01; (p² + a00² + a01²)·p
    double p = 15;
    assertEquals((p * p + 4 + 9) * p, hessian.value());
    double[][] expected = {
      {2 * p, 2 * 2 * 5, 2 * 2 * 3},
      {2 * 2 * 5, 6 * p * 25 + 6 * 3 * 5, 9 * p * p + 4 + 3 * 9},
      {2 * 2 * 3, 9 * p * p + 4 + 3 * 9, 6 * p * 9}
    };
    assertArrayEquals(expected[0], hessian.matrix()[0], 1e-12);
    assertArrayEquals(expected[1], hessian.matrix()[1], 1e-10);
    assertArrayEquals(expected[2], hessian.matrix()[2], 1e-10);
  }

  @Test
  void floatsHaveEntriesInDouble() {
    Matrix hessian = companion("Floats").hessian(2f, new float[] {3, 5}, 0.1);
    assertEquals(2 * 3 * 0.1, hessian.matrix()[0][0], 1e-16);
    assertEquals(2 * 5, hessian.matrix()[2][3], 1e-16);
    assertEquals((float) (4f * 3f * 0.1 + 25f * 0.1), hessian.value());
  }

  @Test
  void noCoordinatesNoEntries() {
    assertEquals(0, companion("Log").hessian((Object) new double[0]).matrix().length);
    assertEquals(1, companion("Log").hessian((Object) new double[0]).value());
    assertThrows(NullPointerException.class, () -> companion("Log").hessian(new Object[] {null}));
  }

  @Test
  void holderIsUsedAgainForOtherShapes() {
    Companion log = companion("Log");
    Matrix reused = log.hessianHolder();
    for (int n : new int[] {2, 9, 9, 3, 0, 4}) {
      double[] x = new double[n];
      java.util.Arrays.fill(x, 2.5);
      log.hessianInto(reused, (Object) x);
      assertArrayEquals(log.hessian((Object) x).matrix(), reused.matrix());
    }
    double[][] before = reused.matrix();
    log.hessianInto(reused, (Object) new double[] {1.5, 2, 3, 4});
    assertSame(before, reused.matrix());
  }

  @Test
  void boundFunctionFillsGradientAndMatrix() {
    double[] x = {5, 7};
    DifferentiableFunction bound = companion("Quadratic").bind(3.0, x, 2.0);
    assertTrue(bound.offers(Derivative.HESSIAN) && bound.offers(Derivative.GRADIENT));
    assertFalse(bound.offers(Derivative.JVP));
    double[] gradient = new double[4];
    double[][] matrix = new double[4][4];
    double value = bound.hessian(new double[] {1, 2, 4, 8}, gradient, matrix);
    Matrix expected = companion("Quadratic").hessian(1.0, new double[] {2, 4}, 8.0);
    assertEquals(expected.value(), value);
    assertArrayEquals(expected.matrix(), matrix);
    assertArrayEquals(expected.gradient().partials("x"), new double[] {gradient[1], gradient[2]});
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> bound.hessian(new double[4], gradient, new double[4][3]))
            .getMessage();
    assertTrue(message.startsWith("[COT104]"), message);
  }

  @Test
  void boundFunctionSaysWhatIsMissing() {
    DifferentiableFunction bound = companion("HessianRows").bind(1.0, 1.0, 1.0);
    assertFalse(bound.offers(Derivative.HVP));
    String message =
        assertThrows(
                UnsupportedOperationException.class,
                () -> bound.hessianVectorProduct(new double[3], new double[3], new double[3]))
            .getMessage();
    assertTrue(message.startsWith("[COT107]") && message.contains("HVP"), message);
  }

  @Test
  void namesOfTheUserDoNotClash() {
    // (fil)⁴
    double[][] matrix = companion("HessianRows").hessian(1.0, 1.0, 1.0).matrix();
    assertArrayEquals(new double[] {12, 16, 16}, matrix[0], 1e-12);
  }

  @Test
  void nothingIsCopiedAndNothingWrittenDownWithoutNeed() {
    String source = COMPILED.source("p.CQuadratic");
    assertNotNull(source);
    assertFalse(source.contains("Snapshot") || source.contains("Transcript"), source);
    assertTrue(COMPILED.source("p.CDraws").contains("Transcript"));
    assertFalse(COMPILED.source("p.CRows").contains("Transcript"));
  }
}
