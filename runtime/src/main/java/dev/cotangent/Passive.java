package dev.cotangent;

/**
 * Numbers through which no derivative flows, on purpose: {@code Passive.value(x)} is {@code x}, and
 * its derivative is zero.
 *
 * <pre>{@code
 * double weight = Passive.value(1 / (1 + residual * residual));   // weights count as constants
 * sum += weight * residual * residual;
 * }</pre>
 */
public final class Passive {
  private Passive() {}

  /**
   * The number itself, as a constant.
   *
   * @param x any number
   * @return {@code x}
   */
  @NonDifferentiable
  public static double value(double x) {
    return x;
  }

  /**
   * The number itself, as a constant.
   *
   * @param x any number
   * @return {@code x}
   */
  @NonDifferentiable
  public static float value(float x) {
    return x;
  }
}
