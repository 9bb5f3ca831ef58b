package dev.cotangent.sample;

/** Gradient descent at a fixed rate from parameters of zero, until it converges or diverges. */
final class Trainer {
  /** A cost that has grown by this factor since the start will not come back. */
  private static final double GROWTH = 10;

  /** Slopes that explain less than this part of the target's size count as zero. */
  private static final double NEGLIGIBLE = 1e-3;

  private final TrainingPlan plan;
  private final CostFunction function;

  /** The second derivative of the cost in each parameter alone. */
  private final double[] curvatures;

  /** The size below which each parameter counts as zero. */
  private final double[] floors;

  Trainer(TrainingPlan plan, CostFunction function, DataSet data) {
    this.plan = plan;
    this.function = function;
    int width = data.width();
    curvatures = new double[width + 1];
    floors = new double[width + 1];
    double targetSize = ColumnStatistics.ofTarget(data).rootMeanSquare();
    for (int j = 0; j <= width; j++) {
      double size = j < width ? ColumnStatistics.ofFeature(data, j).rootMeanSquare() : 1;
      curvatures[j] = 2 * size * size;
      floors[j] = NEGLIGIBLE * targetSize / size;
    }
  }

  Training train(TrainingListener listener) {
    double[] parameters = new double[curvatures.length];
    double[] gradient = new double[curvatures.length];
    DoubleBuffer costs = new DoubleBuffer();
    double firstExcess = Double.NaN;
    for (int step = 0; ; step++) {
      double cost = function.valueAndGradient(parameters, gradient);
      costs.add(cost);
      double excess = excess(parameters, gradient);
      if (step == 0) {
        firstExcess = excess;
      }
      listener.onStep(step, cost, parameters, progress(step, firstExcess, excess));
      Training.Outcome outcome = outcome(step, cost, costs.get(0), excess);
      if (outcome != null) {
        return new Training(outcome, new Parameters(parameters), costs);
      }
      descend(parameters, gradient, plan.rate());
    }
  }

  /** One step of gradient descent. */
  static void descend(double[] parameters, double[] gradient, double rate) {
    for (int j = 0; j < parameters.length; j++) {
      parameters[j] -= rate * gradient[j];
    }
  }

  /** Why to stop here, or null to go on. */
  private Training.Outcome outcome(int step, double cost, double firstCost, double excess) {
    if (!(cost <= GROWTH * firstCost) || Double.isNaN(excess)) {
      return Training.Outcome.DIVERGED;
    }
    if (excess <= 1) {
      return Training.Outcome.CONVERGED;
    }
    return step == plan.maxSteps() ? Training.Outcome.STEP_LIMIT : null;
  }

  /**
   * By how much the parameter that is farthest from its place exceeds the tolerance; 1 is within.
   * The distance is that of a Newton step in this parameter alone, so that it does not depend on
   * the rate.
   */
  private double excess(double[] parameters, double[] gradient) {
    double worst = 0;
    for (int j = 0; j < parameters.length; j++) {
      double distance = Math.abs(gradient[j]) / curvatures[j];
      double allowed = plan.tolerance() * Math.max(Math.abs(parameters[j]), floors[j]);
      worst = Math.max(worst, distance / allowed);
    }
    return worst;
  }

  /** Convergence is linear: the logarithm of the excess falls steadily. */
  private double progress(int step, double firstExcess, double excess) {
    double converged = firstExcess <= 1 ? 1 : 1 - Math.log(excess) / Math.log(firstExcess);
    double counted = (double) step / plan.maxSteps();
    return Math.min(1, Math.max(counted, Double.isNaN(converged) ? 0 : converged));
  }
}
