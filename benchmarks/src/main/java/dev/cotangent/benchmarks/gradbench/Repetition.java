package dev.cotangent.benchmarks.gradbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/**
 * How often a function is run: until both bounds are reached, once at least.
 *
 * @param minRuns the least number of runs
 * @param minSeconds the least time that all runs take together
 */
record Repetition(int minRuns, double minSeconds) {
  private static final double NANOSECONDS = 1e9;

  /** What an input asks for; one run if it asks for nothing. */
  static Repetition of(JsonNode input) {
    return new Repetition(input.path("min_runs").asInt(1), input.path("min_seconds").asDouble(0));
  }

  /** Runs; the nanoseconds of each run. */
  long[] run(Call<?> call) {
    long[] times = new long[Math.max(minRuns, 16)];
    int runs = 0;
    long total = 0;
    do {
      if (runs == times.length) {
        times = Arrays.copyOf(times, 2 * runs);
      }
      long start = System.nanoTime();
      call.run();
      long time = System.nanoTime() - start;
      times[runs] = time;
      total += time;
      runs++;
    } while (runs < minRuns || total < minSeconds * NANOSECONDS);
    return Arrays.copyOf(times, runs);
  }
}
