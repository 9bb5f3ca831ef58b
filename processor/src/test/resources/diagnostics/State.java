package refused;

import dev.cotangent.Differentiable;

class State {
  static double rate = 0.5;
  private static final double HIDDEN = Math.log(2);
  private static final double[] WRITTEN = {1, 2};
  private static final double[] PASSED_ON = {1, 2};
  private static final double[] COMPUTED = new double[2];
  static final double[] TABLE = {1, 2};
  static final String NAME = new String("x");
  static final double[][] MATRIX = {{1}, {2}};
  double weight = 3;

  private static class Secret {
    static final double INNER = Math.cbrt(3);
  }

  @Differentiable
  static double reads(double x) {
    double a = x * rate; // expect COT012
    double b = x * HIDDEN; // expect COT013
    double c = x * Secret.INNER; // expect COT013
    double h = WRITTEN[0]; // expect COT013
    double i = PASSED_ON[0]; // expect COT013
    double j = COMPUTED[0]; // expect COT013
    double d = x * weight; // expect COT011
    double e = x * this.weight; // expect COT011
    double f = NAME.length();
    return a + b + c + d + e + f + h + i + j;
  }

  static double[] changes() {
    WRITTEN[0]++;
    return PASSED_ON;
  }

  @Differentiable
  static double writes(double x) {
    rate = x; // expect COT014
    rate += 1; // expect COT014
    rate++; // expect COT014
    State.rate = 2; // expect COT014
    return x;
  }

  @Differentiable
  static double writesElements(double x, double[] a, int n) {
    TABLE[0] = x; // expect COT014
    double[] t = TABLE;
    t[1] += x; // expect COT014
    double[] u = x > 0 ? TABLE : a;
    u[0]++; // expect COT014
    double[] v = a;
    for (int i = 0; i < n; i++) {
      v[0] = x; // expect COT014
      v = TABLE;
    }
    fill(TABLE, x);
    pick(a)[0] = x; // expect COT014
    TABLE.clone()[0] = x;
    return a[0];
  }

  @Differentiable
  static double writesRows(double x, double[] a) {
    MATRIX[0] = a; // expect COT014
    MATRIX[0][0] = x; // expect COT014
    double[] row = MATRIX[1];
    row[0] = x; // expect COT014
    double[][] rows = {a, TABLE};
    double[][] other = rows;
    other[1][0] = x; // expect COT014
    MATRIX.clone()[1][0] = x; // expect COT014
    double[][] fine = MATRIX.clone();
    fine[0] = a;
    double[][] local = {a, a.clone()};
    local[1][0] = x;
    double[][][] deep = {null};
    deep[0] = MATRIX;
    deep[0][1][0] = x; // expect COT014
    return a[0] + MATRIX[1][0];
  }

  static void fill(double[] a, double x) {
    a[0] = x; // expect COT014
  }

  static double[] pick(double[] a) {
    return a == null ? TABLE : a;
  }
}
