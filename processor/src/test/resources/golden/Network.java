package golden;

import dev.cotangent.Differentiable;

/** Rows of a matrix, each used nonlinearly. */
final class Network {
  @Differentiable(wrt = {"w", "b"})
  static double output(double[] w, double[] b, double[] x) {
    double sum = 0;
    for (int i = 0; i < b.length; i++) {
      double z = b[i];
      for (int j = 0; j < x.length; j++) {
        z += w[i * x.length + j] * x[j];
      }
      sum += Math.tanh(z);
    }
    return sum;
  }
}
