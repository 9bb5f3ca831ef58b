package dev.cotangent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ScalarGradientTest {
  private static final Scalar NAN = Scalar.of(Double.NaN);

  private final Scalar x = ScalarGradient.independent(Scalar.of(3));
  private final Scalar y = ScalarGradient.independent(Scalar.of(5));

  @Test
  void whatTakesNoPartAddsNothingAlongATangentThatIsNoNumber() {
    ScalarGradient gradient = ScalarGradient.of(x.multiply(x), NonSmooth.STRONG_ZERO);
    Scalar along = gradient.along(new Scalar[] {x, y}, new Scalar[] {Scalar.of(2), NAN});
    assertEquals(12, along.value());
  }

  @Test
  void aPartialOfZeroTakesPart() {
    ScalarGradient gradient =
        ScalarGradient.of(x.multiply(Scalar.of(0)).add(y), NonSmooth.STRONG_ZERO);
    assertEquals(Double.NaN, gradient.along(x, NAN).value());
  }
}
