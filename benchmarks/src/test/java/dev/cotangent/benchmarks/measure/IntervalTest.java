package dev.cotangent.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Medians and what bounds them. */
final class IntervalTest {
  @Test
  void fewSamplesBoundByTheirExtremes() {
    assertEquals(new Interval(2, 1, 5), Interval.of(new double[] {5, 1, 2}));
    assertEquals(new Interval(7, 7, 7), Interval.of(new double[] {7}));
    assertEquals(new Interval(2.5, 1, 4), Interval.of(new double[] {4, 3, 2, 1}));
  }

  @Test
  void ranksAreThoseOfTheSignTest() {
    // Published: of 15 samples the 4th and the 12th, of 20 the 6th and the 15th, of 6 the extremes.
    assertEquals(new Interval(8, 4, 12), Interval.of(upTo(15)));
    assertEquals(new Interval(10.5, 6, 15), Interval.of(upTo(20)));
    assertEquals(new Interval(3.5, 1, 6), Interval.of(upTo(6)));
  }

  @Test
  void aPersonCanReadIt() {
    assertEquals("2.00 [1.00, 5.00]", new Interval(2, 1, 5).toString());
  }

  private static double[] upTo(int n) {
    return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
  }
}
