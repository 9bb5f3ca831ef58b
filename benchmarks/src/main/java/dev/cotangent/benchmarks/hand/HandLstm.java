package dev.cotangent.benchmarks.hand;

import java.util.Arrays;

/**
 * The adjoint of {@code Lstm.loss}: of each cell and step the three gates, the change, the cell and
 * its tanh are kept, from which everything else follows without another exponential.
 */
public final class HandLstm {
  private final int b;
  private final int layers;
  private final double[] forgets;
  private final double[] ins;
  private final double[] outs;
  private final double[] changes;
  private final double[] cells;
  private final double[] tanhs;
  private final double[] hiddens;
  private final double[] scaledInput;
  private final double[] prediction;
  private final double[] exponentials;
  private final double[] sums;
  private final double[] hiddenBars;
  private final double[] cellBars;
  private final double[] inputBar;

  /** With work arrays for a number of layers, bits and steps. */
  public HandLstm(int layers, int b, int steps) {
    this.b = b;
    this.layers = layers;
    int width = layers * b;
    forgets = new double[steps * width];
    ins = new double[steps * width];
    outs = new double[steps * width];
    changes = new double[steps * width];
    // The state before the first step stands in front.
    cells = new double[(steps + 1) * width];
    hiddens = new double[(steps + 1) * width];
    tanhs = new double[steps * width];
    scaledInput = new double[b];
    prediction = new double[b];
    exponentials = new double[steps * b];
    sums = new double[steps];
    hiddenBars = new double[width];
    cellBars = new double[width];
    inputBar = new double[b];
  }

  /**
   * Computes the value and the partials.
   *
   * @param mainBar takes the partials of the memories' parameters
   * @param extraBar takes those of the input's and the output's
   */
  public double gradient(
      double[][] main,
      double[][] extra,
      double[][] state,
      double[][] sequence,
      double[][] mainBar,
      double[][] extraBar) {
    int steps = sequence.length - 1;
    for (int layer = 0; layer < layers; layer++) {
      System.arraycopy(state[2 * layer], 0, hiddens, layer * b, b);
      System.arraycopy(state[2 * layer + 1], 0, cells, layer * b, b);
    }
    double total = 0;
    for (int t = 0; t < steps; t++) {
      forward(main, extra, sequence[t], t);
      total = loss(extra, sequence[t + 1], t, total);
    }
    Rows.clear(mainBar);
    Rows.clear(extraBar);
    Arrays.fill(hiddenBars, 0);
    Arrays.fill(cellBars, 0);
    double seed = -1.0 / (steps * b);
    for (int t = steps - 1; t >= 0; t--) {
      reverseOutput(extra, sequence[t + 1], t, seed, extraBar);
      double[] input = sequence[t];
      double[] inWeight = extra[0];
      for (int i = 0; i < b; i++) {
        scaledInput[i] = input[i] * inWeight[i];
      }
      reverseLayers(main, scaledInput, t, mainBar);
      double[] weightBar = extraBar[0];
      for (int i = 0; i < b; i++) {
        weightBar[i] += inputBar[i] * input[i];
      }
    }
    return -total / (steps * b);
  }

  private void forward(double[][] main, double[][] extra, double[] input, int t) {
    double[] inWeight = extra[0];
    for (int i = 0; i < b; i++) {
      scaledInput[i] = input[i] * inWeight[i];
    }
    int before = t * layers * b;
    int now = before + layers * b;
    double[] from = scaledInput;
    int offset = 0;
    for (int layer = 0; layer < layers; layer++) {
      double[] w = main[2 * layer];
      double[] bias = main[2 * layer + 1];
      int p = layer * b;
      for (int i = 0; i < b; i++) {
        double x = from[offset + i];
        double h = hiddens[before + p + i];
        double f = 1 / (1 + Math.exp(-(x * w[i] + bias[i])));
        double in = 1 / (1 + Math.exp(-(h * w[b + i] + bias[b + i])));
        double o = 1 / (1 + Math.exp(-(x * w[2 * b + i] + bias[2 * b + i])));
        double g = Math.tanh(h * w[3 * b + i] + bias[3 * b + i]);
        double c = cells[before + p + i] * f + in * g;
        double tanh = Math.tanh(c);
        int at = before + p + i;
        forgets[at] = f;
        ins[at] = in;
        outs[at] = o;
        changes[at] = g;
        tanhs[at] = tanh;
        cells[now + p + i] = c;
        hiddens[now + p + i] = o * tanh;
      }
      from = hiddens;
      offset = now + p;
    }
  }

  private double loss(double[][] extra, double[] target, int t, double before) {
    double[] weight = extra[1];
    double[] bias = extra[2];
    int top = ((t + 2) * layers - 1) * b;
    double sum = 2;
    for (int i = 0; i < b; i++) {
      double p = hiddens[top + i] * weight[i] + bias[i];
      double exp = Math.exp(p);
      prediction[i] = p;
      exponentials[t * b + i] = exp;
      sum += exp;
    }
    sums[t] = sum;
    double normalisation = Math.log(sum);
    double total = before;
    for (int i = 0; i < b; i++) {
      total += target[i] * (prediction[i] - normalisation);
    }
    return total;
  }

  private void reverseOutput(
      double[][] extra, double[] target, int t, double seed, double[][] extraBar) {
    double[] weight = extra[1];
    double[] weightBar = extraBar[1];
    double[] biasBar = extraBar[2];
    int top = ((t + 2) * layers - 1) * b;
    int topBar = (layers - 1) * b;
    double targets = 0;
    for (int i = 0; i < b; i++) {
      targets += target[i];
    }
    double factor = seed * targets / sums[t];
    for (int i = 0; i < b; i++) {
      double bar = seed * target[i] - factor * exponentials[t * b + i];
      biasBar[i] += bar;
      weightBar[i] += bar * hiddens[top + i];
      hiddenBars[topBar + i] += bar * weight[i];
    }
  }

  private void reverseLayers(double[][] main, double[] input, int t, double[][] mainBar) {
    int now = (t + 1) * layers * b;
    for (int layer = layers - 1; layer > 0; layer--) {
      int below = (layer - 1) * b;
      reverse(main, hiddens, now + below, t, layer, mainBar);
      for (int i = 0; i < b; i++) {
        hiddenBars[below + i] += inputBar[i];
      }
    }
    reverse(main, input, 0, t, 0, mainBar);
  }

  /** Reverses one memory of one step; what it says of its input is left in {@code inputBar}. */
  private void reverse(
      double[][] main, double[] from, int offset, int t, int layer, double[][] mainBar) {
    double[] w = main[2 * layer];
    double[] wBar = mainBar[2 * layer];
    double[] biasBar = mainBar[2 * layer + 1];
    int p = layer * b;
    int before = t * layers * b + p;
    for (int i = 0; i < b; i++) {
      int at = before + i;
      double f = forgets[at];
      double in = ins[at];
      double o = outs[at];
      double g = changes[at];
      double tanh = tanhs[at];
      double hBar = hiddenBars[p + i];
      double cBar = cellBars[p + i] + hBar * o * (1 - tanh * tanh);
      double forgetBar = cBar * cells[at] * f * (1 - f);
      double inBar = cBar * g * in * (1 - in);
      double outBar = hBar * tanh * o * (1 - o);
      double changeBar = cBar * in * (1 - g * g);
      cellBars[p + i] = cBar * f;
      double x = from[offset + i];
      double h = hiddens[at];
      wBar[i] += forgetBar * x;
      wBar[b + i] += inBar * h;
      wBar[2 * b + i] += outBar * x;
      wBar[3 * b + i] += changeBar * h;
      biasBar[i] += forgetBar;
      biasBar[b + i] += inBar;
      biasBar[2 * b + i] += outBar;
      biasBar[3 * b + i] += changeBar;
      inputBar[i] = forgetBar * w[i] + outBar * w[2 * b + i];
      hiddenBars[p + i] = inBar * w[b + i] + changeBar * w[3 * b + i];
    }
  }
}
