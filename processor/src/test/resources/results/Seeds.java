package results;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.JACOBIAN;
import static dev.cotangent.Derivative.JVP;
import static dev.cotangent.Derivative.VJP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Numbers, whose cotangent the caller chooses. */
final class Seeds {
  private Seeds() {}

  @Differentiable({GRADIENT, JVP, VJP, JACOBIAN})
  @At({"-2..2 [3*-1..1]"})
  static double quadratic(double a, double[] x) {
    double sum = a;
    for (double v : x) {
      sum += a * v * v;
    }
    return Math.sin(sum) * sum;
  }

  @Differentiable({GRADIENT, JVP, VJP, JACOBIAN})
  @At(value = {"0.5..1 [2*-1..1]"}, differences = 1e-2)
  static float single(float a, float[] x) {
    return a * x[0] + x[1] * x[1];
  }

  @Differentiable({JVP, VJP, JACOBIAN})
  @At({"[4*-1..1]"})
  static double inPlace(double[] x) {
    for (int i = 1; i < x.length; i++) {
      x[i] *= x[i - 1];
    }
    return x[x.length - 1] + x[0];
  }
}
