package dev.cotangent.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What the pictures have in common: size, type, colours, and how they become PNG. */
final class ChartTheme {
  static final Color DATA = new Color(0x1F4E79);

  /** For dots that may lie on top of each other. */
  static final Color DOTS = new Color(0x1F, 0x4E, 0x79, 150);

  static final Color MODEL = new Color(0xC8501E);
  static final Color REFERENCE = new Color(0x7A7A7A);
  static final BasicStroke LINE = new BasicStroke(3f);
  static final BasicStroke DASHES =
      new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {8, 6}, 0);

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 700;

  /** In pixels; labels of large numbers still stand apart. */
  private static final int TICK_DISTANCE = 110;

  private static final Color GRID = new Color(0xE4E4E4);
  private static final Color INK = new Color(0x303030);

  private ChartTheme() {}

  static XYChart chart(String title, String xLabel, String yLabel) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(xLabel)
            .yAxisTitle(yLabel)
            .build();
    XYStyler styler = chart.getStyler();
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1f));
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 22));
    styler.setChartTitleBoxVisible(false);
    styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
    styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setChartFontColor(INK);
    styler.setAxisTickLabelsColor(INK);
    styler.setAxisTickMarksColor(INK);
    styler.setChartPadding(20);
    styler.setAntiAlias(true);
    styler.setXAxisTickMarkSpacingHint(TICK_DISTANCE);
    return chart;
  }

  static void line(
      XYChart chart, String name, double[] x, double[] y, BasicStroke stroke, Color color) {
    chart
        .addSeries(name, x, y)
        .setMarker(SeriesMarkers.NONE)
        .setLineStyle(stroke)
        .setLineColor(color);
  }

  /** The picture as the bytes of a PNG file. */
  static byte[] png(XYChart chart) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BitmapEncoder.saveBitmap(chart, bytes, BitmapFormat.PNG);
    return bytes.toByteArray();
  }
}
