package dev.cotangent.benchmarks.gradbench;

import dev.cotangent.benchmarks.evals.Ba;
import dev.cotangent.benchmarks.inputs.BaInput;

/** The eval {@code ba}: one observation stands for all, and the output tells of one. */
final class BaModule {
  private BaModule() {}

  /** The output of {@code objective}. */
  private record Errors(Repeated reprojError, RepeatedOne wErr) {}

  private record Repeated(double[] elements, int repeated) {}

  private record RepeatedOne(double element, int repeated) {}

  static EvalModule<BaInput> module() {
    return new EvalModule<>("ba", BaInput.class, () -> BaInput.random(49, 776, 3_184))
        .with("objective", BaModule::objective)
        .with("jacobian", BaModule::jacobian);
  }

  private static Call<?> jacobian(BaInput in) {
    BaJacobian jacobian = new BaJacobian(in.n(), in.m(), in.p());
    BaJacobian.Observation one = new BaJacobian.Observation(in.cam(), in.x(), in.w(), in.feat());
    return Call.of(
        () -> {
          for (int i = 0; i < in.p(); i++) {
            jacobian.observe(i, i % in.n(), i % in.m(), one);
          }
          return jacobian;
        },
        BaJacobian::digest);
  }

  private static Call<?> objective(BaInput in) {
    double[] errors = new double[2 * in.p()];
    double[] weightErrors = new double[in.p()];
    return Call.of(
        () -> {
          for (int i = 0; i < in.p(); i++) {
            double[] error = Ba.reprojectionError(in.cam(), in.x(), in.w(), in.feat());
            errors[2 * i] = error[0];
            errors[2 * i + 1] = error[1];
            weightErrors[i] = Ba.weightError(in.w());
          }
          return errors;
        },
        all ->
            new Errors(
                new Repeated(new double[] {all[0], all[1]}, in.p()),
                new RepeatedOne(weightErrors[0], in.p())));
  }
}
