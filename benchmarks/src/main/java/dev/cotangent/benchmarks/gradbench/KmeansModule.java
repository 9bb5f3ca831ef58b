package dev.cotangent.benchmarks.gradbench;

import dev.cotangent.benchmarks.evals.Kmeans;
import dev.cotangent.benchmarks.evals.KmeansCost;
import dev.cotangent.benchmarks.inputs.KmeansInput;
import java.util.Arrays;

/**
 * The eval {@code kmeans}: its direction is Newton's. The Hessian of the cost is diagonal, so that
 * its product with a vector of ones is its diagonal.
 */
final class KmeansModule {
  private KmeansModule() {}

  static EvalModule<KmeansInput> module() {
    return new EvalModule<>("kmeans", KmeansInput.class, () -> KmeansInput.random(10, 500, 8))
        .with("cost", in -> Call.of(() -> Kmeans.cost(in.centroids(), in.points())))
        .with("dir", KmeansModule::direction);
  }

  private static Call<?> direction(KmeansInput in) {
    KmeansCost.Gradient gradient = new KmeansCost.Gradient();
    KmeansCost.Gradient curvature = new KmeansCost.Gradient();
    double[][] ones = new double[in.centroids().length][in.centroids()[0].length];
    for (double[] row : ones) {
      Arrays.fill(row, 1);
    }
    double[][] direction = new double[ones.length][ones[0].length];
    return Call.of(
        () -> {
          KmeansCost.hvp(in.centroids(), in.points(), ones, curvature, gradient);
          divide(gradient.dCentroids(), curvature.dCentroids(), direction);
          return direction;
        });
  }

  private static void divide(double[][] a, double[][] b, double[][] quotient) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        quotient[i][j] = a[i][j] / b[i][j];
      }
    }
  }
}
