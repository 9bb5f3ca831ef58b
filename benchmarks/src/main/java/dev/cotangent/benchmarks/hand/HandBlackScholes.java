package dev.cotangent.benchmarks.hand;

/**
 * The Greeks of {@code BlackScholes.call}: the derivative of the approximate distribution function
 * in closed form, φ(x) (|x| P(t) + c t² P′(t)), and one common factor of all that goes through d₁.
 */
public final class HandBlackScholes {
  private static final double C = 0.2316419;

  private double dSpot;
  private double dRate;
  private double dVolatility;
  private double dYears;

  /** Computes the price and its partials. */
  public double gradient(double spot, double rate, double volatility, double years, double strike) {
    double root = Math.sqrt(years);
    double deviation = volatility * root;
    double drift = rate + volatility * volatility / 2;
    double d1 = (Math.log(spot / strike) + drift * years) / deviation;
    double d2 = d1 - deviation;
    double density1 = Math.exp(-d1 * d1 / 2) / Math.sqrt(2 * Math.PI);
    double t1 = 1 / (1 + C * Math.abs(d1));
    double p1 = polynomial(t1);
    double tail1 = density1 * p1;
    double normal1 = d1 > 0 ? 1 - tail1 : tail1;
    double density2 = Math.exp(-d2 * d2 / 2) / Math.sqrt(2 * Math.PI);
    double t2 = 1 / (1 + C * Math.abs(d2));
    double p2 = polynomial(t2);
    double tail2 = density2 * p2;
    double normal2 = d2 > 0 ? 1 - tail2 : tail2;
    double discounted = strike * Math.exp(-rate * years);
    double payment = discounted * normal2;
    double a = spot * (Math.abs(d1) * tail1 + density1 * C * t1 * t1 * slope(t1));
    double b = discounted * (Math.abs(d2) * tail2 + density2 * C * t2 * t2 * slope(t2));
    double common = (a - b) / deviation;
    double deviationBar = b - common * d1;
    dSpot = normal1 + common / spot;
    dRate = (common + payment) * years;
    dVolatility = common * volatility * years + deviationBar * root;
    dYears = common * drift + payment * rate + deviationBar * volatility / (2 * root);
    return spot * normal1 - payment;
  }

  private static double polynomial(double t) {
    return t
        * (0.319381530
            + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  }

  private static double slope(double t) {
    return 0.319381530
        + t
            * (2 * -0.356563782
                + t * (3 * 1.781477937 + t * (4 * -1.821255978 + t * (5 * 1.330274429))));
  }

  /** The partial with respect to the price of the asset. */
  public double dSpot() {
    return dSpot;
  }

  /** The partial with respect to the rate of interest. */
  public double dRate() {
    return dRate;
  }

  /** The partial with respect to the volatility. */
  public double dVolatility() {
    return dVolatility;
  }

  /** The partial with respect to the time. */
  public double dYears() {
    return dYears;
  }
}
