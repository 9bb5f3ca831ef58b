package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/**
 * Keeps only some results of the main function, in the given order; what the others alone needed is
 * left for {@link EliminateDeadCode}.
 */
public final class SelectResults implements Pass {
  private final List<Integer> indices;

  /** The pass that keeps the results with these indices. */
  public SelectResults(List<Integer> indices) {
    this.indices = List.copyOf(indices);
  }

  @Override
  public Program run(Program program) {
    Function main = program.main();
    Region body = main.body();
    List<Value> selected = indices.stream().map(i -> body.yields().get(i)).toList();
    return new Program(main.withBody(body.withYields(selected)), program.helpers());
  }
}
