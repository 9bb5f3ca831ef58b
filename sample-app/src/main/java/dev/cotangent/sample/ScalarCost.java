package dev.cotangent.sample;

import dev.cotangent.Scalar;
import java.util.Map;

/** The cost computed and differentiated with {@link Scalar} alone, without generated code. */
final class ScalarCost implements CostFunction {
  private static final String INTERCEPT = "b";

  private final DataSet data;

  ScalarCost(DataSet data) {
    this.data = data;
  }

  @Override
  public double valueAndGradient(double[] parameters, double[] gradient) {
    int width = data.width();
    Scalar[] w = new Scalar[width];
    for (int j = 0; j < width; j++) {
      w[j] = Scalar.of(parameters[j], slope(j));
    }
    Scalar b = Scalar.of(parameters[width], INTERCEPT);
    Scalar cost = cost(w, b);

    Map<String, Double> partials = cost.grad(1);
    for (int j = 0; j < width; j++) {
      gradient[j] = partials.get(slope(j));
    }
    gradient[width] = partials.get(INTERCEPT);
    return cost.value();
  }

  private Scalar cost(Scalar[] w, Scalar b) {
    Scalar sum = Scalar.of(0);
    for (int i = 0; i < data.rows(); i++) {
      Scalar h = b;
      for (int j = 0; j < w.length; j++) {
        h = h.add(w[j].multiply(data.x(i, j)));
      }
      sum = sum.add(h.subtract(data.y(i)).square());
    }
    return sum.divide(data.rows());
  }

  private static String slope(int feature) {
    return "w" + feature;
  }
}
