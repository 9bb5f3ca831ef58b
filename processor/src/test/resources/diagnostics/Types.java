package refused;

import dev.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.List;

class Types {
  @Differentiable
  static double copies(double[] x, float[] f, Object o) {
    System.arraycopy(f, 0, x, 0, 1); // expect COT030
    System.arraycopy(x, 0, new double[1][], 0, 1); // expect COT030
    System.arraycopy(x, 0, o, 0, 1); // expect COT009
    return x[0];
  }

  private static class Hidden {
    int n = 2;

    static int count() {
      return 3;
    }
  }

  record Pair(double a, int b) {}

  @Differentiable
  static double objects(double x, List<Double> list, Object o, Visible visible) {
    Hidden hidden = null; // expect COT040
    double a = Hidden.count();
    double b = ((Hidden) o).n; // expect COT040
    double c = visible.secret * x; // expect COT040
    double d = visible.tell() * x; // expect COT040
    Pair pair = null; // expect COT032
    var e = List.of(1, 2.5); // expect COT029
    var f = new ArrayList<>(); // expect COT029
    double g = list.stream().map(Math::sqrt).count(); // expect COT029
    Runnable h = visible::run; // expect COT070
    double i = o * x; // expect COT020
    Object j = new Object() {}; // expect COT020
    Pair k = new Pair(x, 1);
    Object l = new Pair(x, 1); // expect COT032
    boolean m = o instanceof String s; // expect COT008
    visible.rate = 3; // expect COT014
    return a + b;
  }

  static class Visible {
    private double secret = 1;
    double rate = 2;

    private double tell() {
      return 2;
    }

    void run() {}
  }

  static double half(Object x) {
    return 0.5;
  }
}
