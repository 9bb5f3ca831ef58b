package dev.cotangent.benchmarks.gradbench;

import dev.cotangent.benchmarks.evals.HandModel;
import dev.cotangent.benchmarks.evals.Ht;
import dev.cotangent.benchmarks.inputs.HtInput;

/** The eval {@code ht}. */
final class HtModule {
  private HtModule() {}

  static EvalModule<HtInput> module() {
    return new EvalModule<>("ht", HtInput.class, () -> HtInput.random(100, 100))
        .with("objective", HtModule::objective);
  }

  private static Call<?> objective(HtInput in) {
    HandModel hand = in.data().model();
    int[] correspondences = in.data().correspondences();
    double[][] points = in.data().points();
    return in.complicated()
        ? Call.of(() -> Ht.complicated(in.theta(), in.us(), hand, correspondences, points))
        : Call.of(() -> Ht.simple(in.theta(), hand, correspondences, points));
  }
}
