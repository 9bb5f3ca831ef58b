package refused;

import dev.cotangent.Derivative;
import dev.cotangent.Differentiable;
import java.util.List;

class Records {
  interface Measured {
    double x();

    default double twice() {
      return 2 * x();
    }
  }

  record Point(double x, double y) implements Measured {
    static double sum(Point[] points) {
      return points.length;
    }

    double shifted(double by) {
      Object self = this; // expect COT032
      return x + by;
    }

    double drawn() {
      return x * Math.random(); // expect COT018
    }
  }

  record Own(double x) {
    Own(double x) {
      this.x = Math.abs(x); // accepted by javac, and the reason why its calls are refused
    }
  }

  record Chain(double x, Chain next) {}

  record Box<T>(T content, double weight) {}

  record Late(double x, double y) {
    static final Late START = new Late(1, 2);

    public double x() {
      return x / 2;
    }
  }

  static final Late LATE = new Late(1, 2);

  private record Hidden(double x) {}

  static final Hidden HIDDEN = new Hidden(1);

  @Differentiable
  static double objects(double x) {
    Point p = new Point(x, x);
    Point none = null; // expect COT032
    Point either = x > 0 ? p : null; // expect COT032
    boolean same = p == p; // expect COT032
    boolean isNull = p != null; // expect COT032
    boolean equal = p.equals(p); // expect COT032
    double a = p.hashCode(); // expect COT032
    double b = p.twice(); // expect COT032
    Point[] many = {p}; // expect COT032
    double c = half(p); // expect COT032
    double d = p.shifted(1) + p.drawn();
    double e = p.z(); // expect COT019
    double f = p.z; // expect COT007
    double g = Point.sum(null);
    return a + b + c + d + e + f + g;
  }

  record Normal(double x, double y) {
    Normal {
      x = Math.abs(x);
    }
  }

  record Checked(double x, Own own) {
    public double x() {
      return x;
    }
  }

  record Holds(double x, Elsewhere.Pair pair) {}

  @Differentiable
  static double disguised(
      Late late, // expect COT054
      Normal normal, // expect COT054
      Checked checked, // expect COT054
      Holds holds, // expect COT055
      Elsewhere.Pair pair, // expect COT055
      Point point) {
    return late.y() + normal.x() + checked.x() + pair.x() + point.x();
  }

  @Differentiable(wrt = "x")
  static double passive(
      double x, Late late, Normal normal, Checked checked, Holds holds, Elsewhere.Pair pair) {
    return x * (late.x() + normal.x() + checked.x() + holds.x() + pair.x());
  }

  record Named(String name, Normal normal) {}

  @Differentiable(Derivative.JVP)
  static Normal withBody(double x) { // expect COT054
    return new Normal(x, x);
  }

  @Differentiable(Derivative.JVP)
  static Late withAccessor(double x) { // expect COT054
    return new Late(x, x);
  }

  @Differentiable(Derivative.VJP)
  static Named within(Normal normal) { // expect COT054
    return new Named("n", normal);
  }

  @Differentiable(Derivative.JACOBIAN)
  static Elsewhere.Pair elsewhere(double x) { // expect COT055
    return null;
  }

  static double half(Object x) {
    return 0.5;
  }

  @Differentiable
  @SuppressWarnings({"rawtypes", "unchecked"})
  static double shapes(double x) {
    Own own = new Own(x); // expect COT038
    Chain chain = new Chain(x, null); // expect COT009
    Box box = new Box("a", x); // expect COT009
    double a = LATE.y(); // expect COT032
    double b = HIDDEN.x(); // expect COT013
    record Inner(double x) {} // expect COT008
    return x;
  }
}
