package dev.cotangent.benchmarks.gradbench;

import dev.cotangent.DifferentiableFunction;
import dev.cotangent.benchmarks.evals.Saddle;

/** How a search finds the gradient of its function. */
enum Slope {
  /** By one reverse sweep. */
  REVERSE {
    @Override
    double[] at(DifferentiableFunction f, double[] point) {
      double[] gradient = new double[point.length];
      f.valueAndGradient(point, gradient);
      return gradient;
    }
  },

  /** By a forward sweep along each coordinate. */
  FORWARD {
    @Override
    double[] at(DifferentiableFunction f, double[] point) {
      double[] gradient = new double[point.length];
      double[] direction = new double[point.length];
      for (int i = 0; i < point.length; i++) {
        direction[i] = 1;
        gradient[i] = f.directionalDerivative(point, direction);
        direction[i] = 0;
      }
      return gradient;
    }
  };

  abstract double[] at(DifferentiableFunction f, double[] point);

  /** The point that gradient descent finds from the function's initial point. */
  double[] minimum(DifferentiableFunction f) {
    return Saddle.minimum(f::value, point -> at(f, point), f.initialPoint());
  }
}
