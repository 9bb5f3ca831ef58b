package dev.cotangent.benchmarks.evals;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;

/**
 * The eval {@code particle}: where a charged particle crosses the axis, driven by the gradient of a
 * potential.
 */
public final class Particle {
  private static final double STEP = 0.1;

  // From some starting points the particle never comes down.
  private static final int MANY_STEPS = 1_000_000;

  private Particle() {}

  /**
   * The potential of two charges, one of which can be moved.
   *
   * @param x where the particle is
   * @param y and how high
   * @param w how far the one charge has been moved down
   */
  @Differentiable(
      value = {GRADIENT, JVP},
      wrt = {"x", "y"})
  public static double potential(double x, double y, double w) {
    return 1 / distance(x - 10, y - (10 - w)) + 1 / distance(x - 10, y);
  }

  private static double distance(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }

  /**
   * The square of the place where the particle crosses the axis, with forces of reverse mode.
   *
   * @param w how far the one charge has been moved down
   */
  @Differentiable({GRADIENT, JVP})
  public static double crossingByReverse(double w) {
    return crossing(
        (x, y) -> {
          ParticlePotential.Gradient slope = ParticlePotential.gradient(x, y, w);
          return new double[] {-slope.dX(), -slope.dY()};
        });
  }

  /**
   * The same with forces of forward mode, a direction each.
   *
   * @param w how far the one charge has been moved down
   */
  @Differentiable({GRADIENT, JVP})
  public static double crossingByForward(double w) {
    return crossing(
        (x, y) ->
            new double[] {
              -ParticlePotential.jvp(x, y, w, 1, 0).tangent(),
              -ParticlePotential.jvp(x, y, w, 0, 1).tangent()
            });
  }

  private static double crossing(Field field) {
    double x = 0;
    double y = 8;
    double u = 0.75;
    double v = 0;
    for (int step = 0; step < MANY_STEPS && y + STEP * v > 0; step++) {
      double[] force = field.at(x, y);
      x += STEP * u;
      y += STEP * v;
      u += STEP * force[0];
      v += STEP * force[1];
    }
    double place = x - y / v * u;
    return place * place;
  }

  private interface Field {
    double[] at(double x, double y);
  }
}
