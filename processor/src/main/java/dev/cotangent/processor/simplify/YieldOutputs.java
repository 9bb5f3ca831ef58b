package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/**
 * Makes the arrays that a {@code void} main function fills its results, so that no later stage
 * tells them from arrays that are returned. Other main functions stay as they are; helpers fill the
 * arrays of their callers.
 */
public final class YieldOutputs implements Pass {
  private final List<String> outputs;

  /** The pass for a main function that fills the parameters of these names. */
  public YieldOutputs(List<String> outputs) {
    this.outputs = List.copyOf(outputs);
  }

  @Override
  public Program run(Program program) {
    if (outputs.isEmpty()) {
      return program;
    }
    Function main = program.main();
    List<Value> filled =
        main.parameters().stream().filter(parameter -> outputs.contains(parameter.name())).toList();
    return new Program(main.withBody(main.body().withYields(filled)), program.helpers());
  }
}
