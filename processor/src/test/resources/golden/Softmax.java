package golden;

import dev.cotangent.Differentiable;

/** The logarithm of a sum of exponentials, safe from overflow. */
final class Softmax {
  @Differentiable
  static double logSumExp(double[] x) {
    double largest = x[0];
    for (int i = 1; i < x.length; i++) {
      largest = Math.max(largest, x[i]);
    }
    double sum = 0;
    for (double v : x) {
      sum += Math.exp(v - largest);
    }
    return largest + Math.log(sum);
  }
}
