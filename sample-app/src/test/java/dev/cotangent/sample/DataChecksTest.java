package dev.cotangent.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataChecksTest {
  @Test
  void statisticsAreThoseOfTheColumns() throws Refusal {
    DataSet data = TestData.of(2, new double[] {1, 10, 3, 20, 5, 60}, new double[] {1, 2, 4});
    List<ColumnStatistics> statistics = DataChecks.require(data);
    assertEquals(3, statistics.get(0).mean());
    assertEquals(Math.sqrt(8.0 / 3), statistics.get(0).deviation(), 1e-15);
    assertEquals(30, statistics.get(1).mean());
    assertEquals(Math.sqrt(1400.0 / 3), statistics.get(1).deviation(), 1e-13);
    assertEquals(Math.sqrt(35.0 / 3), statistics.get(0).rootMeanSquare(), 1e-14);
  }

  @Test
  void fewerRowsThanUnknownsAreRefused() {
    assertRefused(
        TestData.of(2, new double[] {1, 2, 3, 5}, new double[] {1, 2}),
        "2 rows cannot determine 3 unknowns");
  }

  @Test
  void constantColumnIsRefusedByName() {
    assertRefused(
        TestData.of(2, new double[] {1, 7, 2, 7, 3, 7}, new double[] {1, 2, 4}),
        "column \"x1\": constant, 7.0 in every row");
    assertRefused(
        TestData.of(1, new double[] {1, 2, 3}, new double[] {4, 4, 4}),
        "column \"y\": constant, 4.0 in every row");
  }

  @Test
  void deviationWhoseSquareVanishesIsRefused() {
    assertRefused(
        TestData.of(1, new double[] {1e-200, 2e-200, 3e-200}, new double[] {1, 2, 4}),
        "column \"x0\": varies too little to be squared");
  }

  private static void assertRefused(DataSet data, String complaint) {
    Refusal refusal = assertThrows(Refusal.class, () -> DataChecks.require(data));
    assertTrue(refusal.getMessage().contains(complaint), refusal.getMessage());
  }
}
