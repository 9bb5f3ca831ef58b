package dev.cotangent.processor.rules;

import static dev.cotangent.processor.rules.Rule.constant;
import static dev.cotangent.processor.rules.Rule.rule;
import static dev.cotangent.processor.rules.Scaling.ZERO;
import static dev.cotangent.processor.rules.Scalings.seed;
import static dev.cotangent.processor.rules.Scalings.strong;

import dev.cotangent.processor.ir.Value;
import java.util.List;

/**
 * The rules of the runtime's formulas, {@link dev.cotangent.runtime.Adjoint}, for derivatives of
 * derivatives. They are written with the formulas themselves, so that the order has no limit.
 */
final class FormulaTable {
  static final Rule STRONG_MULTIPLY =
      rule("strongMultiply", FormulaTable::strongInSeed, FormulaTable::strongInPartial);

  /** A value that has the derivative of another number. */
  static final Rule VALUED = rule("valued", ZERO, seed());

  static final List<Rule> FORMULAS =
      List.of(
          STRONG_MULTIPLY,
          // d(1-x²)^(-1/2) = x·(1-x²)^(-3/2), and the same for its negative.
          rule("asinDx", strong((x, r) -> x.times(r.squared().times(r)))),
          rule("acosDx", strong((x, r) -> x.times(r.squared().times(r)))),
          // With u = x/(x²+y²) and v = -y/(x²+y²): u_y = 2uv, u_x = v²-u², v_y = v²-u², v_x = -2uv.
          rule(
              "atan2Dy",
              strong((y, x, u) -> u.times(2).times(y.adjoint("atan2Dx", x))),
              strong((y, x, u) -> squaresApart(y.adjoint("atan2Dx", x), u))),
          rule(
              "atan2Dx",
              strong((y, x, v) -> squaresApart(v, y.adjoint("atan2Dy", x))),
              strong((y, x, v) -> v.times(-2).times(y.adjoint("atan2Dy", x)))),
          rule(
              "hypotD",
              strong((a, h, q) -> h.constant(1).adjoint("hypotD", h)),
              strong((a, h, q) -> q.adjoint("hypotD", h).negated())),
          rule("powDx", Powers.BASE_TWICE, Powers.MIXED),
          // The third argument is pow(x, y) at hand: its share is counted in x and in y.
          rule("powDy", Powers.MIXED, Powers.EXPONENT_TWICE, ZERO),
          constant("copySignDx", 2),
          constant("remainderDy", 2),
          constant("ieeeRemainderDy", 2),
          constant("maxDx", 2),
          constant("maxDy", 2),
          constant("minDx", 2),
          constant("minDy", 2),
          constant("clampDv", 3),
          constant("clampDlow", 3),
          constant("clampDhigh", 3),
          constant("scalbDx", 1));

  private FormulaTable() {}

  private static Value strongInSeed(Application a, Value seed) {
    return a.builder().strongMultiply(seed, a.arguments().get(1));
  }

  private static Value strongInPartial(Application a, Value seed) {
    return a.builder().strongMultiply(a.arguments().get(0), seed);
  }

  /** a² − b². */
  private static Term squaresApart(Term a, Term b) {
    return a.minus(b).times(a.plus(b));
  }
}
