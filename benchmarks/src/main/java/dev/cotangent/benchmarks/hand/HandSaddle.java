package dev.cotangent.benchmarks.hand;

import dev.cotangent.benchmarks.evals.Saddle;

/**
 * The derivative of {@code Saddle.worst}: the descent goes along 2 · second, which does not depend
 * on the first player's point, so that the answer does not move with it.
 */
public final class HandSaddle {
  private HandSaddle() {}

  /**
   * Computes the value and the partials.
   *
   * @param bar takes the partials, two
   */
  public static double gradient(double[] first, double[] start, double[] bar) {
    double[] answer =
        Saddle.minimum(
            second -> -Saddle.payment(first, second),
            second -> new double[] {2 * second[0], 2 * second[1]},
            start);
    bar[0] = 2 * first[0];
    bar[1] = 2 * first[1];
    return Saddle.payment(first, answer);
  }
}
