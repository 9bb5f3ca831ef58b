package dev.cotangent.benchmarks.gradbench;

import dev.cotangent.benchmarks.evals.Gmm;
import dev.cotangent.benchmarks.evals.GmmObjective;
import dev.cotangent.benchmarks.inputs.GmmInput;

/** The eval {@code gmm}. */
final class GmmModule {
  private GmmModule() {}

  /** The partials, named as in the JSON. */
  private record Partials(double[] alpha, double[][] mu, double[][] q, double[][] l) {}

  static EvalModule<GmmInput> module() {
    return new EvalModule<>("gmm", GmmInput.class, () -> GmmInput.random(10, 25, 100))
        .with("objective", GmmModule::objective)
        .with("jacobian", GmmModule::jacobian);
  }

  private static Call<?> objective(GmmInput in) {
    return Call.of(
        () -> Gmm.objective(in.alpha(), in.mu(), in.q(), in.l(), in.x(), in.gamma(), in.m()));
  }

  private static Call<?> jacobian(GmmInput in) {
    GmmObjective.Gradient holder = new GmmObjective.Gradient();
    return Call.of(
        () -> {
          GmmObjective.gradient(
              in.alpha(), in.mu(), in.q(), in.l(), in.x(), in.gamma(), in.m(), holder);
          return holder;
        },
        g -> new Partials(g.dAlpha(), g.dMu(), g.dQ(), g.dL()));
  }
}
