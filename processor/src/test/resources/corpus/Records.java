package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;

/** Records inside methods: locals, carried, yielded, of helpers, with methods and constructors. */
final class Records {
  private Records() {}

  private record Complex(double re, double im) {
    static final double UNIT = 1;

    Complex plus(Complex other) {
      return new Complex(re + other.re, im + other.im());
    }

    Complex times(Complex other) {
      return new Complex(
          re * other.re - im * other.im, this.re * other.im() + this.im() * other.re());
    }

    double norm() {
      return re() * re() + im() * im();
    }

    static Complex real(double re) {
      return new Complex(re, 0);
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.3 0.4 5", "-0.5 0.1 3", "1 1 0"})
  static double escape(double re, double im, int n) {
    Complex c = new Complex(re, im);
    Complex z = Complex.real(0);
    for (int i = 0; i < n; i++) {
      z = z.times(z).plus(c);
    }
    return z.norm() * Complex.UNIT;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.3 0.5", "1.5 1"})
  static double branches(double re, double im) {
    Complex z = re > im ? new Complex(re, im) : new Complex(im, re).times(Complex.real(2));
    Complex w;
    if (z.norm() > 1) {
      w = z.plus(z);
    } else {
      w = z;
      z = Complex.real(re);
    }
    return w.times(z).norm();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.3 0.4 3", "1.5 -1 6"})
  static double swap(double x, double y, int n) {
    Complex a = new Complex(x, y);
    Complex b = new Complex(y * y, x);
    int i = 0;
    while (i < n && a.norm() < 1e6) {
      Complex c = a;
      a = b;
      b = c.times(a);
      i++;
    }
    return a.re() + b.im();
  }

  private record State(double position, double velocity) {
    State step(double h, State slope) {
      return new State(position + h * slope.position, velocity + h * slope.velocity);
    }
  }

  private static State slope(State state, double stiffness) {
    return new State(state.velocity(), -stiffness * state.position());
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"1 0 2 10", "0.5 1 0.3 4"})
  static double rungeKutta(double position, double velocity, double stiffness, int steps) {
    State state = new State(position, velocity);
    double h = 0.1;
    for (int i = 0; i < steps; i++) {
      State k1 = slope(state, stiffness);
      State k2 = slope(state.step(h / 2, k1), stiffness);
      State k3 = slope(state.step(h / 2, k2), stiffness);
      State k4 = slope(state.step(h, k3), stiffness);
      state = state.step(h / 6, k1).step(h / 3, k2).step(h / 3, k3).step(h / 6, k4);
    }
    return state.position() * state.velocity();
  }

  private record Line(Complex from, Complex to, int weight) {
    Line reversed() {
      return new Line(to, from, -weight);
    }

    double length() {
      return Math.sqrt(from.plus(to.times(Complex.real(-1))).norm());
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.3 0.4 3", "1.5 -1 6"})
  static double nested(double x, double y, int n) {
    Line line = new Line(new Complex(x, y), new Complex(y, 2 * x), 3);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      line = line.reversed();
      sum += line.weight() * line.length() * line.from().re();
    }
    return sum + line.to.im;
  }

  private record Pair(double first, double second) {}

  private static Pair fibonacci(double x, int n) {
    if (n == 0) {
      return new Pair(x, 1);
    }
    Pair before = fibonacci(x, n - 1);
    return new Pair(before.second(), before.first() * before.second() + x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.3 3", "0.5 0", "0.9 5"})
  static double recursive(double x, int n) {
    Pair pair = fibonacci(x, n);
    return pair.first() * pair.second();
  }

  private record Mixed(double value, int depth, float half, boolean odd, long count) {}

  private static Mixed descend(Mixed mixed) {
    if (mixed.depth() == 0) {
      return mixed;
    }
    Mixed next =
        new Mixed(
            Math.sin(mixed.value()) + mixed.half(),
            mixed.depth() - 1,
            (float) (mixed.half() * 0.5),
            !mixed.odd(),
            mixed.count() * 3);
    return descend(next);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"0.3 0.25 3", "0.5 0.5 0"},
      differences = 1e-3)
  static double mixedComponents(double x, float half, int n) {
    Mixed mixed = descend(new Mixed(x, n, half, false, 1));
    double value = mixed.value() * mixed.count() + mixed.half();
    return mixed.odd() ? -value : value;
  }

  private record Vector(double[] elements, double scale) {
    double dot(Vector other) {
      double sum = 0;
      for (int i = 0; i < elements.length; i++) {
        sum += elements[i] * other.elements[i];
      }
      return sum * scale * other.scale();
    }

    void halve() {
      for (int i = 0; i < elements.length; i++) {
        elements[i] *= 0.5;
      }
    }

    Vector scaled(double factor) {
      return new Vector(elements, scale * factor);
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] 2", "[1] 0.5"})
  static double arrayInside(double[] x, double scale) {
    Vector v = new Vector(x.clone(), scale);
    Vector w = v.scaled(scale);
    v.halve();
    w.elements()[0] += w.scale();
    return v.dot(w) + x[0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] [3*-1..1] 0.1", "[1] [2] -2"})
  static double whichArray(double[] x, double[] y, double s) {
    Vector v = new Vector(x, 1);
    Vector w = new Vector(y, 2);
    Vector u = s > 0 ? v : w;
    u.elements[0] = s * s;
    return v.dot(w) * u.scale();
  }

  private record Clamped(double low, double high) {
    Clamped {
      if (high < low) {
        double swap = low;
        low = high;
        high = swap;
      }
      high = high * high;
    }

    Clamped(double width) {
      this(-width, Math.exp(width));
    }

    Clamped() {
      this(1);
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.3 0.4", "2 1"})
  static double constructors(double x, double y) {
    Clamped a = new Clamped(x, y);
    Clamped b = new Clamped(x * y);
    return a.low() * b.high() + a.high * b.low + new Clamped().high();
  }

  private record Polar(double radius, double angle) {
    public double radius() {
      return Math.abs(radius);
    }

    double x() {
      return radius() * Math.cos(angle);
    }

    Polar turned(double by) {
      return new Polar(this.radius, angle + by);
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.3 0.4", "-2 1"})
  static double ownAccessor(double r, double a) {
    Polar p = new Polar(r, a);
    return p.x() + p.radius() * p.radius + p.turned(1).x();
  }

  record Point(double x, double y) {}

  record Box(Point corner, double size) {}

  static final Point GRAVITY = new Point(0.5, -9.81);
  static final Box BOX = new Box(GRAVITY, 2);

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.3 0.4", "-2 1"})
  static double constants(double x, double y) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += x * GRAVITY.x() + y * y * GRAVITY.y() + x * y * BOX.corner().y * BOX.size;
    }
    return sum;
  }

  private static Pair early(double x, int n) {
    for (int i = 0; i < n; i++) {
      x = x * 1.5;
      if (x > 2) {
        return new Pair(x, i);
      }
    }
    return new Pair(x * x, -1);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.3 2", "0.9 5", "1.9 5"})
  static double exits(double x, int n) {
    Pair last = new Pair(1, 1);
    for (int i = 0; i < n; i++) {
      Pair p = early(x, n - i);
      if (p.second() > 3) {
        break;
      }
      if (p.first() < 0.5) {
        continue;
      }
      last = new Pair(p.first() * last.first(), last.second() + p.second());
    }
    return last.first() * last.second();
  }

  private record Counter(int[] counts, double weight) {
    double next() {
      counts[0]++;
      return weight * counts[0];
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.3 [2*1..1]", "2 [5]"})
  static double orderOfEvaluation(double x, double[] y) {
    Counter counter = new Counter(new int[] {0}, x);
    Pair pair = new Pair(counter.next(), counter.next() * x);
    Pair other = new Pair(y[0] = pair.second(), y[0] * counter.next());
    return pair.first() * pair.second() + other.first() * other.second();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[3*-1..1] 1"},
      singular = {"[2*0] 2", "[] 1"})
  static double throwing(double[] x, int n) {
    Pair pair = new Pair(x[0], n / (x.length - 2));
    Vector none = new Vector(null, 2);
    return pair.first() * none.scale();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.3 0.4", "-2 1"})
  static double unused(double x, double y) {
    Pair pair = new Pair(x * y, Math.exp(x));
    Pair second = pair;
    return second.first();
  }

  private static Pair large(double x, double y, int n) {
    double a = x;
    double b = y;
    for (int i = 0; i < n; i++) {
      a = Math.sin(a) * Math.cos(b) + Math.sin(a + b) * Math.cos(a - b);
      b = Math.sin(b) * Math.cos(a) + Math.sin(b + a) * Math.cos(b - a);
      a = a * 0.5 + b * 0.25 + Math.exp(-a * a) * Math.log1p(b * b) + Math.atan(a * b);
      b = b * 0.5 + a * 0.25 + Math.exp(-b * b) * Math.log1p(a * a) + Math.atan(b * a);
    }
    return new Pair(a, b);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.3 0.4 2", "-2 1 3"})
  static double largeHelper(double x, double y, int n) {
    Pair first = large(x, y, n);
    Pair second = large(first.second(), first.first(), n);
    Pair third = large(second.first() * x, second.second(), n);
    return third.first() * third.second() + first.first();
  }

  /** Lambdas in its methods catch the record itself. */
  private record Quadratic(double a, double[] roots) {
    double at(double x) {
      return Arrays.stream(roots).map(root -> this.a * (x - root)).sum() * slope(x);
    }

    private double slope(double x) {
      DoubleSupplier twice =
          () -> {
            DoubleUnaryOperator scaled = t -> a * t + roots()[0];
            return scaled.applyAsDouble(x) * factor();
          };
      return twice.getAsDouble();
    }

    double factor() {
      return 2 * a;
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5 2 [1 -1 3]", "-2..2 0.3 [0.25]"})
  static double lambdasOfARecord(double x, double a, double[] roots) {
    Quadratic q = new Quadratic(a, roots);
    return q.at(x) + q.at(a * x);
  }
}
