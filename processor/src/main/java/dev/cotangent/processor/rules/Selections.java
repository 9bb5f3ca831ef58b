package dev.cotangent.processor.rules;

import static dev.cotangent.processor.ir.BinaryOperator.GREATER;
import static dev.cotangent.processor.ir.BinaryOperator.GREATER_EQUAL;
import static dev.cotangent.processor.ir.BinaryOperator.LESS;
import static dev.cotangent.processor.ir.BinaryOperator.LESS_EQUAL;

import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Value;

/**
 * The scalings of functions that return one of their arguments: the seed goes to that argument, and
 * nothing, not even an infinite seed times zero, to the others. At a tie the first argument has it;
 * of two zeros of different signs, and with NaN, the one that Java returns.
 */
final class Selections {
  static final Scaling MAX_FIRST =
      (a, seed) ->
          isPlain(a, 1, -0.0)
              ? unless(a, a.argument(0).compare(LESS, a.literal(1)), seed)
              : given(a, a.argument(0).holds("firstIsMax", a.argument(1)), seed);

  static final Scaling MAX_SECOND =
      (a, seed) ->
          isPlain(a, 0, 0.0)
              ? unless(a, a.argument(1).compare(LESS_EQUAL, a.literal(0)), seed)
              : unless(a, a.argument(0).holds("firstIsMax", a.argument(1)), seed);

  static final Scaling MIN_FIRST =
      (a, seed) ->
          isPlain(a, 1, 0.0)
              ? unless(a, a.argument(0).compare(GREATER, a.literal(1)), seed)
              : given(a, a.argument(0).holds("firstIsMin", a.argument(1)), seed);

  static final Scaling MIN_SECOND =
      (a, seed) ->
          isPlain(a, 0, -0.0)
              ? unless(a, a.argument(1).compare(GREATER_EQUAL, a.literal(0)), seed)
              : unless(a, a.argument(0).holds("firstIsMin", a.argument(1)), seed);

  static final Scaling CLAMP_VALUE =
      (a, seed) -> given(a, both(a, lowIsExceeded(a), valueIsLeast(a)), seed);

  static final Scaling CLAMP_LOW =
      (a, seed) -> given(a, both(a, a.builder().not(lowIsExceeded(a)), lowIsLeast(a)), seed);

  static final Scaling CLAMP_HIGH =
      (a, seed) ->
          unless(a, a.argument(0).math("max", a.argument(1)).holds("firstIsMin", high(a)), seed);

  private Selections() {}

  /**
   * Whether the argument is a literal against which one comparison decides: any number but a zero,
   * and the zero that, met with the other zero, is not returned in place of its better.
   */
  private static boolean isPlain(Application a, int index, double plainZero) {
    if (!a.isLiteral(index) || Double.isNaN(a.literal(index))) {
      return false;
    }
    return a.literal(index) != 0 || Double.compare(a.literal(index), plainZero) == 0;
  }

  private static Value lowIsExceeded(Application a) {
    return a.argument(0).holds("firstIsMax", a.argument(1));
  }

  private static Value valueIsLeast(Application a) {
    return a.argument(0).holds("firstIsMin", high(a));
  }

  private static Value lowIsLeast(Application a) {
    return a.argument(1).holds("firstIsMin", high(a));
  }

  private static Term high(Application a) {
    return a.argument(2);
  }

  private static Value both(Application a, Value left, Value right) {
    return a.builder().binary(BinaryOperator.AND, left, right);
  }

  private static Value given(Application a, Value condition, Value seed) {
    Builder builder = a.builder();
    return builder.select(condition, seed, builder.constant(0.0));
  }

  private static Value unless(Application a, Value condition, Value seed) {
    Builder builder = a.builder();
    return builder.select(condition, builder.constant(0.0), seed);
  }
}
