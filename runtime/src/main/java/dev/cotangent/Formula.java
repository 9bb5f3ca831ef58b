package dev.cotangent;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * A partial derivative as data: an expression over an operation's arguments x, y, z and its result
 * r, written once and evaluated twice: on numbers, for first derivatives, and on scalars, whose
 * graph can be differentiated again.
 *
 * <p>On scalars every guarded step of a formula absorbs a zero seed: what a strong product shuts
 * out stays out, however often it is differentiated.
 */
interface Formula {
  /** The partial at these numbers. */
  double at(double x, double y, double z, double r);

  /** The partial as a graph over these scalars. */
  Scalar on(Scalar x, Scalar y, Scalar z, Scalar r);

  /** A formula on numbers. */
  @FunctionalInterface
  interface OnDoubles {
    /** The partial at these numbers. */
    double at(double x, double y, double z, double r);
  }

  /** A formula on scalars. */
  @FunctionalInterface
  interface OnScalars {
    /** The partial as a graph over these scalars. */
    Scalar on(Scalar x, Scalar y, Scalar z, Scalar r);
  }

  /** The first argument. */
  Formula X = of((x, y, z, r) -> x, (x, y, z, r) -> x);

  /** The second argument. */
  Formula Y = of((x, y, z, r) -> y, (x, y, z, r) -> y);

  /** The third argument. */
  Formula Z = of((x, y, z, r) -> z, (x, y, z, r) -> z);

  /** The result. */
  Formula R = of((x, y, z, r) -> r, (x, y, z, r) -> r);

  /** One. */
  Formula ONE = constant(1);

  /** A formula given in both forms. */
  static Formula of(OnDoubles doubles, OnScalars scalars) {
    return new Formula() {
      @Override
      public double at(double x, double y, double z, double r) {
        return doubles.at(x, y, z, r);
      }

      @Override
      public Scalar on(Scalar x, Scalar y, Scalar z, Scalar r) {
        return scalars.on(x, y, z, r);
      }
    };
  }

  /** A number. */
  static Formula constant(double c) {
    return of((x, y, z, r) -> c, (x, y, z, r) -> Scalar.of(c));
  }

  /** A function that is constant around every point where it has a derivative. */
  static Formula piecewise(OnDoubles f) {
    return of(f, (x, y, z, r) -> Scalar.of(f.at(x.value(), valueOf(y), valueOf(z), r.value())));
  }

  /** The value of an argument, NaN for one that the operation does not have. */
  private static double valueOf(Scalar argument) {
    return argument == null ? Double.NaN : argument.value();
  }

  /** a + b. */
  static Formula plus(Formula a, Formula b) {
    return of(
        (x, y, z, r) -> a.at(x, y, z, r) + b.at(x, y, z, r),
        (x, y, z, r) -> a.on(x, y, z, r).add(b.on(x, y, z, r)));
  }

  /** a − b. */
  static Formula minus(Formula a, Formula b) {
    return of(
        (x, y, z, r) -> a.at(x, y, z, r) - b.at(x, y, z, r),
        (x, y, z, r) -> a.on(x, y, z, r).subtract(b.on(x, y, z, r)));
  }

  /** −a. */
  static Formula minus(Formula a) {
    return of((x, y, z, r) -> -a.at(x, y, z, r), (x, y, z, r) -> a.on(x, y, z, r).negate());
  }

  /** a · b. */
  static Formula times(Formula a, Formula b) {
    return of(
        (x, y, z, r) -> a.at(x, y, z, r) * b.at(x, y, z, r),
        (x, y, z, r) -> a.on(x, y, z, r).multiply(b.on(x, y, z, r)));
  }

  /** a / b. */
  static Formula over(Formula a, Formula b) {
    return of(
        (x, y, z, r) -> a.at(x, y, z, r) / b.at(x, y, z, r),
        (x, y, z, r) -> Operation.STRONG_DIVIDE.of(a.on(x, y, z, r), b.on(x, y, z, r)));
  }

  /** A function of a. */
  static Formula call(DoubleUnaryOperator f, UnaryOperator<Scalar> g, Formula a) {
    return of(
        (x, y, z, r) -> f.applyAsDouble(a.at(x, y, z, r)),
        (x, y, z, r) -> g.apply(a.on(x, y, z, r)));
  }
}
