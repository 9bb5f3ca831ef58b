package dev.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.Scalar;
import org.junit.jupiter.api.Test;

final class NestsTest {
  @Test
  void copiesAreDeep() {
    int[][][] cube = {{{1, 2}, null}, null, {}};
    int[][][] copy = Nests.copy(cube);
    assertArrayEquals(cube, copy);
    assertNotSame(cube[0][0], copy[0][0]);
    assertNull(Nests.copy((double[][]) null));
  }

  @Test
  void scalarsGoInAndComeBack() {
    double[][] values = {{1, 2}, null, {3}};
    Scalar[][] scalars = (Scalar[][]) Nests.constants(values, Scalar[][]::new);
    assertEquals(2, scalars[0][1].value());
    assertNull(scalars[1]);
    double[] row = values[0];
    Scalar[] t = scalars[1];
    scalars[1] = scalars[2];
    scalars[2] = t;
    scalars[0][0] = Scalar.of(9);
    Nests.store(scalars, values);
    assertArrayEquals(new double[][] {{9, 2}, {3}, null}, values);
    assertSame(row, values[0]);
  }

  @Test
  void cubesOfFloatsGoInAndComeBack() {
    float[][][] values = {{{1}, {2, 3}}, null};
    Scalar[][][] scalars =
        (Scalar[][][]) Nests.constants(values, Scalar[][][]::new, Scalar[][]::new);
    scalars[1] = new Scalar[][] {{Scalar.of(0.5)}};
    Nests.store(scalars, values);
    assertArrayEquals(new float[][][] {{{1}, {2, 3}}, {{0.5f}}}, values);
  }

  @Test
  void rowsThatOccurTwiceAreFound() {
    double[] row = {1};
    Arguments.requireDistinctRows(new double[][] {{1}, null, {1}}, new double[] {1}, null);
    for (Object[] arguments :
        new Object[][] {
          {new double[][] {row, row}},
          {new double[][] {row}, row},
          {new double[][] {row}, new double[][][] {{{2}, row}}}
        }) {
      IllegalArgumentException thrown =
          assertThrows(
              IllegalArgumentException.class, () -> Arguments.requireDistinctRows(arguments));
      assertTrue(thrown.getMessage().startsWith("[COT105]"));
    }
  }

  @Test
  void coordinatesOfRowsHaveIndicesAndKeepTheirShape() {
    double[][] rows = {{1, 2}, null, {3}};
    Coordinates coordinates = new Coordinates().add("x", 7.0).add("m", rows);
    assertArrayEquals(new double[] {7, 1, 2, 3}, coordinates.initialPoint());
    assertEquals("m[0][1]", coordinates.label(2));
    assertEquals("m[2][0]", coordinates.label(3));
    double[] point = {0, 4, 5, 6};
    double[][] given = (double[][]) coordinates.rows(1, point);
    assertArrayEquals(new double[][] {{4, 5}, null, {6}}, given);
    given[0] = given[2];
    given[1] = new double[1];
    assertArrayEquals(new double[][] {{4, 5}, null, {6}}, (double[][]) coordinates.rows(1, point));
    double[] gradient = new double[4];
    coordinates.put(1, new double[][] {{8, 9}, null, {10}}, gradient);
    assertArrayEquals(new double[] {0, 8, 9, 10}, gradient);
  }

  @Test
  void tangentsOfAnotherShapeAreRefusedWithTheRowsName() {
    double[][] rows = {{1, 2}, {3}};
    double[][] tangent = {{1, 2}, {3, 4}};
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Shadows.tangent(tangent, rows, "m"));
    assertTrue(thrown.getMessage().startsWith("[COT103] the tangent of m[1] is"));
    assertSame(rows, Shadows.tangent(rows, tangent.length == 2 ? rows : tangent, "m"));
  }
}
