package dev.cotangent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScalarArraysTest {
  @Test
  void inputsAreNamedByIndex() {
    Scalar[] x = Scalar.inputs(new double[] {2, 3}, "x");
    assertEquals(Map.of("x[0]", 3.0, "x[1]", 2.0), x[0].multiply(x[1]).grad(1));
    Scalar[] f = Scalar.inputs(new float[] {0.1f}, "f");
    assertEquals(Map.of("f[0]", 1.0), f[0].grad(1));
    assertEquals(0.1f, f[0].value());
  }

  @Test
  void constantsAndZerosHaveNoPartials() {
    assertTrue(Scalar.constants(new double[] {1})[0].isConstant());
    assertTrue(Scalar.constants(new float[] {1})[0].isConstant());
    assertArrayEquals(new double[] {0, 0}, Scalar.values(Scalar.zeros(2)));
    assertThrows(NegativeArraySizeException.class, () -> Scalar.zeros(-1));
  }

  @Test
  void valuesAreWrittenBack() {
    Scalar[] x = Scalar.inputs(new double[] {0.5, 0.25}, "x");
    x[1] = x[0].add(x[1]);
    double[] doubles = new double[2];
    Scalar.store(x, doubles);
    assertArrayEquals(new double[] {0.5, 0.75}, doubles);
    float[] floats = new float[2];
    Scalar.store(x, floats);
    assertArrayEquals(new float[] {0.5f, 0.75f}, floats);
    assertThrows(IllegalArgumentException.class, () -> Scalar.store(x, new double[3]));
  }

  @Test
  void nullStaysNull() {
    assertNull(Scalar.inputs((double[]) null, "x"));
    assertNull(Scalar.inputs((float[]) null, "x"));
    assertNull(Scalar.constants((double[]) null));
    assertNull(Scalar.constants((float[]) null));
    assertNull(Scalar.values(null));
    Scalar.store(null, (double[]) null);
    assertThrows(IllegalArgumentException.class, () -> Scalar.store(null, new double[1]));
  }
}
