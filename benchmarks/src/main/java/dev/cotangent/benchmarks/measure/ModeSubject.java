package dev.cotangent.benchmarks.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * A function at a point, with its derivatives there. Each call gives a number that depends on all
 * of the work.
 *
 * @param name its name
 * @param directions how many numbers it is differentiated by
 * @param calls its modes
 */
record ModeSubject(String name, int directions, Map<Mode, DoubleSupplier> calls) {
  static ModeSubject of(String name, int directions) {
    return new ModeSubject(name, directions, new EnumMap<>(Mode.class));
  }

  /** With one more mode. */
  ModeSubject with(Mode mode, DoubleSupplier call) {
    calls.put(mode, call);
    return this;
  }
}
