package refused;

import dev.cotangent.Differentiable;

class Syntax {
  @Differentiable
  static double statements(double x, int k) {
    try { // expect COT008
      x *= 2;
    } finally {
      x += 1;
    }
    synchronized (Syntax.class) { // expect COT008
      x++;
    }
    class Local {} // expect COT008
    record Pair(double a, double b) {} // expect COT008
    x += new Pair(x, k).a();
    if (x > 3) {
      throw new IllegalArgumentException() {}; // expect COT020
    }
    return x;
  }

  @Differentiable
  static double expressions(double x, int k, Object o) {
    double a = switch (o) { // expect COT024
      case 1 -> x;
      default -> 2;
    };
    boolean d = o instanceof String;
    double e = new double[1].length + new Syntax().hashCode();
    double g = half(new Object() {}); // expect COT020
    double h = half("text");
    return a + (d ? 1 : 0) + e + g + h;
  }

  static double half(Object o) {
    return 0.5;
  }

  @Differentiable
  static double endless(double x) {
    while (true) { // expect COT022
      x = x / 2;
    }
  }

  @Differentiable
  static double endlessAround(double x) {
    for (int i = 0; ; i++) { // expect COT022
      for (int j = 0; ; j++) {
        if (j > i) continue;
        if (x > j) break;
        x = x / 2;
      }
    }
  }

  @Differentiable
  static double mistakeIsReportedOnce(double x) {
    double a = new java.util.Random().nextInt() * x; // expect COT018
    double b = a * 2;
    b += a;
    double c;
    c = Math.random(); // expect COT018
    return a + b + c;
  }

  @Differentiable
  static double conditionAndBranchesAreBothRead(double x) {
    if (Math.random() > x) { // expect COT018
      x *= Math.random(); // expect COT018
    }
    return x;
  }
}
