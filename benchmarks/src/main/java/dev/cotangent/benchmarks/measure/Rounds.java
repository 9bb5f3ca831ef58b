package dev.cotangent.benchmarks.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * Times all ways of a subject in turn, round after round, so that what the machine does besides
 * falls on all of them alike; what counts are ratios within a round. Time is what the thread spends
 * on a processor, so that waiting for one does not count.
 *
 * @param rounds how many
 * @param milliseconds how long a way is called in a round, about
 * @param warmUpMilliseconds how long a way is called before
 */
record Rounds(int rounds, int milliseconds, int warmUpMilliseconds) {
  private static final double NANOSECONDS = 1e6;
  private static final int CALLS = 20;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Times. */
  List<Row> time(Subject subject) {
    Map<Way, DoubleSupplier> calls = new EnumMap<>(Way.class);
    subject.ways().forEach(way -> calls.put(way, subject.call(way)));
    Map<Way, double[]> times = times(calls);
    List<Row> rows = new ArrayList<>();
    for (Way way : subject.ways()) {
      double bytes = Allocations.ofOneOf(CALLS, subject.call(way));
      rows.add(row(subject.name(), way, bytes, times));
    }
    return rows;
  }

  /**
   * The nanoseconds of a call of each in each round.
   *
   * @param <K> what the calls are named by
   */
  <K> Map<K, double[]> times(Map<K, DoubleSupplier> calls) {
    Map<K, Integer> repetitions = new LinkedHashMap<>();
    Map<K, double[]> times = new LinkedHashMap<>();
    calls.forEach(
        (key, call) -> {
          repetitions.put(key, repetitions(call));
          times.put(key, new double[rounds]);
        });
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<K, DoubleSupplier> call : calls.entrySet()) {
        K key = call.getKey();
        times.get(key)[round] = time(call.getValue(), repetitions.get(key));
      }
    }
    return times;
  }

  private static Row row(String subject, Way way, double bytes, Map<Way, double[]> times) {
    return new Row(
        subject,
        way,
        Interval.of(times.get(way)).median(),
        bytes,
        ratio(times.get(way), times.get(Way.PRIMAL)),
        times.containsKey(Way.HAND_WRITTEN)
            ? ratio(times.get(way), times.get(Way.HAND_WRITTEN))
            : null);
  }

  /** The ratio of two times in the same round. */
  static Interval ratio(double[] times, double[] to) {
    double[] ratios = new double[times.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = times[i] / to[i];
    }
    return Interval.of(ratios);
  }

  /** Warms up; how many calls fill a round. */
  private int repetitions(DoubleSupplier call) {
    long calls = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    long now = start;
    while (now - start < warmUpMilliseconds * NANOSECONDS || calls < 2) {
      time(call, 1);
      calls++;
      now = THREADS.getCurrentThreadCpuTime();
    }
    // The second half of the calls is the faster: measure anew.
    double each = time(call, (int) Math.max(1, calls / 10));
    return (int) Math.max(1, milliseconds * NANOSECONDS / each);
  }

  /** The nanoseconds of a call. */
  private static double time(DoubleSupplier call, int repetitions) {
    double sum = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < repetitions; i++) {
      sum += call.getAsDouble();
    }
    long time = THREADS.getCurrentThreadCpuTime() - start;
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("not a number");
    }
    return (double) time / repetitions;
  }
}
