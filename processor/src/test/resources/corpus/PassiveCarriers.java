package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Arrays that are not differentiated and carry what is. */
final class PassiveCarriers {
  private PassiveCarriers() {}

  /** An array that is not differentiated carries what is. */
  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      wrt = "x")
  @At({"-1..1 [9 9 9]", "2 [0 0 0 0]"})
  static double passiveCarrier(double x, double[] work) {
    for (int i = 0; i < work.length; i++) {
      work[i] = Math.sin(x * (i + 1));
    }
    double product = 1;
    for (double v : work) {
      product *= v;
    }
    return product + work[0];
  }

  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      wrt = "x")
  @At({"-1..1 [2 3]", "2 [-1 1]"})
  static double passiveScaled(double x, double[] data) {
    data[0] *= x;
    data[1] += data[0] * x;
    return data[0] * data[1];
  }
}
