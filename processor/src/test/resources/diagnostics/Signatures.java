package refused;

import dev.cotangent.Differentiable;

class Signatures {
  @Differentiable
  double instance(double x) { // expect COT001
    return x;
  }

  @Differentiable
  static native double foreign(double x); // expect COT002

  @Differentiable
  static <T> double generic(double x, T t) { // expect COT003
    return x;
  }

  @Differentiable
  static synchronized double locked(double x) { // expect COT004
    return x;
  }

  @kotlin.Metadata
  static class FromKotlin {
    @Differentiable
    static double stub(double x) { // expect COT005
      return 0.0;
    }
  }

  @Differentiable
  static double throughHelpers(double x) {
    double a = nativeHelper(x); // expect COT002
    double b = genericHelper(x); // expect COT003
    double c = lockedHelper(x); // expect COT004
    return a + b + c;
  }

  static native double nativeHelper(double x);

  static <T> double genericHelper(T x) {
    return 0;
  }

  static synchronized double lockedHelper(double x) {
    return x;
  }
}
