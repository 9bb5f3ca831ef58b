package dev.cotangent;

import static dev.cotangent.Formula.piecewise;

import dev.cotangent.runtime.Adjoint;

/**
 * The partial derivatives whose two forms differ because the one on numbers avoids overflow or
 * treats a singular point apart; rows of {@link Operation} refer to them.
 */
final class Formulas {
  /** −trunc(x/y). */
  static final Formula REMAINDER_DY = piecewise((x, y, z, r) -> Adjoint.remainderDy(x, y));

  /** y·x^(y−1), in which a zero y wins over an infinite power. */
  static final Formula POW_DX =
      Formula.of(
          (x, y, z, r) -> Adjoint.powDx(x, y),
          (x, y, z, r) -> Operation.STRONG_MULTIPLY.of(y, power(x, y.subtract(1))));

  /** r·ln x. */
  static final Formula POW_DY = Formula.of((x, y, z, r) -> Adjoint.powDy(x, y, r), Formulas::powDy);

  /** 1/√((1−x)(1+x)). */
  static final Formula ASIN_DX =
      Formula.of(
          (x, y, z, r) -> Adjoint.asinDx(x),
          (x, y, z, r) -> {
            Scalar one = Scalar.of(1);
            return Operation.STRONG_DIVIDE.of(one, one.subtract(x).multiply(one.add(x)).sqrt());
          });

  /** atan2(x, y) has its partial in the first argument x equal to y/(x²+y²). */
  static final Formula ATAN2_DY =
      Formula.of(
          (x, y, z, r) -> Adjoint.atan2Dy(x, y), (x, y, z, r) -> Operation.ATAN2_DY.of(x, y));

  /** atan2(x, y) has its partial in the second argument y equal to −x/(x²+y²). */
  static final Formula ATAN2_DX =
      Formula.of(
          (x, y, z, r) -> Adjoint.atan2Dx(x, y), (x, y, z, r) -> Operation.ATAN2_DX.of(x, y));

  /** z, a number of which no more is known. */
  static final Formula GIVEN_DY =
      Formula.of(
          (x, y, z, r) -> z,
          (x, y, z, r) -> {
            throw new UnsupportedOperationException(
                "a derivative rule gives a first derivative as a number; the Scalar twin has no"
                    + " second derivative through it");
          });

  private Formulas() {}

  /** a/r, 0 at (0, 0). */
  static Formula hypotD(Formula a) {
    return Formula.of(
        (x, y, z, r) -> Adjoint.hypotD(a.at(x, y, z, r), r),
        (x, y, z, r) ->
            r.value() == 0 ? Scalar.ZERO : Operation.STRONG_DIVIDE.of(a.on(x, y, z, r), r));
  }

  /** The power, without a call for the exponents that differentiating x², x³ leads to. */
  private static Scalar power(Scalar x, Scalar y) {
    if (y.isConstant() && y.value() == 1) {
      return x;
    }
    return y.isConstant() && y.value() == 2 ? x.multiply(x) : x.pow(y);
  }

  private static Scalar powDy(Scalar x, Scalar y, Scalar z, Scalar r) {
    if (x.value() != 0) {
      return r.multiply(x.log());
    }
    return y.value() > 0 ? Operation.STRONG_MULTIPLY.of(r, x.log()) : Scalar.of(Double.NaN);
  }

  /**
   * What Math.clamp of JDK 21 gives: the number of the closed interval that is nearest to v.
   *
   * @throws IllegalArgumentException if a bound is NaN or the lower one is above the upper one
   */
  static double clamp(double v, double low, double high) {
    if (Double.isNaN(low) || Double.isNaN(high) || Double.compare(low, high) > 0) {
      throw new IllegalArgumentException("no interval: [" + low + ", " + high + "]");
    }
    return Math.min(high, Math.max(v, low));
  }
}
