package golden;

import dev.cotangent.Differentiable;

/** Numbers in float: their partials are carried in double. */
final class Blend {
  @Differentiable
  static float error(float w, float[] x) {
    float sum = 0;
    for (int i = 0; i < x.length; i++) {
      float e = x[i] * w - 1;
      sum += e * e;
    }
    return sum;
  }
}
