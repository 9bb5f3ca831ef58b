package dev.cotangent.sample;

/** The cost of several regressors, with the gradient that the compiler wrote. */
final class GeneratedPlane implements CostFunction {
  private final double[] x;
  private final double[] y;
  private final double[] w;
  private final MultipleRegressionCost.Gradient holder = new MultipleRegressionCost.Gradient();

  GeneratedPlane(DataSet data) {
    x = data.x();
    y = data.y();
    w = new double[data.width()];
  }

  @Override
  public double valueAndGradient(double[] parameters, double[] gradient) {
    System.arraycopy(parameters, 0, w, 0, w.length);
    double cost = MultipleRegressionCost.gradient(w, parameters[w.length], x, y, holder);
    System.arraycopy(holder.dW(), 0, gradient, 0, w.length);
    gradient[w.length] = holder.dB();
    return cost;
  }
}
