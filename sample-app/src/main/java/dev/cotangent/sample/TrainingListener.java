package dev.cotangent.sample;

/** Is told of every step of training. */
@FunctionalInterface
interface TrainingListener {
  /**
   * Called with the state that {@code step} steps have led to.
   *
   * @param parameters the trainer's own array, only to be read
   * @param progress from 0 at the start to 1 at convergence or at the last step allowed
   */
  void onStep(int step, double cost, double[] parameters, double progress);
}
