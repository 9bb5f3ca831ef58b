package dev.cotangent.benchmarks.measure;

import dev.cotangent.DifferentiableFunction;
import java.util.function.DoubleSupplier;

/** A gradient by central differences: two calls of the primal for each partial. */
final class Differences implements DoubleSupplier {
  private static final double STEP = 6e-6;

  private final DifferentiableFunction function;
  private final double[] point;
  private final double[] gradient;

  Differences(DifferentiableFunction function) {
    this.function = function;
    point = function.initialPoint();
    gradient = new double[point.length];
  }

  @Override
  public double getAsDouble() {
    for (int i = 0; i < point.length; i++) {
      double x = point[i];
      double h = STEP * Math.max(1, Math.abs(x));
      point[i] = x + h;
      double above = function.value(point);
      point[i] = x - h;
      double below = function.value(point);
      point[i] = x;
      gradient[i] = (above - below) / (2 * h);
    }
    return gradient[0];
  }

  double[] gradient() {
    return gradient.clone();
  }
}
