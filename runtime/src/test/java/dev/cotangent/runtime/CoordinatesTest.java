package dev.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.NonSmooth;
import dev.cotangent.Scalar;
import org.junit.jupiter.api.Test;

/** Parameters flattened into one vector, and back. */
class CoordinatesTest {
  private final double[] x = {2, 3};

  private final Coordinates coordinates =
      new Coordinates()
          .add("w", 1.0)
          .add("x", x)
          .add("missing", (double[]) null)
          .add("f", 0.5f)
          .add("g", new float[] {0.25f});

  @Test
  void parametersStandInOrder() {
    assertEquals(5, coordinates.dimension());
    assertArrayEquals(new double[] {1, 2, 3, 0.5, 0.25}, coordinates.initialPoint());
    assertEquals("w", coordinates.label(0));
    assertEquals("x[1]", coordinates.label(2));
    assertEquals("f", coordinates.label(3));
    assertEquals("g[0]", coordinates.label(4));
    assertFalse(coordinates.single(2));
    assertTrue(coordinates.single(3));
    assertTrue(coordinates.single(4));
    assertThrows(IndexOutOfBoundsException.class, () -> coordinates.label(5));
  }

  @Test
  void initialElementsAreCopied() {
    x[0] = 7;
    assertEquals(2, coordinates.initialPoint()[1]);
  }

  @Test
  void pointIsTakenApartAndPartialsArePutTogether() {
    double[] point = {10, 20, 30, 40.1, 50.1};
    assertEquals(10, coordinates.scalar(0, point));
    assertArrayEquals(new double[] {20, 30}, coordinates.doubles(1, point));
    assertNull(coordinates.doubles(2, point));
    assertArrayEquals(new float[] {50.1f}, coordinates.floats(4, point));
    double[] gradient = new double[5];
    coordinates.put(0, 1, gradient);
    coordinates.put(1, new double[] {2, 3}, gradient);
    coordinates.put(2, (double[]) null, gradient);
    coordinates.put(3, 4, gradient);
    coordinates.put(4, new float[] {5}, gradient);
    assertArrayEquals(new double[] {1, 2, 3, 4, 5}, gradient);
  }

  @Test
  void pointAndDirectionAreApart() {
    double[] point = coordinates.doubles(1, new double[] {0, 1, 2, 0, 0});
    double[] direction = coordinates.directionDoubles(1, new double[] {0, 5, 6, 0, 0});
    assertArrayEquals(new double[] {1, 2}, point);
    assertArrayEquals(new double[] {5, 6}, direction);
  }

  @Test
  void inputsGiveThePartialsByPlace() {
    Scalar[] inputs = coordinates.inputs(new double[] {1, 2, 3, 0.1, 0.25});
    assertEquals(0.1f, inputs[3].value(), "float coordinates are rounded");
    Scalar[] elements = coordinates.inputArray(1, inputs);
    assertNull(coordinates.inputArray(2, inputs));
    Scalar result = coordinates.input(0, inputs).multiply(elements[1]);
    double[] gradient = {9, 9, 9, 9, 9};
    assertEquals(3, coordinates.partials(result, NonSmooth.IEEE, inputs, gradient));
    assertArrayEquals(new double[] {3, 0, 1, 0, 0}, gradient);
  }

  @Test
  void vectorsOfAnotherLengthAreRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> coordinates.require(new double[4]));
    assertTrue(refused.getMessage().startsWith("[COT104]"), refused.getMessage());
  }
}
