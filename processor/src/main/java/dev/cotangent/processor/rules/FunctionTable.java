package dev.cotangent.processor.rules;

import static dev.cotangent.processor.rules.Rule.constant;
import static dev.cotangent.processor.rules.Rule.rule;
import static dev.cotangent.processor.rules.Scaling.ZERO;
import static dev.cotangent.processor.rules.Scalings.product;
import static dev.cotangent.processor.rules.Scalings.seed;
import static dev.cotangent.processor.rules.Scalings.strong;
import static dev.cotangent.processor.rules.Scalings.times;

import java.util.List;
import java.util.Map;

/**
 * The rules of {@link Math} and {@link StrictMath}, of their {@code float} overloads, and of the
 * helpers of {@link Double} and {@link Float}, which are the same functions. {@code x}, {@code y}
 * and {@code z} are the arguments, {@code r} is the result, {@code s} the seed.
 */
final class FunctionTable {
  private static final double LN_10 = 2.302585092994046;

  static final List<Rule> MATH =
      List.of(
          rule("sqrt", strong((x, r) -> r.times(2).under(1))),
          rule("cbrt", strong((x, r) -> r.squared().times(3).under(1))),
          rule("exp", times((x, r) -> r)),
          rule("expm1", times((x, r) -> r.plus(1))),
          rule("log", strong((x, r) -> x.under(1))),
          rule("log10", strong((x, r) -> x.times(LN_10).under(1))),
          rule("log1p", strong((x, r) -> x.plus(1).under(1))),
          rule("pow", Powers.BASE, Powers.EXPONENT),
          rule("sin", times((x, r) -> x.math("cos"))),
          rule("cos", times((x, r) -> x.math("sin").negated())),
          rule("tan", times((x, r) -> r.squared().plus(1))),
          // (1 - x)(1 + x) keeps its digits near ±1, where 1 - x² loses them.
          rule("asin", strong((x, r) -> x.from(1).times(x.plus(1)).math("sqrt").under(1))),
          rule("acos", strong((x, r) -> x.from(1).times(x.plus(1)).math("sqrt").under(-1))),
          rule("atan", product((s, x) -> s.over(x.squared().plus(1)))),
          rule(
              "atan2",
              strong((y, x, r) -> y.adjoint("atan2Dy", x)),
              strong((y, x, r) -> y.adjoint("atan2Dx", x))),
          rule("sinh", times((x, r) -> x.math("cosh"))),
          rule("cosh", times((x, r) -> x.math("sinh"))),
          rule("tanh", times((x, r) -> r.squared().from(1))),
          rule(
              "hypot",
              strong((x, y, r) -> x.adjoint("hypotD", r)),
              strong((x, y, r) -> y.adjoint("hypotD", r))),
          rule("abs", times((x, r) -> x.math("signum"))),
          rule("max", Selections.MAX_FIRST, Selections.MAX_SECOND),
          rule("min", Selections.MIN_FIRST, Selections.MIN_SECOND),
          rule("clamp", Selections.CLAMP_VALUE, Selections.CLAMP_LOW, Selections.CLAMP_HIGH),
          rule("fma", times((x, y, r) -> y), times((x, y, r) -> x), seed()),
          rule("copySign", times((x, y, r) -> x.adjoint("copySignDx", y)), ZERO),
          // The linear ones take the seed themselves, and so overflow where the function does.
          rule("scalb", product((s, x, n, r) -> s.math("scalb", n)), ZERO),
          rule("toRadians", product((s, x) -> s.math("toRadians"))),
          rule("toDegrees", product((s, x) -> s.math("toDegrees"))),
          rule("nextUp", seed()),
          rule("nextDown", seed()),
          rule("nextAfter", seed(), ZERO),
          rule("IEEEremainder", seed(), times((x, y, r) -> x.adjoint("ieeeRemainderDy", y))),
          constant("signum", 1),
          constant("floor", 1),
          constant("ceil", 1),
          constant("rint", 1),
          constant("ulp", 1));

  static final List<Rule> NUMBER =
      List.of(
          rule("sum", seed(), seed()),
          rule("max", Selections.MAX_FIRST, Selections.MAX_SECOND),
          rule("min", Selections.MIN_FIRST, Selections.MIN_SECOND));

  /** What can have no rule, and why. */
  static final Map<String, String> REFUSED =
      Map.of("random", "each call gives another number: there is no function to differentiate");

  private FunctionTable() {}
}
