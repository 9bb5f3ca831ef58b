package dev.cotangent.benchmarks.hand;

/**
 * The adjoint of {@code LotkaVolterra.misfit}: two numbers a step are kept, the stages of a step
 * are computed again.
 */
public final class HandLotkaVolterra {
  private final double[] preys;
  private final double[] predatorsKept;
  private double dBirth;
  private double dLoss;
  private double dGrowth;
  private double dDeath;

  /** With work arrays for a number of steps. */
  public HandLotkaVolterra(int steps) {
    preys = new double[steps];
    predatorsKept = new double[steps];
  }

  /** Computes the value and the partials. */
  public double gradient(
      double birth, double loss, double growth, double death, double time, int steps) {
    double h = time / steps;
    double half = h / 2;
    double sixth = h / 6;
    double prey = 1;
    double predators = 0.5;
    for (int i = 0; i < steps; i++) {
      preys[i] = prey;
      predatorsKept[i] = predators;
      double p1 = prey * (birth - loss * predators);
      double q1 = predators * (growth * prey - death);
      double x2 = prey + half * p1;
      double y2 = predators + half * q1;
      double p2 = x2 * (birth - loss * y2);
      double q2 = y2 * (growth * x2 - death);
      double x3 = prey + half * p2;
      double y3 = predators + half * q2;
      double p3 = x3 * (birth - loss * y3);
      double q3 = y3 * (growth * x3 - death);
      double x4 = prey + h * p3;
      double y4 = predators + h * q3;
      double p4 = x4 * (birth - loss * y4);
      double q4 = y4 * (growth * x4 - death);
      prey += sixth * (p1 + 2 * p2 + 2 * p3 + p4);
      predators += sixth * (q1 + 2 * q2 + 2 * q3 + q4);
    }
    reverse(birth, loss, growth, death, h, steps, 2 * (prey - 1), 2 * (predators - 1));
    return (prey - 1) * (prey - 1) + (predators - 1) * (predators - 1);
  }

  private void reverse(
      double birth,
      double loss,
      double growth,
      double death,
      double h,
      int steps,
      double preySeed,
      double predatorsSeed) {
    double half = h / 2;
    double sixth = h / 6;
    double preyBar = preySeed;
    double predatorsBar = predatorsSeed;
    double birthBar = 0;
    double lossBar = 0;
    double growthBar = 0;
    double deathBar = 0;
    for (int i = steps - 1; i >= 0; i--) {
      double x1 = preys[i];
      double y1 = predatorsKept[i];
      double u1 = birth - loss * y1;
      double v1 = growth * x1 - death;
      double x2 = x1 + half * (x1 * u1);
      double y2 = y1 + half * (y1 * v1);
      double u2 = birth - loss * y2;
      double v2 = growth * x2 - death;
      double x3 = x1 + half * (x2 * u2);
      double y3 = y1 + half * (y2 * v2);
      double u3 = birth - loss * y3;
      double v3 = growth * x3 - death;
      double x4 = x1 + h * (x3 * u3);
      double y4 = y1 + h * (y3 * v3);
      double u4 = birth - loss * y4;
      double v4 = growth * x4 - death;
      double p4Bar = sixth * preyBar;
      double q4Bar = sixth * predatorsBar;
      double px4 = p4Bar * x4;
      double qy4 = q4Bar * y4;
      double x4Bar = p4Bar * u4 + qy4 * growth;
      double y4Bar = q4Bar * v4 - px4 * loss;
      double p3Bar = 2 * p4Bar + h * x4Bar;
      double q3Bar = 2 * q4Bar + h * y4Bar;
      double px3 = p3Bar * x3;
      double qy3 = q3Bar * y3;
      double x3Bar = p3Bar * u3 + qy3 * growth;
      double y3Bar = q3Bar * v3 - px3 * loss;
      double p2Bar = 2 * p4Bar + half * x3Bar;
      double q2Bar = 2 * q4Bar + half * y3Bar;
      double px2 = p2Bar * x2;
      double qy2 = q2Bar * y2;
      double x2Bar = p2Bar * u2 + qy2 * growth;
      double y2Bar = q2Bar * v2 - px2 * loss;
      double p1Bar = p4Bar + half * x2Bar;
      double q1Bar = q4Bar + half * y2Bar;
      double px1 = p1Bar * x1;
      double qy1 = q1Bar * y1;
      preyBar += (x4Bar + x3Bar) + (x2Bar + (p1Bar * u1 + qy1 * growth));
      predatorsBar += (y4Bar + y3Bar) + (y2Bar + (q1Bar * v1 - px1 * loss));
      birthBar += (px4 + px3) + (px2 + px1);
      lossBar -= (px4 * y4 + px3 * y3) + (px2 * y2 + px1 * y1);
      growthBar += (qy4 * x4 + qy3 * x3) + (qy2 * x2 + qy1 * x1);
      deathBar -= (qy4 + qy3) + (qy2 + qy1);
    }
    dBirth = birthBar;
    dLoss = lossBar;
    dGrowth = growthBar;
    dDeath = deathBar;
  }

  /** The partial with respect to the birth rate of prey. */
  public double dBirth() {
    return dBirth;
  }

  /** The partial with respect to the rate at which prey is eaten. */
  public double dLoss() {
    return dLoss;
  }

  /** The partial with respect to the growth rate of predators. */
  public double dGrowth() {
    return dGrowth;
  }

  /** The partial with respect to the death rate of predators. */
  public double dDeath() {
    return dDeath;
  }
}
