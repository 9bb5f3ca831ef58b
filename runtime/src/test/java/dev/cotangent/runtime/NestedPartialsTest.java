package dev.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

final class NestedPartialsTest {
  private static NestedPartials<double[], double[]> matrix() {
    return new NestedPartials<>(DoublePartials::new, double[][]::new, double[][]::new);
  }

  @Test
  void givesOutTheArgumentsShape() {
    NestedPartials<double[], double[]> partials = matrix();
    double[][] buffer = partials.zeroed(new double[][] {{1, 2}, null, {}});
    buffer[0][1] = 5;
    assertArrayEquals(new double[][] {{0, 5}, null, {}}, partials.array());
    assertSame(partials.array(), partials.array());
    assertNull(partials.zeroed(null));
    assertNull(partials.array());
  }

  @Test
  void rowsThatMoveAreGivenOutInTheOrderAtEntry() {
    NestedPartials<double[], double[]> partials = matrix();
    double[][] buffer = partials.zeroed(new double[][] {{1}, {2}});
    double[] first = buffer[0];
    buffer[0] = buffer[1];
    buffer[1] = first;
    first[0] = 3;
    assertArrayEquals(new double[][] {{3}, {0}}, partials.array());
  }

  @Test
  void smallerArgumentsUseTheSameBuffers() {
    NestedPartials<double[], double[]> partials = matrix();
    double[][] buffer = partials.zeroed(new double[][] {{1, 2, 3}, {2}});
    double[] row = buffer[0];
    assertSame(buffer, partials.zeroed(new double[][] {{1, 2}}));
    assertSame(row, buffer[0]);
    assertArrayEquals(new double[][] {{0, 0}}, partials.array());
  }

  @Test
  void whatWasGivenOutMayComeBackAsAnArgument() {
    NestedPartials<double[], double[]> partials = matrix();
    partials.zeroed(new double[][] {{1, 2}, {3, 4}})[1][0] = 7;
    double[][] given = partials.array();
    double[][] buffer = partials.zeroed(given);
    assertArrayEquals(new double[][] {{0, 0}, {7, 0}}, given);
    assertNotSame(given, partials.array());
    assertNotSame(given[1], buffer[1]);
  }

  @Test
  void anyRankAndFloatsAreKeptInDouble() {
    NestedPartials<double[][], float[][]> cube =
        new NestedPartials<>(
            () -> new NestedPartials<>(FloatPartials::new, double[][]::new, float[][]::new),
            double[][][]::new,
            float[][][]::new);
    double[][][] buffer = cube.filled(new float[][][] {{{1, 2}}, null, {{3}, null}});
    assertArrayEquals(new double[][][] {{{1, 2}}, null, {{3}, null}}, buffer);
    buffer[2][0][0] = 0.1;
    assertArrayEquals(new float[][][] {{{1, 2}}, null, {{0.1f}, null}}, cube.array());
  }

  @Test
  void poolGivesEachRequestItsOwnShadowAndKeepsThem() {
    ShadowPool<double[][], double[][]> pool = new ShadowPool<>(NestedPartialsTest::matrix);
    double[][] data = {{1, 2}, {3}};
    double[][] first = pool.shadowOf(data);
    double[][] second = pool.shadowOf(data);
    assertNotSame(first, second);
    first[0][0] = 4;
    pool.reset();
    assertSame(first, pool.shadowOf(data));
    assertArrayEquals(new double[][] {{0, 0}, {0}}, first);
    assertNull(pool.shadowOf(null));
  }
}
