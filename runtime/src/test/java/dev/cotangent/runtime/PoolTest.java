package dev.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PoolTest {
  @Test
  void arrayOfTheSameLengthComesBackZeroed() {
    DoublePool pool = new DoublePool();
    double[] first = pool.zeroed(3);
    Arrays.fill(first, 7);
    pool.reset();
    double[] again = pool.zeroed(3);
    assertSame(first, again);
    assertArrayEquals(new double[3], again);
  }

  @Test
  void arraysOfOneCallAreDistinct() {
    DoublePool pool = new DoublePool();
    double[] a = pool.zeroed(3);
    double[] b = pool.zeroed(3);
    double[] c = pool.zeroed(5);
    assertNotSame(a, b);
    pool.reset();
    assertSame(a, pool.zeroed(3));
    assertSame(b, pool.zeroed(3));
    assertSame(c, pool.zeroed(5));
  }

  @Test
  void otherLengthIsANewArrayOfThatLength() {
    DoublePool pool = new DoublePool();
    double[] a = pool.zeroed(3);
    pool.reset();
    assertNotSame(a, pool.zeroed(2));
    pool.reset();
    assertEquals(4, pool.zeroed(4).length);
    pool.reset();
    assertEquals(0, pool.zeroed(0).length);
  }

  @Test
  void scratchOnlyGrows() {
    IntPool pool = new IntPool();
    int[] large = pool.scratch(10);
    pool.reset();
    assertSame(large, pool.scratch(4));
    pool.reset();
    assertTrue(pool.scratch(11).length >= 11);
  }

  @Test
  void copyHasTheContentsAndTheLength() {
    LongPool pool = new LongPool();
    long[] source = {1, 2, 3};
    long[] copy = pool.copy(source);
    assertArrayEquals(source, copy);
    assertNotSame(source, copy);
    pool.reset();
    assertSame(copy, pool.copy(new long[] {4, 5, 6}));
    assertArrayEquals(new long[] {4, 5, 6}, copy);
  }

  @Test
  void everyKindIsZeroed() {
    FloatPool floats = new FloatPool();
    floats.zeroed(1)[0] = 1;
    floats.reset();
    assertArrayEquals(new float[1], floats.zeroed(1));
    IntPool ints = new IntPool();
    ints.zeroed(1)[0] = 1;
    ints.reset();
    assertArrayEquals(new int[1], ints.zeroed(1));
    LongPool longs = new LongPool();
    longs.zeroed(1)[0] = 1;
    longs.reset();
    assertArrayEquals(new long[1], longs.zeroed(1));
    BooleanPool booleans = new BooleanPool();
    booleans.zeroed(1)[0] = true;
    booleans.reset();
    assertArrayEquals(new boolean[1], booleans.zeroed(1));
  }

  @Test
  void negativeLengthThrowsAsTheLanguageDoes() {
    DoublePool pool = new DoublePool();
    NegativeArraySizeException e =
        assertThrows(NegativeArraySizeException.class, () -> pool.zeroed(-1));
    assertEquals("-1", e.getMessage());
    pool.zeroed(2);
    pool.reset();
    assertThrows(NegativeArraySizeException.class, () -> pool.scratch(-3));
  }

  @Test
  void recordsGrowAndKeepTheirContents() {
    double[] xs = new double[0];
    for (int i = 0; i < 10_000; i++) {
      xs = Records.grow(xs, i);
      xs[i] = i;
    }
    for (int i = 0; i < 10_000; i++) {
      assertEquals(i, xs[i]);
    }
    assertSame(xs, Records.grow(xs, 9_999));
    assertEquals(16, Records.grow(new boolean[0], 0).length);
    assertTrue(Records.grow(new Object[] {"a"}, 1).length > 1);
    assertTrue(Records.grow(new float[1], 40).length > 40);
    assertTrue(Records.grow(new int[1], 40).length > 40);
    assertTrue(Records.grow(new long[1], 40).length > 40);
  }
}
