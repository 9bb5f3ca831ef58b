package dev.cotangent;

import static dev.cotangent.Formula.ONE;
import static dev.cotangent.Formula.R;
import static dev.cotangent.Formula.X;
import static dev.cotangent.Formula.Y;
import static dev.cotangent.Formula.Z;
import static dev.cotangent.Formula.call;
import static dev.cotangent.Formula.constant;
import static dev.cotangent.Formula.minus;
import static dev.cotangent.Formula.over;
import static dev.cotangent.Formula.piecewise;
import static dev.cotangent.Formula.plus;
import static dev.cotangent.Formula.times;
import static dev.cotangent.Partial.NONE;
import static dev.cotangent.Partial.absorbing;
import static dev.cotangent.Partial.plain;
import static dev.cotangent.Partial.selection;
import static dev.cotangent.Partial.strong;
import static dev.cotangent.Primal.binary;
import static dev.cotangent.Primal.ternary;
import static dev.cotangent.Primal.unary;

import dev.cotangent.runtime.Adjoint;

/**
 * The table of everything that a {@link Scalar} can be the result of: a line gives an operation's
 * sign, its value and its partial derivative in each operand, over the operands x, y, z and the
 * result r. First derivatives, higher derivatives and drawings all read this one table.
 */
@SuppressWarnings("ImmutableEnumChecker") // Its rows are functions without state, never replaced.
enum Operation {
  // Leaves: no operands. Their values are given, never computed.
  CONSTANT("", unary(x -> x)),
  INPUT("", unary(x -> x)),

  // Arithmetic.
  ADD("+", binary((x, y) -> x + y), plain(ONE), plain(ONE)),
  SUBTRACT("−", binary((x, y) -> x - y), plain(ONE), plain(constant(-1))),
  MULTIPLY("×", binary((x, y) -> x * y), plain(Y), plain(X)),
  DIVIDE("÷", binary((x, y) -> x / y), plain(over(ONE, Y)), plain(minus(over(R, Y)))),
  REMAINDER("%", binary((x, y) -> x % y), plain(ONE), plain(Formulas.REMAINDER_DY)),
  NEGATE("−", unary(x -> -x), plain(constant(-1))),
  SQUARE("square", unary(x -> x * x), plain(times(constant(2), X))),
  // The sum of a stream, whose value is compensated; x is the plain sum.
  STREAM_SUM("Σ", unary(x -> x), plain(ONE)),
  FMA("fma", ternary(Math::fma), plain(Y), plain(X), plain(ONE)),

  // Powers, exponentials, logarithms.
  SQRT("sqrt", unary(Math::sqrt), strong(over(ONE, times(constant(2), R)))),
  CBRT("cbrt", unary(Math::cbrt), strong(over(ONE, times(constant(3), times(R, R))))),
  POW("pow", binary(Math::pow), strong(Formulas.POW_DX), strong(Formulas.POW_DY)),
  HYPOT("hypot", binary(Math::hypot), strong(Formulas.hypotD(X)), strong(Formulas.hypotD(Y))),
  EXP("exp", unary(Math::exp), plain(R)),
  EXPM1("expm1", unary(Math::expm1), plain(plus(R, ONE))),
  LOG("log", unary(Math::log), strong(over(ONE, X))),
  LOG10("log10", unary(Math::log10), strong(over(ONE, times(X, constant(Adjoint.LN_10))))),
  LOG1P("log1p", unary(Math::log1p), strong(over(ONE, plus(ONE, X)))),

  // Angles and hyperbolic functions.
  SIN("sin", unary(Math::sin), plain(call(Math::cos, ScalarFunctions::cos, X))),
  COS("cos", unary(Math::cos), plain(minus(call(Math::sin, ScalarFunctions::sin, X)))),
  TAN("tan", unary(Math::tan), plain(plus(ONE, times(R, R)))),
  ASIN("asin", unary(Math::asin), strong(Formulas.ASIN_DX)),
  ACOS("acos", unary(Math::acos), strong(minus(Formulas.ASIN_DX))),
  ATAN("atan", unary(Math::atan), plain(over(ONE, plus(ONE, times(X, X))))),
  ATAN2("atan2", binary(Math::atan2), strong(Formulas.ATAN2_DY), strong(Formulas.ATAN2_DX)),
  SINH("sinh", unary(Math::sinh), plain(call(Math::cosh, ScalarFunctions::cosh, X))),
  COSH("cosh", unary(Math::cosh), plain(call(Math::sinh, ScalarFunctions::sinh, X))),
  TANH("tanh", unary(Math::tanh), plain(minus(ONE, times(R, R)))),
  TO_RADIANS("toRadians", unary(Math::toRadians), plain(constant(Adjoint.RADIANS_PER_DEGREE))),
  TO_DEGREES("toDegrees", unary(Math::toDegrees), plain(constant(Adjoint.DEGREES_PER_RADIAN))),

  // Kinks: the derivative of the piece at hand.
  ABS("abs", unary(Math::abs), plain(call(Math::signum, ScalarFunctions::signum, X))),
  MAX(
      "max",
      binary(Math::max),
      selection((x, y, z, r) -> Adjoint.maxDx(x, y)),
      selection((x, y, z, r) -> Adjoint.maxDy(x, y))),
  MIN(
      "min",
      binary(Math::min),
      selection((x, y, z, r) -> Adjoint.minDx(x, y)),
      selection((x, y, z, r) -> Adjoint.minDy(x, y))),
  CLAMP(
      "clamp",
      ternary(Formulas::clamp),
      selection((x, y, z, r) -> Adjoint.clampDv(x, y, z)),
      selection((x, y, z, r) -> Adjoint.clampDlow(x, y, z)),
      selection((x, y, z, r) -> Adjoint.clampDhigh(x, y, z))),
  COPY_SIGN(
      "copySign",
      binary(Math::copySign),
      plain(piecewise((x, y, z, r) -> Adjoint.copySignDx(x, y))),
      NONE),
  IEEE_REMAINDER(
      "IEEEremainder",
      binary(Math::IEEEremainder),
      plain(ONE),
      plain(piecewise((x, y, z, r) -> Adjoint.ieeeRemainderDy(x, y)))),

  // Floating-point numbers as such; y is the whole number n of scalb.
  SCALB(
      "scalb",
      binary((x, y) -> Math.scalb(x, (int) y)),
      plain(piecewise((x, y, z, r) -> Adjoint.scalbDx((int) y))),
      NONE),
  NEXT_UP("nextUp", unary(Math::nextUp), plain(ONE)),
  NEXT_DOWN("nextDown", unary(Math::nextDown), plain(ONE)),
  NEXT_AFTER("nextAfter", binary(Math::nextAfter), plain(ONE), NONE),

  // Steps: no derivative.
  SIGNUM("signum", unary(Math::signum), NONE),
  FLOOR("floor", unary(Math::floor), NONE),
  CEIL("ceil", unary(Math::ceil), NONE),
  RINT("rint", unary(Math::rint), NONE),
  ULP("ulp", unary(Math::ulp), NONE),

  // Floats: the rounding, and the overloads that are more than a rounded double's.
  TO_FLOAT("(float)", unary(x -> (float) x), plain(ONE)),
  FLOAT_DIVIDE(
      "÷", binary((x, y) -> (float) x / (float) y), plain(over(ONE, Y)), plain(minus(over(R, Y)))),
  FLOAT_FMA(
      "fma",
      ternary((x, y, z) -> Math.fma((float) x, (float) y, (float) z)),
      plain(Y),
      plain(X),
      plain(ONE)),
  FLOAT_NEXT_UP("nextUp", unary(x -> Math.nextUp((float) x)), plain(ONE)),
  FLOAT_NEXT_DOWN("nextDown", unary(x -> Math.nextDown((float) x)), plain(ONE)),
  FLOAT_NEXT_AFTER("nextAfter", binary((x, y) -> Math.nextAfter((float) x, y)), plain(ONE), NONE),
  FLOAT_ULP("ulp", unary(x -> Math.ulp((float) x)), NONE),

  // What an inner derivative is taken with respect to: equal to x, and another node.
  INDEPENDENT("=", unary(x -> x), plain(ONE)),

  // What partial derivatives are made of besides. The first line is p as the derivative of f: it
  // depends on every input of f, also on those that its expression has lost. The second is x, whose
  // partial derivative in y is the number z, which a derivative rule gave; the third the same where
  // it is known how z depends on the inputs.
  DERIVATIVE("∂", binary((f, p) -> p), NONE, plain(ONE)),
  GIVEN("given", ternary((x, y, z) -> x), plain(ONE), strong(Formulas.GIVEN_DY), NONE),
  RULED("ruled", ternary((x, y, z) -> x), plain(ONE), strong(Z), NONE),
  STRONG_MULTIPLY("⊗", binary(Adjoint::strongMultiply), strong(Y), absorbing(X)),
  STRONG_DIVIDE("÷", binary((x, y) -> x / y), strong(over(ONE, Y)), strong(minus(over(R, Y)))),
  ATAN2_DY(
      "x/(x²+y²)",
      binary(Adjoint::atan2Dy),
      strong(times(times(constant(2), R), Formulas.ATAN2_DX)),
      strong(minus(times(Formulas.ATAN2_DX, Formulas.ATAN2_DX), times(R, R)))),
  ATAN2_DX(
      "−y/(x²+y²)",
      binary(Adjoint::atan2Dx),
      strong(minus(times(R, R), times(Formulas.ATAN2_DY, Formulas.ATAN2_DY))),
      strong(minus(times(times(constant(2), Formulas.ATAN2_DY), R))));

  private final String sign;
  private final Primal primal;
  private final Partial[] partials;

  Operation(String sign, Primal primal, Partial... partials) {
    this.sign = sign;
    this.primal = primal;
    this.partials = partials;
  }

  /** How it is written in a drawing. */
  String sign() {
    return sign;
  }

  /** How many operands it has. */
  int arity() {
    return partials.length;
  }

  /** The partial derivative in the operand k, counted from zero. */
  Partial partial(int k) {
    return partials[k];
  }

  /** The result of applying it to one operand; constant if that is. */
  Scalar of(Scalar x) {
    return Scalar.result(this, primal.at(x.value(), 0, 0), x, null, null);
  }

  /** The result of applying it to two operands; constant if both are. */
  Scalar of(Scalar x, Scalar y) {
    return Scalar.result(this, primal.at(x.value(), y.value(), 0), x, y, null);
  }

  /** The result of applying it to three operands; constant if all are. */
  Scalar of(Scalar x, Scalar y, Scalar z) {
    return Scalar.result(this, primal.at(x.value(), y.value(), z.value()), x, y, z);
  }

  /** The result with another value, that of StrictMath, whose last bits may differ. */
  Scalar withValue(double value, Scalar x) {
    return Scalar.result(this, value, x, null, null);
  }

  /** The result with another value, that of StrictMath, whose last bits may differ. */
  Scalar withValue(double value, Scalar x, Scalar y) {
    return Scalar.result(this, value, x, y, null);
  }
}
