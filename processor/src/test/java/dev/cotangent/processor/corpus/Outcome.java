package dev.cotangent.processor.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** What a call did: its result or exception, its effects, and the arguments as it left them. */
final class Outcome {
  private final double value;
  private final String thrown;
  private final Object[] arguments;
  private final List<Double> effects = Journal.take();

  private Outcome(double value, String thrown, Object[] arguments) {
    this.value = value;
    this.thrown = thrown;
    this.arguments = arguments;
  }

  /** Calls with copies of arguments. */
  static Outcome of(Object[] arguments, ToDoubleFunction<Object[]> call) {
    Object[] copies = Values.copy(arguments);
    Journal.take();
    try {
      return new Outcome(call.applyAsDouble(copies), null, copies);
    } catch (RuntimeException | AssertionError thrown) {
      return new Outcome(Double.NaN, words(thrown), copies);
    }
  }

  /** The virtual machine words this exception after the names of local variables. */
  private static String words(Throwable thrown) {
    String message = thrown instanceof NullPointerException ? "" : ": " + thrown.getMessage();
    return thrown.getClass().getName() + message;
  }

  /** The result, NaN after an exception. */
  double value() {
    return value;
  }

  /** The exception's class and message; null without. */
  String thrown() {
    return thrown;
  }

  /** Whether it is another one but for rounding of all numbers. */
  boolean isNear(Outcome expected, double rounding) {
    return Objects.equals(thrown, expected.thrown)
        && Agreement.near(new double[] {value}, new double[] {expected.value}, rounding)
        && Agreement.near(numbers(effects), numbers(expected.effects), rounding)
        && Agreement.near(
            Values.floating(arguments), Values.floating(expected.arguments), rounding);
  }

  private static double[] numbers(List<Double> effects) {
    return effects.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** What differs from another outcome that must be the same to the last bit; null if nothing. */
  String differenceFrom(Outcome expected) {
    if (!Objects.equals(thrown, expected.thrown)) {
      return "threw " + thrown + ", not " + expected.thrown;
    }
    if (Double.doubleToLongBits(value) != Double.doubleToLongBits(expected.value)) {
      return "has the value " + value + ", not " + expected.value;
    }
    if (!effects.equals(expected.effects)) {
      return "had the effects " + effects + ", not " + expected.effects;
    }
    return Values.same(arguments, expected.arguments)
        ? null
        : (thrown == null ? "left" : "threw and left")
            + " the arguments as "
            + Arrays.deepToString(Values.apart(arguments))
            + ", not "
            + Arrays.deepToString(Values.apart(expected.arguments));
  }
}
