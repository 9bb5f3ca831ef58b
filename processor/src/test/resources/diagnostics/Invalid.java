package refused;

import dev.cotangent.Differentiable;

class Invalid {
  @Differentiable
  static double mistakes(double x, boolean b, double[] a) {
    double c = b; // expect COT023
    double d = x + b; // expect COT023
    double e = x[0]; // expect COT023
    double f = x << 2; // expect COT023
    double g = x & 3; // expect COT023
    double h;
    double i = h + 1; // expect COT023
    boolean j = !x; // expect COT023
    boolean k = b < b; // expect COT023
    double l = -b; // expect COT023
    double m = (double) b; // expect COT023
    double n = nothing(x); // expect COT023
    if (x) { // expect COT023
      return 1;
    }
    double o = ~x; // expect COT023
    return c + d + e + f + g + i + l + m + n + o;
  }

  @Differentiable
  static double nowhere(double x) {
    if (x > 0) {
      break; // expect COT023
    }
    return x;
  }

  @Differentiable
  static double noSuchLabel(double x, int n) {
    for (int i = 0; i < n; i++) {
      x *= x;
      if (x > 2) {
        break outer; // expect COT023
      }
      if (x < 1) {
        continue inner; // expect COT023
      }
    }
    return x;
  }

  static void nothing(double x) {}

  @Differentiable
  static double noReturn(double x) {
    x++; // expect COT023
  }
}
