package dev.cotangent.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final DataSet DATA =
      TestData.of(1, new double[] {-1, 1, -1, 1}, new double[] {1, 3, 1, 3});

  private static Agreement agreement(double slope, double intercept) {
    Parameters exact = LeastSquares.of(DATA).solution();
    return Agreement.of(new Parameters(new double[] {slope, intercept}), exact, DATA);
  }

  @Test
  void worstParameterDecides() {
    assertEquals(2e-3, agreement(1.002, 2.002).relativeError(), 1e-12);
    assertEquals(4e-3, agreement(1.002, 2.008).relativeError(), 1e-12);
  }

  @Test
  void sixDigitsAreHalfAUnitOfTheSixth() {
    assertTrue(agreement(1 + 4e-7, 2).toSixDigits());
    assertFalse(agreement(1 + 6e-7, 2).toSixDigits());
    assertFalse(agreement(1, 2 - 1.2e-6).toSixDigits());
  }

  @Test
  void parameterThatIsZeroIsComparedWithTheSizeOfTheTarget() {
    DataSet flat = TestData.of(1, new double[] {-1, 1, -1, 1}, new double[] {1, 1, 3, 3});
    Parameters exact = new Parameters(new double[] {0, 2});
    double size = Math.sqrt(5);
    Agreement agreement = Agreement.of(new Parameters(new double[] {1e-12, 2}), exact, flat);
    assertEquals(1e-12 / (1e-4 * size), agreement.relativeError(), 1e-15);
  }
}
