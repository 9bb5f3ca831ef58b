package dev.cotangent.sample;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The picture of training: the cost at each step, on its way to that of the least squares solution.
 * The cost spans orders of magnitude, so its axis is logarithmic; the steps after the two have
 * become one line to the eye are left out, and the title says so.
 */
final class ProgressPicture {
  /** More points would lie on top of each other. */
  private static final int MOST_POINTS = 1_000;

  /** Longer trainings have stages of very different lengths: their axis of steps is logarithmic. */
  private static final int LONG = 2_000;

  /** Costs below this part of the first one are zero to the eye, also on a logarithmic axis. */
  private static final double LEAST_PART = 1e-9;

  /** A cost this much above the least is that of least squares to the eye. */
  private static final double ARRIVED = 1.01;

  /** How far the axis of steps reaches beyond the last. */
  private static final double MARGIN = 1.02;

  /** So many steps have room on the axis in any case; none is divided into parts. */
  private static final int FEWEST_STEPS = 10;

  private final Training training;

  /** The cost of the least squares solution. */
  private final double leastCost;

  /** The lowest cost that is shown. */
  private final double floor;

  private ProgressPicture(Training training, double leastCost) {
    this.training = training;
    this.leastCost = leastCost;
    this.floor = LEAST_PART * training.costs().get(0);
  }

  static XYChart draw(Training training, double leastCost, Column target) {
    return new ProgressPicture(training, leastCost).draw(target);
  }

  private XYChart draw(Column target) {
    int last = lastShown();
    boolean isLong = last > LONG;
    XYChart chart =
        ChartTheme.chart(
            last < training.steps()
                ? "Cost during training, first " + last + " of " + training.steps() + " steps"
                : "Cost during training",
            "training step (count" + (isLong ? ", from 1)" : ")"),
            "mean squared error " + target.squaredUnit());
    int[] steps = isLong ? spreadByRatio(last) : spreadEvenly(last);
    double[] x = Arrays.stream(steps).asDoubleStream().toArray();
    double[] y = Arrays.stream(steps).mapToDouble(this::shownCost).toArray();
    ChartTheme.line(chart, "gradient descent", x, y, ChartTheme.LINE, ChartTheme.DATA);
    if (x.length == 1) {
      chart.getSeriesMap().get("gradient descent").setMarker(SeriesMarkers.CIRCLE);
    }
    if (leastCost > floor) {
      double[] ends = {x[0], last};
      double[] least = {leastCost, leastCost};
      ChartTheme.line(
          chart, "least squares solution", ends, least, ChartTheme.DASHES, ChartTheme.REFERENCE);
    }
    chart.getStyler().setXAxisLogarithmic(isLong);
    // With an end of its own the axis gets ticks at round numbers, not at every n-th point.
    chart.getStyler().setXAxisMax(MARGIN * Math.max(FEWEST_STEPS, last));
    scaleCosts(chart, y);
    return chart;
  }

  private double shownCost(int step) {
    return Math.max(floor, training.costs().get(step));
  }

  /** A tenth more steps than it takes to arrive. */
  private int lastShown() {
    double arrival = ARRIVED * Math.max(floor, leastCost);
    int steps = training.steps();
    int arrived =
        IntStream.range(0, steps)
            .filter(i -> training.costs().get(i) <= arrival)
            .findFirst()
            .orElse(steps);
    return Math.min(steps, arrived + arrived / 10 + 1);
  }

  /** From 0 to the last. */
  private static int[] spreadEvenly(int last) {
    int points = Math.max(1, Math.min(last, MOST_POINTS));
    return IntStream.rangeClosed(0, points)
        .map(i -> (int) ((long) i * last / points))
        .distinct()
        .toArray();
  }

  /** From 1 to the last, each by the same factor more than the one before. */
  private static int[] spreadByRatio(int last) {
    return IntStream.rangeClosed(0, MOST_POINTS)
        .map(i -> (int) Math.round(Math.pow(last, (double) i / MOST_POINTS)))
        .distinct()
        .toArray();
  }

  /** Whole decades, so that the axis has labels at both ends. */
  private void scaleCosts(XYChart chart, double[] shown) {
    double least = Math.max(floor, leastCost);
    double low = DoubleStream.of(shown).min().orElse(least);
    double high = DoubleStream.of(shown).max().orElse(least);
    double bottom = Math.floor(Math.log10(Math.min(low, least)));
    double top = Math.max(bottom + 1, Math.ceil(Math.log10(high)));
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setYAxisMin(Math.pow(10, bottom));
    chart.getStyler().setYAxisMax(Math.pow(10, top));
    // Lines at every multiple of every power of ten would bury the curve.
    chart.getStyler().setPlotGridHorizontalLinesVisible(false);
  }
}
