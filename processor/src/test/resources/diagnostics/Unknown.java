package refused;

import dev.cotangent.Differentiable;
import nowhere.Generated;

class Unknown {
  static Missing field;

  @Differentiable
  static double names(double x) {
    double a = missing * x; // expect COT007
    double b = missing(x); // expect COT007
    double c = Generated.f(x); // expect COT007
    double d = nowhere.deep.Thing.f(x); // expect COT007
    double e = Math.sinus(x); // expect COT007
    double f = Math.TAU_2 * x; // expect COT007
    Missing g = null; // expect COT007
    double h = Unknown.Inner.f(x); // expect COT007
    double i = (Missing) x; // expect COT007
    double j = new Missing[3].length; // expect COT007
    return a + b + c + d + e + f + h + i + j;
  }

  @Differentiable
  static double parameter(double x, Missing m) { // expect COT007
    return x;
  }

  @Differentiable
  static Missing result(double x) { // expect COT007
    return null;
  }
}
