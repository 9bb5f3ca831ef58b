package dev.cotangent.processor;

import dev.cotangent.processor.lint.Selection;
import java.util.Map;
import java.util.Set;

/**
 * The {@code -A} options. They change bodies, messages and what is written beside a companion,
 * never what it offers.
 *
 * @param check whether {@code scalar} and {@code check} have bodies
 * @param lint what to warn of
 * @param explain whether to write a page beside each companion that explains it
 * @param dumpIr whether to write the programs between the stages beside each companion
 * @param vector whether loops use the Vector API, which is a module of its own
 */
record Options(boolean check, Selection lint, boolean explain, boolean dumpIr, boolean vector) {
  private static final String CHECK = "cotangent.check";
  private static final String LINT = "cotangent.lint";
  private static final String EXPLAIN = "cotangent.explain";
  private static final String DUMP_IR = "cotangent.dumpIr";
  private static final String VECTOR = "cotangent.vector";

  /** The names of the options, so that no compiler warns of them. */
  static final Set<String> NAMES = Set.of(CHECK, LINT, EXPLAIN, DUMP_IR, VECTOR);

  static Options of(Map<String, String> given) {
    return new Options(
        !"false".equalsIgnoreCase(given.get(CHECK)),
        Selection.of(given.get(LINT)),
        isAsked(given, EXPLAIN),
        isAsked(given, DUMP_IR),
        isAsked(given, VECTOR));
  }

  /** Whether the option is given, with or without a value, and its value is not "false". */
  private static boolean isAsked(Map<String, String> given, String name) {
    return given.containsKey(name) && !"false".equalsIgnoreCase(given.get(name));
  }
}
