package refused;

import dev.cotangent.Differentiable;
import java.util.List;

class Types {
  @Differentiable
  static double arraysOfArrays(double[][] m, double x) {
    double a = m[0][0] * x; // expect COT010
    double[] row = m[1]; // expect COT010
    double[][] made = new double[2][3]; // expect COT010
    for (double[] r : m) { // expect COT010
      a += r[0];
    }
    return a * m.length;
  }

  @Differentiable
  static double objects(double x, Double boxed, List<Double> list, String[] names) {
    double a = x * boxed; // expect COT020
    double b = boxed; // expect COT020
    Double c = x; // expect COT009
    String s = "a"; // expect COT009
    for (double d : list) { // expect COT020
      a += d;
    }
    double p = list.get(0); // expect COT017
    double n = half(names[0]); // expect COT009
    double t = half((Object) boxed); // expect COT020
    double u = x > 0 ? boxed : x; // expect COT020
    StringBuilder[] made = null; // expect COT009
    return a + b;
  }

  static double half(Object x) {
    return 0.5;
  }
}
