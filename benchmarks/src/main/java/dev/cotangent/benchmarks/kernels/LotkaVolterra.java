package dev.cotangent.benchmarks.kernels;

import dev.cotangent.Differentiable;

/** Predators and prey: a small system of ordinary differential equations. */
public final class LotkaVolterra {
  private LotkaVolterra() {}

  /**
   * The squared distance from a goal at the end of a time, by the classical method of Runge and
   * Kutta.
   *
   * @param birth how fast prey multiplies
   * @param loss how fast predators eat prey
   * @param growth how fast predators multiply on prey
   * @param death how fast predators die
   * @param time the end
   * @param steps how many steps lead there
   */
  @Differentiable(wrt = {"birth", "loss", "growth", "death"})
  public static double misfit(
      double birth, double loss, double growth, double death, double time, int steps) {
    double h = time / steps;
    double prey = 1;
    double predators = 0.5;
    for (int i = 0; i < steps; i++) {
      double p1 = preySlope(birth, loss, prey, predators);
      double q1 = predatorSlope(growth, death, prey, predators);
      double p2 = preySlope(birth, loss, prey + h / 2 * p1, predators + h / 2 * q1);
      double q2 = predatorSlope(growth, death, prey + h / 2 * p1, predators + h / 2 * q1);
      double p3 = preySlope(birth, loss, prey + h / 2 * p2, predators + h / 2 * q2);
      double q3 = predatorSlope(growth, death, prey + h / 2 * p2, predators + h / 2 * q2);
      double p4 = preySlope(birth, loss, prey + h * p3, predators + h * q3);
      double q4 = predatorSlope(growth, death, prey + h * p3, predators + h * q3);
      prey += h / 6 * (p1 + 2 * p2 + 2 * p3 + p4);
      predators += h / 6 * (q1 + 2 * q2 + 2 * q3 + q4);
    }
    return (prey - 1) * (prey - 1) + (predators - 1) * (predators - 1);
  }

  private static double preySlope(double birth, double loss, double prey, double predators) {
    return prey * (birth - loss * predators);
  }

  private static double predatorSlope(double growth, double death, double prey, double predators) {
    return predators * (growth * prey - death);
  }
}
