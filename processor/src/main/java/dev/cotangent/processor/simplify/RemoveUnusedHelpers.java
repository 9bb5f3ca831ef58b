package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Program;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Removes the helpers that no run of the main function can call. */
public final class RemoveUnusedHelpers implements Pass {
  @Override
  public Program run(Program program) {
    if (program.helpers().isEmpty()) {
      return program;
    }
    Set<String> used = CallGraph.of(program).reachable(program.main().name());
    Map<String, Function> helpers = new LinkedHashMap<>(program.helpers());
    helpers.keySet().retainAll(used);
    return new Program(program.main(), helpers);
  }
}
