package dev.cotangent.benchmarks.measure;

import dev.cotangent.DifferentiableFunction;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * A function at a point, with ways to its derivative there. Each call gives a number that depends
 * on all of the work, so that none of it can be left out.
 */
final class Subject {
  private final String name;
  private final Map<Way, DoubleSupplier> ways = new EnumMap<>(Way.class);

  Subject(String name) {
    this.name = name;
  }

  /** With one more way. */
  Subject with(Way way, DoubleSupplier call) {
    ways.put(way, call);
    return this;
  }

  /** With central differences of the primal. */
  Subject withDifferences(DifferentiableFunction function) {
    return with(Way.DIFFERENCES, new Differences(function));
  }

  /** With some of its ways alone. */
  Subject only(Set<Way> some) {
    Subject subject = new Subject(name);
    ways.forEach(
        (way, call) -> {
          if (some.contains(way)) {
            subject.with(way, call);
          }
        });
    return subject;
  }

  String name() {
    return name;
  }

  Set<Way> ways() {
    return ways.keySet();
  }

  DoubleSupplier call(Way way) {
    return ways.get(way);
  }
}
