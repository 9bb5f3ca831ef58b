package dev.cotangent.benchmarks.gradbench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The evals. */
final class Modules {
  private static final Map<String, EvalModule<?>> ALL =
      List.of(
              HelloModule.module(),
              GmmModule.module(),
              BaModule.module(),
              LstmModule.module(),
              HtModule.module(),
              KmeansModule.module(),
              LlsqModule.module(),
              LseModule.module(),
              OdeModule.module(),
              ParticleModule.module(),
              SaddleModule.module(),
              DetModule.module())
          .stream()
          .collect(Collectors.toUnmodifiableMap(EvalModule::name, Function.identity()));

  private Modules() {}

  /** The eval of a name, if it is supported. */
  static Optional<EvalModule<?>> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }
}
