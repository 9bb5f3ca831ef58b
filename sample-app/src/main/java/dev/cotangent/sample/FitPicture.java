package dev.cotangent.sample;

import java.util.Locale;
import java.util.Random;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The picture of the result. One regressor: the data and the fitted line. Several: the target
 * against the model's value, which would lie on the diagonal if the model were perfect.
 */
final class FitPicture {
  /** More points would lie on top of each other. */
  private static final int MOST_POINTS = 2_000;

  /** More points are drawn small. */
  private static final int MANY_POINTS = 200;

  private FitPicture() {}

  static XYChart draw(DataSet data, Parameters parameters, long seed) {
    int[] rows = rows(data.rows(), seed);
    double[] across = new double[rows.length];
    double[] up = new double[rows.length];
    boolean line = data.width() == 1;
    for (int i = 0; i < rows.length; i++) {
      across[i] = line ? data.x(rows[i], 0) : parameters.predict(data, rows[i]);
      up[i] = data.y(rows[i]);
    }
    return line ? ofLine(data, parameters, across, up) : ofPlane(data, across, up);
  }

  private static XYChart ofLine(DataSet data, Parameters parameters, double[] x, double[] y) {
    Column feature = data.features().get(0);
    AxisScale across = AxisScale.of(x);
    AxisScale up = AxisScale.of(y);
    XYChart chart =
        ChartTheme.chart(
            equation(data.target(), parameters, feature),
            across.label(feature),
            up.label(data.target()));
    double[] ends = ends(x);
    double[] values = {
      parameters.intercept() + parameters.slope(0) * ends[0],
      parameters.intercept() + parameters.slope(0) * ends[1]
    };
    line(chart, "fitted line", across.apply(ends), up.apply(values));
    points(chart, across.apply(x), up.apply(y));
    return chart;
  }

  /** The fitted line as a formula, to four digits. */
  private static String equation(Column target, Parameters parameters, Column feature) {
    double slope = parameters.slope(0);
    return String.format(
        Locale.ROOT,
        "Fitted line: %s = %.4g %s %.4g · %s",
        target.name(),
        parameters.intercept(),
        slope < 0 ? "−" : "+",
        Math.abs(slope),
        feature.name());
  }

  private static XYChart ofPlane(DataSet data, double[] fitted, double[] measured) {
    AxisScale scale = AxisScale.of(measured);
    String label = scale.label(data.target());
    XYChart chart =
        ChartTheme.chart(
            data.target().name() + ": data against the fitted model",
            "model: " + label,
            "data: " + label);
    double[] ends = scale.apply(ends(fitted));
    line(chart, "data = model", ends, ends);
    points(chart, scale.apply(fitted), scale.apply(measured));
    return chart;
  }

  private static void line(XYChart chart, String name, double[] x, double[] y) {
    ChartTheme.line(chart, name, x, y, ChartTheme.LINE, ChartTheme.MODEL);
  }

  private static void points(XYChart chart, double[] x, double[] y) {
    XYSeries series = chart.addSeries("data", x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setMarker(SeriesMarkers.CIRCLE);
    series.setMarkerColor(ChartTheme.DOTS);
    chart.getStyler().setMarkerSize(x.length <= MANY_POINTS ? 11 : 5);
  }

  private static double[] ends(double[] values) {
    double low = values[0];
    double high = values[0];
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return new double[] {low, high};
  }

  /** All rows, or a random choice of them. */
  private static int[] rows(int count, long seed) {
    if (count <= MOST_POINTS) {
      int[] all = new int[count];
      for (int i = 0; i < count; i++) {
        all[i] = i;
      }
      return all;
    }
    return new Random(seed).ints(MOST_POINTS, 0, count).toArray();
  }
}
