package dev.cotangent.hipparchus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cotangent.DifferentiableFunction;
import java.util.List;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.util.Pair;
import org.junit.jupiter.api.Test;

class FittedModelTest {
  @Test
  void rowsAreTheGradientsOfThePredictions() {
    double[] b = {2, 0.5};
    FittedModel model =
        new FittedModel(List.of(NistModelsDanWood.bind(b, 4), NistModelsDanWood.bind(b, 9)));
    Pair<RealVector, RealMatrix> at = model.value(new ArrayRealVector(b));
    assertArrayEquals(new double[] {4, 6}, at.getFirst().toArray(), 1e-15);
    // b₀·x^b₁ has the partials x^b₁ and b₀·x^b₁·ln x.
    assertArrayEquals(new double[] {2, 4 * Math.log(4)}, at.getSecond().getRow(0), 1e-14);
    assertArrayEquals(new double[] {3, 6 * Math.log(9)}, at.getSecond().getRow(1), 1e-14);
  }

  @Test
  void predictionsAtOnceAreThoseOneByOne() {
    double[] b = {2, 0.5};
    RealVector at = new ArrayRealVector(new double[] {1.5, 0.75});
    Pair<RealVector, RealMatrix> once =
        new FittedModel(ProblemsPowers.bind(b, new double[] {4, 9})).value(at);
    Pair<RealVector, RealMatrix> each =
        new FittedModel(List.of(NistModelsDanWood.bind(b, 4), NistModelsDanWood.bind(b, 9)))
            .value(at);
    assertArrayEquals(each.getFirst().toArray(), once.getFirst().toArray());
    for (int i = 0; i < 2; i++) {
      assertArrayEquals(each.getSecond().getRow(i), once.getSecond().getRow(i), 1e-14);
    }
  }

  @Test
  void observationsHaveTheSameParameters() {
    assertThrows(IllegalArgumentException.class, () -> new FittedModel(List.of()));
    List<DifferentiableFunction> rows =
        List.of(
            NistModelsDanWood.bind(new double[2], 1), NistModelsLanczos3.bind(new double[6], 1));
    assertEquals(6, rows.get(1).dimension());
    assertThrows(IllegalArgumentException.class, () -> new FittedModel(rows));
  }
}
