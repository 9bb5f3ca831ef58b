package dev.cotangent.benchmarks.gradbench;

import dev.cotangent.benchmarks.evals.Ode;
import dev.cotangent.benchmarks.evals.OdeLast;
import dev.cotangent.benchmarks.inputs.OdeInput;

/** The eval {@code ode}; the gradient is that of the last component. */
final class OdeModule {
  private OdeModule() {}

  static EvalModule<OdeInput> module() {
    return new EvalModule<>("ode", OdeInput.class, () -> OdeInput.random(100, 25))
        .with("primal", in -> Call.of(() -> Ode.solve(in.x(), in.s())))
        .with("gradient", OdeModule::gradient);
  }

  private static Call<?> gradient(OdeInput in) {
    OdeLast.Gradient holder = new OdeLast.Gradient();
    return Call.of(
        () -> {
          OdeLast.gradient(in.x(), in.s(), holder);
          return holder.dX();
        });
  }
}
