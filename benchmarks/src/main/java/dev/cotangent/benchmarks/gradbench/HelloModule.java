package dev.cotangent.benchmarks.gradbench;

import dev.cotangent.benchmarks.evals.Hello;
import dev.cotangent.benchmarks.evals.HelloSquare;

/** The eval {@code hello}; its input is a bare number. */
final class HelloModule {
  private HelloModule() {}

  static EvalModule<Double> module() {
    return new EvalModule<>("hello", Double.class, () -> 1.5)
        .with("square", x -> Call.of(() -> Hello.square(x)))
        .with("double", HelloModule::derivative);
  }

  private static Call<?> derivative(double x) {
    HelloSquare.Gradient holder = new HelloSquare.Gradient();
    return Call.of(
        () -> {
          HelloSquare.gradient(x, holder);
          return holder.dX();
        });
  }
}
