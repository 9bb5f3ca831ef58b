package dev.cotangent.benchmarks.hand;

import java.util.Arrays;

/**
 * The adjoint of {@code Ode.last}. A component's stages need only its left neighbour's, so that a
 * step is one loop over the components without arrays of slopes; y is kept at the beginning of each
 * step, and the stages are computed again when the step is reversed.
 */
public final class HandOde {
  private final double[][] kept;
  private final double[] y;
  private final double[] yBar;
  private final double[] at1;
  private final double[] at2;
  private final double[] at3;

  /** With work arrays for n components and a number of steps. */
  public HandOde(int n, int steps) {
    kept = new double[steps][n];
    y = new double[n];
    yBar = new double[n];
    at1 = new double[n];
    at2 = new double[n];
    at3 = new double[n];
  }

  /**
   * Computes the value and the partials.
   *
   * @param xBar takes the partials, as long as x
   */
  public double gradient(double[] x, int steps, double[] xBar) {
    int n = x.length;
    double h = 2.0 / steps;
    Arrays.fill(y, 0);
    for (int s = 0; s < steps; s++) {
      System.arraycopy(y, 0, kept[s], 0, n);
      forward(x, h);
    }
    Arrays.fill(yBar, 0);
    Arrays.fill(xBar, 0);
    yBar[n - 1] = 1;
    double value = y[n - 1];
    for (int s = steps - 1; s >= 0; s--) {
      stages(x, kept[s], h);
      reverse(x, kept[s], h, xBar);
    }
    return value;
  }

  /** One step of y, in place. */
  private void forward(double[] x, double h) {
    double half = h / 2;
    double sixth = h / 6;
    double slope = x[0];
    double before = y[0];
    double before1 = before + half * slope;
    double before2 = before1;
    double before3 = before + h * slope;
    y[0] = before + sixth * (slope + 2 * slope + 2 * slope + slope);
    for (int i = 1; i < y.length; i++) {
      double xi = x[i];
      double yi = y[i];
      double k1 = xi * before;
      double k2 = xi * before1;
      double k3 = xi * before2;
      double k4 = xi * before3;
      before = yi;
      before1 = yi + half * k1;
      before2 = yi + half * k2;
      before3 = yi + h * k3;
      y[i] = yi + sixth * (k1 + 2 * k2 + 2 * k3 + k4);
    }
  }

  /** Where the second, third and fourth stage of a step evaluate. */
  private void stages(double[] x, double[] start, double h) {
    double half = h / 2;
    at1[0] = start[0] + half * x[0];
    at2[0] = at1[0];
    at3[0] = start[0] + h * x[0];
    for (int i = 1; i < start.length; i++) {
      double xi = x[i];
      double yi = start[i];
      at1[i] = yi + half * (xi * start[i - 1]);
      at2[i] = yi + half * (xi * at1[i - 1]);
      at3[i] = yi + h * (xi * at2[i - 1]);
    }
  }

  /**
   * Reverses a step: the adjoints of a component's stages come from its right neighbour's slopes.
   */
  private void reverse(double[] x, double[] start, double h, double[] xBar) {
    double half = h / 2;
    double sixth = h / 6;
    double fromRight = 0;
    double at1Bar = 0;
    double at2Bar = 0;
    double at3Bar = 0;
    for (int i = start.length - 1; i > 0; i--) {
      double out = yBar[i];
      double k4Bar = sixth * out;
      double k3Bar = 2 * k4Bar + h * at3Bar;
      double k2Bar = 2 * k4Bar + half * at2Bar;
      double k1Bar = k4Bar + half * at1Bar;
      yBar[i] = out + fromRight + at1Bar + at2Bar + at3Bar;
      xBar[i] +=
          (k1Bar * start[i - 1] + k2Bar * at1[i - 1]) + (k3Bar * at2[i - 1] + k4Bar * at3[i - 1]);
      double xi = x[i];
      fromRight = k1Bar * xi;
      at1Bar = k2Bar * xi;
      at2Bar = k3Bar * xi;
      at3Bar = k4Bar * xi;
    }
    double out = yBar[0];
    yBar[0] = out + fromRight + at1Bar + at2Bar + at3Bar;
    // The first component's slope is x₀ in all stages.
    xBar[0] += h * out + half * (at1Bar + at2Bar) + h * at3Bar;
  }
}
