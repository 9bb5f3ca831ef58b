package dev.cotangent.benchmarks.hand;

/**
 * The derivative of {@code Particle.crossing}: of one input the tangent goes along with the motion,
 * and nothing is kept.
 */
public final class HandParticle {
  private double dW;

  /** Computes the value and its derivative. */
  public double gradient(double w) {
    double x = 0;
    double y = 8;
    double u = 0.75;
    double v = 0;
    double xDot = 0;
    double yDot = 0;
    double uDot = 0;
    double vDot = 0;
    for (int step = 0; step < 1_000_000 && y + 0.1 * v > 0; step++) {
      double east = x - 10;
      double high = y - (10 - w);
      double highDot = yDot + 1;
      double moved = 1 / (east * east + high * high);
      double fixed = 1 / (east * east + y * y);
      double movedCube = moved * Math.sqrt(moved);
      double fixedCube = fixed * Math.sqrt(fixed);
      double movedDot = -3 * moved * movedCube * (east * xDot + high * highDot);
      double fixedDot = -3 * fixed * fixedCube * (east * xDot + y * yDot);
      double eastForce = east * (movedCube + fixedCube);
      double eastForceDot = xDot * (movedCube + fixedCube) + east * (movedDot + fixedDot);
      double upForce = high * movedCube + y * fixedCube;
      double upForceDot = highDot * movedCube + high * movedDot + yDot * fixedCube + y * fixedDot;
      x += 0.1 * u;
      xDot += 0.1 * uDot;
      y += 0.1 * v;
      yDot += 0.1 * vDot;
      u += 0.1 * eastForce;
      uDot += 0.1 * eastForceDot;
      v += 0.1 * upForce;
      vDot += 0.1 * upForceDot;
    }
    double time = y / v;
    double place = x - time * u;
    double placeDot = xDot - (yDot - time * vDot) / v * u - time * uDot;
    dW = 2 * place * placeDot;
    return place * place;
  }

  /** The derivative. */
  public double dW() {
    return dW;
  }
}
