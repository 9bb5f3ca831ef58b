package dev.cotangent.sample;

import java.util.Arrays;

/** The time that one training step takes with each engine, measured in this run. */
final class EngineTiming {
  /** Graphs of more rows than these would take more memory than a comparison is worth. */
  private static final int MOST_ROWS = 10_000;

  private static final long WARM_UP_NANOS = 200_000_000;
  private static final long BATCH_NANOS = 20_000_000;
  private static final int BATCHES = 5;

  private final DataSet data;
  private final double rate;

  private EngineTiming(DataSet data, double rate) {
    this.data = data;
    this.rate = rate;
  }

  /**
   * The outcome.
   *
   * @param rows the number of rows that were stepped over
   * @param generatedNanos the median time of a step with the generated gradient
   * @param scalarNanos the median time of a step with {@code Scalar}
   */
  record Result(int rows, double generatedNanos, double scalarNanos) {
    double ratio() {
      return scalarNanos / generatedNanos;
    }
  }

  /** Measures both engines on the same rows, at most 10,000, with the steps of this rate. */
  static Result measure(DataSet data, double rate) {
    EngineTiming timing = new EngineTiming(data.head(MOST_ROWS), rate);
    double generated = timing.nanosPerStep(Engine.GENERATED);
    double scalar = timing.nanosPerStep(Engine.SCALAR);
    return new Result(timing.data.rows(), generated, scalar);
  }

  private double nanosPerStep(Engine engine) {
    CostFunction function = engine.on(data);
    run(function, WARM_UP_NANOS);
    double[] batches = new double[BATCHES];
    for (int i = 0; i < BATCHES; i++) {
      batches[i] = run(function, BATCH_NANOS);
    }
    Arrays.sort(batches);
    return batches[BATCHES / 2];
  }

  /** Trains from zero for at least this long; the time of a step in nanoseconds. */
  private double run(CostFunction function, long nanos) {
    double[] parameters = new double[data.width() + 1];
    double[] gradient = new double[parameters.length];
    long start = System.nanoTime();
    long steps = 0;
    long group = 1;
    while (true) {
      for (long i = 0; i < group; i++) {
        function.valueAndGradient(parameters, gradient);
        Trainer.descend(parameters, gradient, rate);
      }
      steps += group;
      long elapsed = System.nanoTime() - start;
      if (elapsed >= nanos) {
        return (double) elapsed / steps;
      }
      // Groups of about a hundredth of the time keep the clock out of what is measured.
      group = Math.max(1, steps * (nanos / 100) / Math.max(1, elapsed));
    }
  }
}
