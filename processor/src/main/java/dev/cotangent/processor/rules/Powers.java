package dev.cotangent.processor.rules;

import dev.cotangent.processor.ir.Value;

/**
 * The scalings of {@code r = pow(x, y)}: y·x^(y−1) in the base, r·ln x in the exponent. A literal
 * exponent needs no logarithm, and where it is a small whole number or a half no {@code pow}
 * either.
 */
final class Powers {
  static final Scaling BASE =
      (a, seed) -> a.isLiteral(1) ? constantExponent(a, seed, a.literal(1)) : general(a, seed);

  static final Scaling EXPONENT =
      (a, seed) ->
          a.isLiteral(0) && a.literal(0) > 0
              ? a.guarded(seed, a.output().times(StrictMath.log(a.literal(0))))
              : a.guarded(seed, a.argument(0).adjoint("powDy", a.argument(1), a.output()));

  /** Of powDx in x: y·(y−1)·x^(y−2). */
  static final Scaling BASE_TWICE =
      (a, seed) -> {
        Term y = a.argument(1);
        Term lower = y.minus(1);
        return a.guarded(seed, y.strongTimes(a.argument(0).adjoint("powDx", lower)));
      };

  /** Of powDx in y, and of powDy in x: x^(y−1)·(1 + y·ln x). */
  static final Scaling MIXED =
      (a, seed) -> {
        Term x = a.argument(0);
        Term y = a.argument(1);
        Term lower = y.minus(1);
        Term power = x.math("pow", lower);
        return a.guarded(seed, y.times(x.adjoint("powDy", lower, power)).plus(power));
      };

  /** Of powDy, which is the result, in y: r·(ln x)² is powDy·ln x, and 0 where that is 0. */
  static final Scaling EXPONENT_TWICE =
      (a, seed) -> a.guarded(seed, a.output().strongTimes(a.argument(0).math("log")));

  private Powers() {}

  private static Value constantExponent(Application a, Value seed, double p) {
    if (p == 0) {
      return a.builder().constant(0.0);
    }
    return p == 1 ? seed : a.guarded(seed, partial(a, p));
  }

  /** The partial p·x^(p−1), by way of the result where that is cheaper. */
  private static Term partial(Application a, double p) {
    Term x = a.argument(0);
    Term r = a.output();
    if (p == 2) {
      return x.times(2);
    } else if (p == 3) {
      return x.squared().times(3);
    } else if (p == -1) {
      return r.squared().negated();
    } else if (p == 0.5) {
      return r.under(0.5);
    }
    Term exponent = new Term(a.builder(), a.builder().constant(p - 1));
    return x.math("pow", exponent).times(p);
  }

  private static Value general(Application a, Value seed) {
    return a.guarded(seed, a.argument(0).adjoint("powDx", a.argument(1)));
  }
}
