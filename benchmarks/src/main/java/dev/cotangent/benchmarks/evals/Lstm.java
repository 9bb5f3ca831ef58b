package dev.cotangent.benchmarks.evals;

import dev.cotangent.Differentiable;

/**
 * The eval {@code lstm}: the loss of a character model, a stack of long short-term memories whose
 * weight matrices are diagonal.
 */
public final class Lstm {
  private Lstm() {}

  /**
   * The mean of −target · (prediction − ln(Σ exp prediction + 2)) over the sequence.
   *
   * @param main two rows a layer, weights and biases, each of four blocks of b: of the forget,
   *     input and output gates and of the change
   * @param extra three rows of b: weights of the input, weights and biases of the output
   * @param state two rows of b a layer: hidden and cell at the start; only read
   * @param sequence at least two rows of b
   */
  @Differentiable(wrt = {"main", "extra"})
  public static double loss(
      double[][] main, double[][] extra, double[][] state, double[][] sequence) {
    int b = extra[0].length;
    double[][] current = new double[state.length][];
    for (int i = 0; i < state.length; i++) {
      current[i] = state[i].clone();
    }
    double[] prediction = new double[b];
    double total = 0;
    for (int t = 0; t < sequence.length - 1; t++) {
      predict(main, extra, current, sequence[t], prediction);
      double normalisation = logSumExp(prediction);
      double[] target = sequence[t + 1];
      for (int i = 0; i < b; i++) {
        total += target[i] * (prediction[i] - normalisation);
      }
    }
    return -total / ((sequence.length - 1) * b);
  }

  private static void predict(
      double[][] main, double[][] extra, double[][] state, double[] input, double[] output) {
    int b = input.length;
    for (int i = 0; i < b; i++) {
      output[i] = input[i] * extra[0][i];
    }
    double[] layerInput = output;
    for (int layer = 0; layer < main.length; layer += 2) {
      step(main[layer], main[layer + 1], state[layer], state[layer + 1], layerInput);
      layerInput = state[layer];
    }
    for (int i = 0; i < b; i++) {
      output[i] = layerInput[i] * extra[1][i] + extra[2][i];
    }
  }

  private static void step(
      double[] weight, double[] bias, double[] hidden, double[] cell, double[] input) {
    int b = hidden.length;
    for (int i = 0; i < b; i++) {
      double forget = sigmoid(input[i] * weight[i] + bias[i]);
      double in = sigmoid(hidden[i] * weight[b + i] + bias[b + i]);
      double out = sigmoid(input[i] * weight[2 * b + i] + bias[2 * b + i]);
      double change = Math.tanh(hidden[i] * weight[3 * b + i] + bias[3 * b + i]);
      cell[i] = cell[i] * forget + in * change;
      hidden[i] = out * Math.tanh(cell[i]);
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double logSumExp(double[] x) {
    double sum = 2;
    for (double xi : x) {
      sum += Math.exp(xi);
    }
    return Math.log(sum);
  }
}
