package dev.cotangent.sample;

/**
 * What training came to.
 *
 * @param outcome why it stopped
 * @param parameters where it stopped
 * @param costs the cost before each step and after the last
 */
record Training(Outcome outcome, Parameters parameters, DoubleBuffer costs) {
  /** Why training stopped. */
  enum Outcome {
    /** The gradient is zero to within the tolerance. */
    CONVERGED,
    /** The largest number of steps is done. */
    STEP_LIMIT,
    /** The cost grows instead of falling. */
    DIVERGED
  }

  /** The number of steps that were taken. */
  int steps() {
    return costs.size() - 1;
  }

  double finalCost() {
    return costs.get(costs.size() - 1);
  }
}
