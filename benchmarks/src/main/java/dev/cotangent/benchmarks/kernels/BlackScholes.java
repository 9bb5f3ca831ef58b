package dev.cotangent.benchmarks.kernels;

import dev.cotangent.Differentiable;

/** The price of a European call option; its partials are the Greeks. */
public final class BlackScholes {
  private BlackScholes() {}

  /**
   * The price by the formula of Black and Scholes.
   *
   * @param spot today's price of the asset, positive
   * @param rate the rate of interest a year, continuously compounded
   * @param volatility of the asset, a year, positive
   * @param years to expiry, positive
   * @param strike the price at which the asset may be bought, positive
   */
  @Differentiable(wrt = {"spot", "rate", "volatility", "years"})
  public static double call(
      double spot, double rate, double volatility, double years, double strike) {
    double deviation = volatility * Math.sqrt(years);
    double d1 =
        (Math.log(spot / strike) + (rate + volatility * volatility / 2) * years) / deviation;
    double d2 = d1 - deviation;
    return spot * normal(d1) - strike * Math.exp(-rate * years) * normal(d2);
  }

  /** The distribution function of the standard normal: Abramowitz and Stegun 26.2.17. */
  private static double normal(double x) {
    double t = 1 / (1 + 0.2316419 * Math.abs(x));
    double polynomial =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double tail = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * polynomial;
    return x > 0 ? 1 - tail : tail;
  }
}
