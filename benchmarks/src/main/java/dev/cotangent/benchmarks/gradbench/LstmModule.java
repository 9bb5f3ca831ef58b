package dev.cotangent.benchmarks.gradbench;

import dev.cotangent.benchmarks.evals.Lstm;
import dev.cotangent.benchmarks.evals.LstmLoss;
import dev.cotangent.benchmarks.inputs.LstmInput;
import java.util.Arrays;
import java.util.stream.Stream;

/** The eval {@code lstm}. */
final class LstmModule {
  private LstmModule() {}

  static EvalModule<LstmInput> module() {
    return new EvalModule<>("lstm", LstmInput.class, () -> LstmInput.random(2, 64, 14))
        .with("objective", LstmModule::objective)
        .with("jacobian", LstmModule::jacobian);
  }

  private static Call<?> objective(LstmInput in) {
    return Call.of(() -> Lstm.loss(in.mainParams(), in.extraParams(), in.state(), in.sequence()));
  }

  private static Call<?> jacobian(LstmInput in) {
    LstmLoss.Gradient holder = new LstmLoss.Gradient();
    return Call.of(
        () -> {
          LstmLoss.gradient(in.mainParams(), in.extraParams(), in.state(), in.sequence(), holder);
          return holder;
        },
        g ->
            Stream.of(g.dMain(), g.dExtra())
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray());
  }
}
