package dev.cotangent.benchmarks.hand;

/**
 * The derivative of {@code Saddle.worst}: the descent goes along 2 · second, which does not depend
 * on the first player's point, so that the answer does not move with it. Its steps are those of the
 * user's method, in numbers instead of arrays.
 */
public final class HandSaddle {
  private static final double TOLERANCE = 1e-5;

  private HandSaddle() {}

  /**
   * Computes the value and the partials.
   *
   * @param bar takes the partials, two
   */
  public static double gradient(double[] first, double[] start, double[] bar) {
    double own = first[0] * first[0] + first[1] * first[1];
    double x = start[0];
    double y = start[1];
    double least = -(own - (x * x + y * y));
    double downX = 2 * x;
    double downY = 2 * y;
    double length = Math.sqrt(downX * downX + downY * downY);
    double rate = 1e-5;
    int steps = 0;
    while (length > TOLERANCE) {
      if (steps == 10) {
        rate *= 2;
        steps = 0;
      }
      double nextX = x - rate * downX;
      double nextY = y - rate * downY;
      if (rate * length <= TOLERANCE) {
        break;
      }
      double value = -(own - (nextX * nextX + nextY * nextY));
      if (value < least) {
        x = nextX;
        y = nextY;
        least = value;
        downX = 2 * x;
        downY = 2 * y;
        length = Math.sqrt(downX * downX + downY * downY);
        steps++;
      } else {
        rate /= 2;
        steps = 0;
      }
    }
    bar[0] = 2 * first[0];
    bar[1] = 2 * first[1];
    return own - (x * x + y * y);
  }
}
