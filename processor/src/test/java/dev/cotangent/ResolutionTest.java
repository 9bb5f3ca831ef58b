package dev.cotangent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What steps show where rounding swallows some of them. */
class ResolutionTest {
  private static final double STEP = 0x1p-6;

  private final Scalar x = Scalar.of(0.25, "x");

  private double seen(Scalar result) {
    return Resolution.derivative(result, List.of(x), new double[] {1}, STEP);
  }

  @Test
  void aStepThatASumIsTooLargeForShowsNothing() {
    assertEquals(0, seen(x.add(0x1p50).sin()));
    assertEquals(1, x.add(0x1p50).grad(1).get("x"));
  }

  @Test
  void stairsShowNothingThatCounts() {
    assertEquals(Double.NaN, seen(x.add(0x1p46).sin()));
    assertEquals(3, seen(x.add(0x1p46).multiply(0).add(x.multiply(3))));
    assertEquals(1, seen(x.add(0x1p30)));
  }

  @Test
  void whatElseDependsOnItShowsAsBefore() {
    assertEquals(3, seen(x.add(0x1p50).sin().add(x.multiply(3))));
  }

  @Test
  void aFloatSwallowsMoreThanADouble() {
    assertEquals(1, seen(x.add(0x1p30)));
    assertEquals(0, seen(x.add(0x1p30).toFloat()));
  }

  @Test
  void whatASumResolvesIsTheDerivative() {
    Scalar result = x.sin().multiply(x).add(x.exp());
    assertEquals(result.grad(1).get("x"), seen(result), 1e-15);
  }
}
