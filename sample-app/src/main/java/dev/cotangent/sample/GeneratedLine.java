package dev.cotangent.sample;

/** The cost of one regressor, with the gradient that the compiler wrote. */
final class GeneratedLine implements CostFunction {
  private final double[] x;
  private final double[] y;
  private final LinearRegressionCost.Gradient holder = new LinearRegressionCost.Gradient();

  GeneratedLine(DataSet data) {
    x = data.x();
    y = data.y();
  }

  @Override
  public double valueAndGradient(double[] parameters, double[] gradient) {
    double cost = LinearRegressionCost.gradient(parameters[0], parameters[1], x, y, holder);
    gradient[0] = holder.dW();
    gradient[1] = holder.dB();
    return cost;
  }
}
