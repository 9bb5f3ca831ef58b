package dev.cotangent.sample;

/**
 * The cost of a data set as a function of the parameters, with its gradient: all a trainer needs.
 */
interface CostFunction {
  /**
   * The cost, and its partials in the order of the parameters.
   *
   * @param parameters k slopes, then the intercept; only read
   * @param gradient as long; overwritten
   */
  double valueAndGradient(double[] parameters, double[] gradient);
}
