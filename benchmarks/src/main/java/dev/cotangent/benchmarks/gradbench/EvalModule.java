package dev.cotangent.benchmarks.gradbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An eval: a name, and functions from its input.
 *
 * @param <I> the input
 */
final class EvalModule<I> {
  private final String name;
  private final Class<I> inputs;
  private final Supplier<I> example;
  private final Map<String, Function<I, Call<?>>> functions = new LinkedHashMap<>();

  /**
   * Still without functions.
   *
   * @param name as the protocol has it
   * @param inputs what its JSON is read as
   * @param example an input on which the functions are warmed up
   */
  EvalModule(String name, Class<I> inputs, Supplier<I> example) {
    this.name = name;
    this.inputs = inputs;
    this.example = example;
  }

  /** With one more function. */
  EvalModule<I> with(String function, Function<I, Call<?>> bind) {
    functions.put(function, bind);
    return this;
  }

  String name() {
    return name;
  }

  /** The functions, the primal first. */
  Set<String> functions() {
    return functions.keySet();
  }

  /**
   * A function bound to an input.
   *
   * @throws IllegalArgumentException if the input is not one of this eval
   */
  Call<?> bind(String function, JsonNode input) {
    return functions.get(function).apply(Json.read(input, inputs));
  }

  /** Runs each function on the example for a while, so that it is compiled when it counts. */
  void warmUp(double seconds) {
    if (seconds <= 0) {
      return;
    }
    I input = example.get();
    for (Function<I, Call<?>> function : functions.values()) {
      new Repetition(1, seconds / functions.size()).run(function.apply(input));
    }
  }
}
