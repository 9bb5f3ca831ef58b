package dev.cotangent.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

/** Pictures at the edges of what they have to show: drawn, decoded, looked at. */
class PictureTest {
  @Test
  void axesNameQuantityAndUnit() throws Refusal {
    DataSet data = TestData.norris();
    XYChart fit = FitPicture.draw(data, LeastSquares.of(data).solution(), 1);
    assertEquals("nist (nmol/mol)", fit.getXAxisTitle());
    assertEquals("customer (nmol/mol)", fit.getYAxisTitle());
    assertEquals("Fitted line: customer = -0.2623 + 1.002 · nist", fit.getTitle());
    XYChart progress = ProgressPicture.draw(training(9, 3, 1), 0.5, data.target());
    assertEquals("training step (count)", progress.getXAxisTitle());
    assertEquals("mean squared error (nmol/mol)²", progress.getYAxisTitle());
  }

  @Test
  void severalRegressorsShowDataAgainstModel() throws Exception {
    DataSet data = TestData.longley();
    XYChart fit = FitPicture.draw(data, LeastSquares.of(data).solution(), 1);
    assertEquals("model: employed (thousand people)", fit.getXAxisTitle());
    assertEquals("data: employed (thousand people)", fit.getYAxisTitle());
    assertDrawn(fit);
  }

  @Test
  void manyRowsShowASampleThatTheSeedDecides() throws Exception {
    DataSet data = TestData.random(5_000, 1, 1);
    Parameters parameters = LeastSquares.of(data).solution();
    XYChart fit = FitPicture.draw(data, parameters, 1);
    double[] shown = fit.getSeriesMap().get("data").getXData();
    assertEquals(2_000, shown.length);
    double[] again = FitPicture.draw(data, parameters, 1).getSeriesMap().get("data").getXData();
    assertEquals(shown[1_999], again[1_999]);
    assertDrawn(fit);
  }

  @Test
  void trainingOfAnyLengthIsDrawn() throws Exception {
    assertDrawn(progress(training(4), 4));
    assertDrawn(progress(training(4, 3), 3));
    assertDrawn(progress(training(100, 10, 1, 1e-5, 1e-20, 0, 0), 0));
    double[] slow = new double[100_000];
    for (int i = 0; i < slow.length; i++) {
      slow[i] = 1 + 1e6 / (i + 1);
    }
    XYChart chart = progress(training(slow), 1);
    assertEquals("training step (count, from 1)", chart.getXAxisTitle());
    assertDrawn(chart);
  }

  @Test
  void stepsAfterArrivalAreLeftOutAndTheTitleSaysSo() {
    XYChart chart = progress(training(100, 50, 10, 1.001, 1, 1, 1, 1, 1, 1, 1), 1);
    assertEquals("Cost during training, first 4 of 10 steps", chart.getTitle());
  }

  @Test
  void magnitudesFarFromOneAreDrawn() throws Exception {
    for (double scale : new double[] {1e-120, 1e-12, 1e-6, 1e12, 1e120}) {
      double[] x = {scale, 2 * scale, 3 * scale, 5 * scale};
      double[] y = {4 * scale, 3 * scale, 3.5 * scale, scale};
      DataSet data = TestData.of(1, x, y);
      LeastSquares exact = LeastSquares.of(data);
      assertDrawn(FitPicture.draw(data, exact.solution(), 1));
      double least = exact.cost();
      assertDrawn(progress(training(100 * least, 10 * least, least), least));
    }
  }

  @Test
  void labelsStayShortWhateverTheUnit() {
    double[] x = {1e-12, 2e-12, 5e-12};
    double[] y = {2.5e7, 2e7, 1e7};
    DataSet data = new DataSet("test", List.of(new Column("x", "m")), new Column("y", ""), x, y);
    XYChart fit = FitPicture.draw(data, LeastSquares.of(data).solution(), 1);
    assertEquals("x (10⁻¹² m)", fit.getXAxisTitle());
    assertEquals("y (10⁶)", fit.getYAxisTitle());
    assertEquals(25, fit.getSeriesMap().get("data").getYData()[0], 1e-12);
  }

  private static XYChart progress(Training training, double leastCost) {
    return ProgressPicture.draw(training, leastCost, new Column("y", "m"));
  }

  private static Training training(double... costs) {
    DoubleBuffer buffer = new DoubleBuffer();
    for (double cost : costs) {
      buffer.add(cost);
    }
    Parameters parameters = new Parameters(new double[] {1, 2});
    return new Training(Training.Outcome.CONVERGED, parameters, buffer);
  }

  private static void assertDrawn(XYChart chart) throws IOException {
    PictureAssertions.assertDrawn(ImageIO.read(new ByteArrayInputStream(ChartTheme.png(chart))));
  }
}
