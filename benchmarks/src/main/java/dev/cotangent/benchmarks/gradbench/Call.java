package dev.cotangent.benchmarks.gradbench;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A function bound to an input, ready to be timed.
 *
 * @param <R> what the function gives
 */
final class Call<R> {
  private final Supplier<R> function;
  private final Function<R, Object> output;
  private R result;

  private Call(Supplier<R> function, Function<R, Object> output) {
    this.function = function;
    this.output = output;
  }

  /** A function whose result is its output. */
  static <R> Call<R> of(Supplier<R> function) {
    return new Call<>(function, result -> result);
  }

  /**
   * A function whose result becomes output in a way that does not belong to its time.
   *
   * @param function what is timed
   * @param output gives what is written as JSON
   */
  static <R> Call<R> of(Supplier<R> function, Function<R, Object> output) {
    return new Call<>(function, output);
  }

  /** Calls the function. */
  void run() {
    result = function.get();
  }

  /** The output of the last run. */
  Object output() {
    return output.apply(result);
  }
}
