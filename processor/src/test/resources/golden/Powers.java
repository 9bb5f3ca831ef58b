package golden;

import dev.cotangent.Differentiable;

/** Recursion. */
final class Powers {
  static double power(double x, int n) {
    if (n == 0) {
      return 1;
    }
    double half = power(x, n / 2);
    return n % 2 == 0 ? half * half : half * half * x;
  }

  @Differentiable
  static double shifted(double x, int n) {
    return power(x + 1, n);
  }
}
