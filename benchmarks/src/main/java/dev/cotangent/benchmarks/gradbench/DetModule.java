package dev.cotangent.benchmarks.gradbench;

import dev.cotangent.benchmarks.evals.Det;
import dev.cotangent.benchmarks.evals.DetDeterminant;
import dev.cotangent.benchmarks.inputs.DetInput;

/** The eval {@code det}. */
final class DetModule {
  private DetModule() {}

  static EvalModule<DetInput> module() {
    return new EvalModule<>("det", DetInput.class, () -> DetInput.random(6))
        .with("primal", in -> Call.of(() -> Det.determinant(in.a(), in.ell())))
        .with("gradient", DetModule::gradient);
  }

  private static Call<?> gradient(DetInput in) {
    DetDeterminant.Gradient holder = new DetDeterminant.Gradient();
    return Call.of(
        () -> {
          DetDeterminant.gradient(in.a(), in.ell(), holder);
          return holder.dA();
        });
  }
}
