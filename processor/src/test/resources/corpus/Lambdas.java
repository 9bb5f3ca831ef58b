package corpus;

import dev.cotangent.Derivative;
import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** Lambdas and method references that are known when the method is compiled. */
final class Lambdas {
  private Lambdas() {}

  /** An interface of the user's own. */
  interface Model {
    double at(double[] p, int i, double t);

    /** {@return nothing that is asked} */
    default int size() {
      return 2;
    }
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At("-2..2")
  static double named(double x) {
    DoubleUnaryOperator f = t -> t * t * x;
    final var g = f;
    return f.applyAsDouble(3) + g.applyAsDouble(x);
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"0.3 2", "2 0.3"})
  static double blocks(double x, double y) {
    DoubleUnaryOperator square = t -> t * t;
    DoubleBinaryOperator g =
        (double a, double b) -> {
          if (a > b) {
            return a * square.applyAsDouble(b);
          }
          double s = 0;
          for (int i = 0; i < 3; i++) {
            s += a * i;
          }
          return s * b;
        };
    return g.applyAsDouble(x, y) + g.applyAsDouble(y * y, x);
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At("0..1 1..2 0.5")
  static double integral(double a, double b, double k) {
    return integrate(t -> Math.exp(-k * t), a, b, 10);
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At("0..1 1..2")
  static double references(double a, double b) {
    return integrate(Math::sin, a, b, 4)
        + integrate(Lambdas::cube, 0, b, 3)
        + integrate(StrictMath::cbrt, a, b, 3);
  }

  private static double cube(double v) {
    return v * v * v;
  }

  static double integrate(DoubleUnaryOperator f, double a, double b, int n) {
    double h = (b - a) / n;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += f.applyAsDouble(a + (i + 0.5) * h);
    }
    return sum * h;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At("0..1 1..2")
  static double passedOn(double a, double b) {
    return twice(t -> t * t * b, a, b) + twice(t -> a / t, 1, 2);
  }

  private static double twice(DoubleUnaryOperator f, double a, double b) {
    return integrate(f, a, b, 2) + integrate(t -> f.applyAsDouble(f.applyAsDouble(t)), a, b, 3);
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At("0..1 1..2")
  static double recursive(double a, double b) {
    return adaptive(t -> t * t * b, a, b, 3);
  }

  private static double adaptive(DoubleUnaryOperator f, double a, double b, int depth) {
    if (depth == 0) {
      return f.applyAsDouble((a + b) / 2) * (b - a);
    }
    double m = (a + b) / 2;
    return adaptive(f, a, m, depth - 1) + adaptive(f, m, b, depth - 1);
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"[2*-1..1] [1 2 3]", "[2*-1..1] []"})
  static double ownInterface(double[] p, double[] data) {
    return cost((q, i, t) -> q[0] + q[1] * t * i, p, data);
  }

  private static double cost(Model model, double[] p, double[] data) {
    double sum = 0;
    for (int i = 0; i < data.length; i++) {
      double e = model.at(p, i, data[i]) - data[i];
      sum += e * e;
    }
    return sum;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At("[3*-2..2] 1..2")
  static double caughtArray(double[] x, double w) {
    IntToDoubleFunction term = i -> x[i] * w + i;
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      x[i] *= 2;
      double scale = i;
      DoubleSupplier more = () -> scale * x[0];
      sum += term.applyAsDouble(i) * more.getAsDouble();
    }
    return sum;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At("-2..2")
  static double narrowed(double x) {
    IntToDoubleFunction widen = i -> i;
    DoubleUnaryOperator floats = t -> (float) 2 * t;
    char c = 'a';
    return floats.applyAsDouble(x) * widen.applyAsDouble(c) * floats.applyAsDouble(3);
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At("0.5..2")
  static double newton(double a) {
    return root(t -> t * t - a, t -> 2 * t, 1);
  }

  private static double root(DoubleUnaryOperator f, DoubleUnaryOperator slope, double start) {
    double x = start;
    for (int i = 0; i < 6; i++) {
      x -= f.applyAsDouble(x) / slope.applyAsDouble(x);
    }
    return x;
  }

  /** A whole switch is the body of a lambda. */
  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"0.5 0", "-2..2 1", "2 3"})
  static double switching(double x, int k) {
    DoubleUnaryOperator f =
        t ->
            switch (k) {
              case 0 -> t * x;
              case 1 -> {
                double s = Math.sin(t);
                yield s * x;
              }
              default -> x;
            };
    return f.applyAsDouble(x) * f.applyAsDouble(0.5);
  }

  /** Generic interfaces on arrays. */
  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At("[2*0.5..1] [3 4]")
  static double vectorFields(double[] x, double[] fixed) {
    UnaryOperator<double[]> turned = v -> new double[] {-v[1], v[0] * x[0]};
    ToDoubleFunction<double[]> length = v -> Math.sqrt(v[0] * v[0] + v[1] * v[1]);
    double[] end = follow(turned, x, 0.1, 5);
    return length.applyAsDouble(end) + weighed(Lambdas::dot, end, fixed);
  }

  private static double[] follow(UnaryOperator<double[]> field, double[] from, double h, int n) {
    double[] x = from.clone();
    for (int k = 0; k < n; k++) {
      double[] slope = field.apply(x);
      for (int i = 0; i < x.length; i++) {
        x[i] += h * slope[i];
      }
    }
    return x;
  }

  private static double weighed(ToDoubleBiFunction<double[], double[]> f, double[] a, double[] b) {
    return 2 * f.applyAsDouble(a, b);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double mean(DoubleUnaryOperator f, int skipped, double... xs) {
    double sum = 0;
    for (int i = skipped; i < xs.length; i++) {
      sum += f.applyAsDouble(xs[i]);
    }
    return sum / xs.length;
  }

  private static double sum(DoubleUnaryOperator f, double... xs) {
    return mean(f, 0, xs) * xs.length;
  }

  /** Without gathering, and so looked at first. */
  private static double sum(DoubleUnaryOperator f, double x) {
    return 2 * f.applyAsDouble(x);
  }

  /** A helper that is given a function and gathers the numbers behind it. */
  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"0.3 [2 -1 0.5]", "-2..2 [0.25]"})
  static double gathering(double x, double[] a) {
    double s = mean(t -> t * t * x, 0, a) + mean(t -> t * x, 1, x, a[0], 2 * x);
    a[0] = s;
    return s * sum(t -> a[0] * t, x) + sum(Math::sin, 1, x) + mean(v -> v, 0, a.length, 2f, x);
  }
}
