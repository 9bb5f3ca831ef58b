package dev.cotangent.processor.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a call with several results did: the results or the exception, its effects, the arguments as
 * it left them, and which of all these arrays are one and the same.
 */
final class ManyOutcome {
  private final List<Object> results;
  private final String thrown;
  private final Object[] arguments;
  private final List<Integer> sharing;
  private final List<Double> effects = Journal.take();

  private ManyOutcome(
      List<Object> results, String thrown, Object[] arguments, List<Integer> sharing) {
    this.results = results;
    this.thrown = thrown;
    this.arguments = arguments;
    this.sharing = sharing;
  }

  /** The results; none after an exception. */
  List<Object> results() {
    return results;
  }

  /** The exception's class and message; null without. */
  String thrown() {
    return thrown;
  }

  /** Calls with copies of arguments. */
  static ManyOutcome of(Object[] arguments, Function<Object[], List<Object>> call) {
    Object[] copies = Values.copy(arguments);
    Object[] before = copies.clone();
    Journal.take();
    try {
      List<Object> results = call.apply(copies);
      List<Integer> sharing = new ArrayList<>();
      Map<Object, Integer> known = new IdentityHashMap<>();
      share(before, known, sharing);
      share(results.toArray(), known, sharing);
      return new ManyOutcome(results, null, copies, sharing);
    } catch (RuntimeException | AssertionError thrown) {
      String message = thrown instanceof NullPointerException ? "" : ": " + thrown.getMessage();
      return new ManyOutcome(List.of(), thrown.getClass().getName() + message, copies, List.of());
    }
  }

  private static void share(Object[] values, Map<Object, Integer> known, List<Integer> sharing) {
    for (Object value : values) {
      if (value != null && value.getClass().isArray()) {
        known.putIfAbsent(value, known.size());
        sharing.add(known.get(value));
        if (value instanceof Object[] rows) {
          share(rows, known, sharing);
        }
      } else if (value != null && value.getClass().isRecord()) {
        share(Parts.of(value), known, sharing);
      }
    }
  }

  /** What differs from an outcome that must be the same to the last bit; null if nothing. */
  String differenceFrom(ManyOutcome expected) {
    if (!Objects.equals(thrown, expected.thrown)) {
      return "threw " + thrown + ", not " + expected.thrown;
    }
    if (!Values.same(results.toArray(), expected.results.toArray())) {
      return "gives "
          + Arrays.deepToString(results.toArray())
          + ", not "
          + Arrays.deepToString(expected.results.toArray());
    }
    if (!effects.equals(expected.effects)) {
      return "had the effects " + effects + ", not " + expected.effects;
    }
    if (!Values.same(arguments, expected.arguments)) {
      return "left the arguments as "
          + Arrays.deepToString(arguments)
          + ", not "
          + Arrays.deepToString(expected.arguments);
    }
    return sharing.equals(expected.sharing)
        ? null
        : "gives other arrays than the method, which are shared as "
            + sharing
            + ", not "
            + expected.sharing;
  }
}
