package refused;

import static refused.Elsewhere.away;

import dev.cotangent.Differentiable;

class Calls {
  @Differentiable
  static double calls(double x, double[] a) {
    double b = Elsewhere.away(x);
    double c = away(x);
    double d = Math.random(); // expect COT018
    double e = Double.parseDouble("1");
    double f = Double.valueOf(x);
    System.out.println(x);
    double h = System.nanoTime() * x; // expect COT018
    double i = member(x); // expect COT017
    double j = overloaded(1, 2); // expect COT019
    double k = overloaded(true); // expect COT019
    double l = Math.sin(x, x); // expect COT019
    double m = boxes(x);
    double n = a.hashCode() * x;
    double o = Calls.<Double>typed(x); // expect COT003
    return b + c + d + e + f + h + i + j + k + l + m + n + o;
  }

  double member(double x) {
    return x;
  }

  static double overloaded(int a, double b) {
    return a;
  }

  static double overloaded(double a, int b) {
    return b;
  }

  static double boxes(Double x) {
    return 1;
  }

  static <T> double typed(double x) {
    return x;
  }

  @Differentiable
  static double throughAHelper(double x) {
    return helper(x);
  }

  private static double helper(double x) {
    return Math.random() * x; // expect COT018
  }
}
