package dev.cotangent.benchmarks.gradbench;

import dev.cotangent.benchmarks.evals.Llsq;
import dev.cotangent.benchmarks.evals.LlsqCost;
import dev.cotangent.benchmarks.inputs.LlsqInput;

/** The eval {@code llsq}. */
final class LlsqModule {
  private LlsqModule() {}

  static EvalModule<LlsqInput> module() {
    return new EvalModule<>("llsq", LlsqInput.class, () -> LlsqInput.random(64, 128))
        .with("primal", in -> Call.of(() -> Llsq.cost(in.x(), in.n())))
        .with("gradient", LlsqModule::gradient);
  }

  private static Call<?> gradient(LlsqInput in) {
    LlsqCost.Gradient holder = new LlsqCost.Gradient();
    return Call.of(
        () -> {
          LlsqCost.gradient(in.x(), in.n(), holder);
          return holder.dX();
        });
  }
}
