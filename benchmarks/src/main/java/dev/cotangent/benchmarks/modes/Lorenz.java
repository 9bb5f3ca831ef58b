package dev.cotangent.benchmarks.modes;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HESSIAN;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JACOBIAN;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;

/** Lorenz's weather of 1996, a ring of places, by the classical Runge–Kutta method. */
public final class Lorenz {
  private Lorenz() {}

  /**
   * Half the squared length of the last state.
   *
   * @param start at least four numbers
   * @param forcing what drives the system
   * @param h the length of a step
   * @param steps how many
   */
  @Differentiable(
      value = {GRADIENT, JVP, HVP, HESSIAN},
      wrt = {"start", "forcing"})
  public static double energy(double[] start, double forcing, double h, int steps) {
    double sum = 0;
    for (double v : state(start, forcing, h, steps)) {
      sum += v * v;
    }
    return sum / 2;
  }

  /**
   * The last state.
   *
   * @param start at least four numbers
   * @param forcing what drives the system
   * @param h the length of a step
   * @param steps how many
   */
  @Differentiable(
      value = {JACOBIAN},
      wrt = {"start", "forcing"})
  public static double[] state(double[] start, double forcing, double h, int steps) {
    int n = start.length;
    double[] y = start.clone();
    double[] at = new double[n];
    double[] k1 = new double[n];
    double[] k2 = new double[n];
    double[] k3 = new double[n];
    double[] k4 = new double[n];
    for (int step = 0; step < steps; step++) {
      slope(y, forcing, k1);
      move(y, h / 2, k1, at);
      slope(at, forcing, k2);
      move(y, h / 2, k2, at);
      slope(at, forcing, k3);
      move(y, h, k3, at);
      slope(at, forcing, k4);
      for (int i = 0; i < n; i++) {
        y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
      }
    }
    return y;
  }

  private static void slope(double[] y, double forcing, double[] slope) {
    int n = y.length;
    for (int i = 0; i < n; i++) {
      int next = i == n - 1 ? 0 : i + 1;
      int before = i == 0 ? n - 1 : i - 1;
      int second = before == 0 ? n - 1 : before - 1;
      slope[i] = (y[next] - y[second]) * y[before] - y[i] + forcing;
    }
  }

  private static void move(double[] y, double h, double[] slope, double[] into) {
    for (int i = 0; i < y.length; i++) {
      into[i] = y[i] + h * slope[i];
    }
  }
}
