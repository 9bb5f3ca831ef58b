package dev.cotangent.benchmarks.evals;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;

/**
 * The eval {@code saddle}: the point that is least against the best answer to it. The answer is
 * found by gradient descent, through which the derivative goes.
 */
public final class Saddle {
  private static final double TOLERANCE = 1e-5;
  private static final double FIRST_RATE = 1e-5;
  private static final int STEPS_AT_A_RATE = 10;

  private Saddle() {}

  /** A number at each point. */
  public interface Cost {
    /** The number. */
    double at(double[] point);
  }

  /** A vector at each point. */
  public interface Field {
    /** The vector, in an array of its own. */
    double[] at(double[] point);
  }

  /**
   * What the first player pays to the second, |first|² − |second|².
   *
   * @param first two coordinates
   * @param second two coordinates
   */
  @Differentiable({GRADIENT, JVP})
  public static double payment(double[] first, double[] second) {
    return first[0] * first[0]
        + first[1] * first[1]
        - (second[0] * second[0] + second[1] * second[1]);
  }

  /**
   * The payment if the second player answers best, whose descent goes along gradients of reverse
   * mode.
   *
   * @param first two coordinates
   * @param start where the search for the answer begins
   */
  @Differentiable(
      value = {GRADIENT, JVP},
      wrt = "first")
  public static double worstByReverse(double[] first, double[] start) {
    return payment(first, answerByReverse(first, start));
  }

  /**
   * The same, with gradients of forward mode, a direction each.
   *
   * @param first two coordinates
   * @param start where the search for the answer begins
   */
  @Differentiable(
      value = {GRADIENT, JVP},
      wrt = "first")
  public static double worstByForward(double[] first, double[] start) {
    return payment(first, answerByForward(first, start));
  }

  /**
   * The second player's best answer.
   *
   * @param first two coordinates
   * @param start where the search begins
   */
  public static double[] answerByReverse(double[] first, double[] start) {
    return minimum(
        second -> -payment(first, second),
        second -> {
          double[] up = SaddlePayment.gradient(first, second).dSecond();
          return new double[] {-up[0], -up[1]};
        },
        start);
  }

  /**
   * The same, with gradients of forward mode.
   *
   * @param first two coordinates
   * @param start where the search begins
   */
  public static double[] answerByForward(double[] first, double[] start) {
    double[] still = new double[2];
    double[] east = {1, 0};
    double[] north = {0, 1};
    return minimum(
        second -> -payment(first, second),
        second ->
            new double[] {
              -SaddlePayment.jvp(first, second, still, east).tangent(),
              -SaddlePayment.jvp(first, second, still, north).tangent()
            },
        start);
  }

  /**
   * Gradient descent with a rate that doubles behind ten good steps and is halved at a bad one.
   *
   * @param f what is to be least
   * @param slope its gradient
   * @param start where it begins; not changed
   */
  public static double[] minimum(Cost f, Field slope, double[] start) {
    double[] x = start.clone();
    double least = f.at(x);
    double[] down = slope.at(x);
    double rate = FIRST_RATE;
    int steps = 0;
    while (length(down) > TOLERANCE) {
      if (steps == STEPS_AT_A_RATE) {
        rate *= 2;
        steps = 0;
      }
      double[] next = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        next[i] = x[i] - rate * down[i];
      }
      if (rate * length(down) <= TOLERANCE) {
        break;
      }
      double value = f.at(next);
      if (value < least) {
        x = next;
        least = value;
        down = slope.at(x);
        steps++;
      } else {
        rate /= 2;
        steps = 0;
      }
    }
    return x;
  }

  private static double length(double[] v) {
    double sum = 0;
    for (double c : v) {
      sum += c * c;
    }
    return Math.sqrt(sum);
  }
}
