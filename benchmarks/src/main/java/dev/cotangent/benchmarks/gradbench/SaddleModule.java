package dev.cotangent.benchmarks.gradbench;

import dev.cotangent.DifferentiableFunction;
import dev.cotangent.benchmarks.evals.Saddle;
import dev.cotangent.benchmarks.evals.SaddleWorstByForward;
import dev.cotangent.benchmarks.evals.SaddleWorstByReverse;
import dev.cotangent.benchmarks.inputs.SaddleInput;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;

/**
 * The eval {@code saddle}: both players' points, the first one's found by descent. A function's
 * first letter is the mode of that descent's derivative, its second that of the answer's, {@code r}
 * for reverse and {@code f} for forward.
 */
final class SaddleModule {
  private SaddleModule() {}

  static EvalModule<SaddleInput> module() {
    return new EvalModule<>("saddle", SaddleInput.class, () -> new SaddleInput(new double[] {1, 1}))
        .with("rr", in -> byReverse(Slope.REVERSE, in.start()))
        .with("ff", in -> byForward(Slope.FORWARD, in.start()))
        .with("fr", in -> byReverse(Slope.FORWARD, in.start()))
        .with("rf", in -> byForward(Slope.REVERSE, in.start()));
  }

  private static Call<?> byReverse(Slope slope, double[] start) {
    return search(
        slope,
        SaddleWorstByReverse.bind(start, start),
        first -> Saddle.answerByReverse(first, start));
  }

  private static Call<?> byForward(Slope slope, double[] start) {
    return search(
        slope,
        SaddleWorstByForward.bind(start, start),
        first -> Saddle.answerByForward(first, start));
  }

  private static Call<?> search(
      Slope slope, DifferentiableFunction worst, UnaryOperator<double[]> answer) {
    return Call.of(
        () -> {
          double[] first = slope.minimum(worst);
          return DoubleStream.concat(DoubleStream.of(first), DoubleStream.of(answer.apply(first)))
              .toArray();
        });
  }
}
