package dev.cotangent.processor;

import dev.cotangent.processor.lint.Selection;
import java.util.Map;
import java.util.Set;

/**
 * The {@code -A} options. They change bodies and messages, never what a companion offers.
 *
 * @param check whether {@code scalar} and {@code check} have bodies
 * @param lint what to warn of
 */
record Options(boolean check, Selection lint) {
  private static final String CHECK = "cotangent.check";
  private static final String LINT = "cotangent.lint";

  /** The names of the options, so that no compiler warns of them. */
  static final Set<String> NAMES = Set.of(CHECK, LINT);

  static Options of(Map<String, String> given) {
    return new Options(!"false".equalsIgnoreCase(given.get(CHECK)), Selection.of(given.get(LINT)));
  }
}
