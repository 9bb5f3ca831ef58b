package dev.cotangent.benchmarks.gradbench;

import dev.cotangent.benchmarks.evals.Lse;
import dev.cotangent.benchmarks.evals.LseLogSumExp;
import dev.cotangent.benchmarks.inputs.LseInput;

/** The eval {@code lse}. */
final class LseModule {
  private LseModule() {}

  static EvalModule<LseInput> module() {
    return new EvalModule<>("lse", LseInput.class, () -> LseInput.random(1_000))
        .with("primal", in -> Call.of(() -> Lse.logSumExp(in.x())))
        .with("gradient", LseModule::gradient);
  }

  private static Call<?> gradient(LseInput in) {
    LseLogSumExp.Gradient holder = new LseLogSumExp.Gradient();
    return Call.of(
        () -> {
          LseLogSumExp.gradient(in.x(), holder);
          return holder.dX();
        });
  }
}
