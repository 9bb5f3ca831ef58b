package dev.cotangent.benchmarks.gradbench;

import dev.cotangent.DifferentiableFunction;
import dev.cotangent.benchmarks.evals.ParticleCrossingByForward;
import dev.cotangent.benchmarks.evals.ParticleCrossingByReverse;
import dev.cotangent.benchmarks.inputs.ParticleInput;

/**
 * The eval {@code particle}: where the charge must be for the particle to cross the axis at the
 * origin. A function's first letter is the mode of the search's derivative, its second that of the
 * force, {@code r} for reverse and {@code f} for forward.
 */
final class ParticleModule {
  private ParticleModule() {}

  static EvalModule<ParticleInput> module() {
    return new EvalModule<>("particle", ParticleInput.class, () -> new ParticleInput(0))
        .with("rr", in -> search(Slope.REVERSE, ParticleCrossingByReverse.bind(in.w())))
        .with("ff", in -> search(Slope.FORWARD, ParticleCrossingByForward.bind(in.w())))
        .with("fr", in -> search(Slope.FORWARD, ParticleCrossingByReverse.bind(in.w())))
        .with("rf", in -> search(Slope.REVERSE, ParticleCrossingByForward.bind(in.w())));
  }

  private static Call<?> search(Slope slope, DifferentiableFunction crossing) {
    return Call.of(() -> slope.minimum(crossing)[0]);
  }
}
