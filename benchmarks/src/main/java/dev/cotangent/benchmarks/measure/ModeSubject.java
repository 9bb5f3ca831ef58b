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
  /** How many directions there are where there are several. */
  static final int SEVERAL = 8;

  static ModeSubject of(String name, int directions) {
    return new ModeSubject(name, directions, new EnumMap<>(Mode.class));
  }

  /** Over how many directions the time of a mode is spread. */
  int directions(Mode mode) {
    return switch (mode) {
      case HESSIAN, JACOBIAN -> directions;
      case JVPS -> SEVERAL;
      default -> 1;
    };
  }

  /** With one more mode. */
  ModeSubject with(Mode mode, DoubleSupplier call) {
    calls.put(mode, call);
    return this;
  }
}
