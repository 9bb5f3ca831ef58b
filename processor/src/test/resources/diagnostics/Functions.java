package refused;

import dev.cotangent.Differentiable;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

class Functions {
  @Differentiable
  static double conditional(double x, boolean up) {
    DoubleUnaryOperator f = t -> t * t;
    DoubleUnaryOperator g = t -> t;
    return choose(up ? f : g, x); // expect COT070
  }

  @Differentiable
  static double assignedAgain(double x) {
    DoubleUnaryOperator f = t -> t * t; // expect COT070
    f = Math::sin;
    return f.applyAsDouble(x);
  }

  @Differentiable
  static double composed(double x) {
    DoubleUnaryOperator f = t -> t * t;
    return f.andThen(Math::sin).applyAsDouble(x); // expect COT070
  }

  @Differentiable
  static double compared(double x) {
    DoubleUnaryOperator f = t -> t * t;
    return f == null ? x : f.applyAsDouble(x); // expect COT070
  }

  @Differentiable
  static double boundReference(double x) {
    return choose("text"::compareTo, x); // expect COT070
  }

  @Differentiable
  static double everNew(double x) {
    return deeper(t -> t * x, x, 3);
  }

  static double deeper(DoubleUnaryOperator f, double x, int n) {
    return n == 0 ? f.applyAsDouble(x) : deeper(t -> f.applyAsDouble(t) + 1, x, n - 1); // expect COT070
  }

  static double choose(DoubleUnaryOperator f, double x) {
    return f.applyAsDouble(x);
  }

  @Differentiable
  static double mistakeInALambda(double x) {
    DoubleUnaryOperator f = t -> t * Math.random(); // expect COT018
    return f.applyAsDouble(x) + choose(f, x);
  }

  @Differentiable
  static double boxed(double x) {
    return apply(t -> t * x, x); // expect COT008
  }

  private static double apply(Function<Double, Double> f, double x) {
    return f.apply(x);
  }
}
