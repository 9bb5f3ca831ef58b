package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs the inner loops of several iterations side by side where they add up numbers of the user's
 * method: each addition waits for the one before it, and the sums of other iterations fill the
 * time. Each sum keeps its own order, so that every bit stays.
 *
 * <p>What the inner loop needs is computed ahead for several iterations, the rest follows in the
 * old order. {@link Jam} proves that nothing which the rest does is seen by what has moved before
 * it; that what has moved neither throws nor ends sooner in one iteration than in another is asked
 * as the loop runs ({@link JamGuard}), and where it is not so, the iterations run one by one.
 */
public final class JamLoops implements Pass {
  private final Facts facts;

  /** The pass under what is known of the main function. */
  public JamLoops(Facts facts) {
    this.facts = facts;
  }

  @Override
  public Program run(Program program) {
    return program.map(main -> run(main, facts.unaliased(main)), helper -> run(helper, Set.of()));
  }

  private static Function run(Function function, Set<Value> unaliased) {
    if (!hasNest(function.body())) {
      return function;
    }
    Structure structure = Structure.of(function);
    Memory memory = Memory.of(function, unaliased);
    return function.withBody(run(function.body(), structure, memory));
  }

  /** Whether a loop stands in another one's body; nothing is looked at for long where none does. */
  private static boolean hasNest(Region region) {
    return region.ops().stream()
        .anyMatch(
            op ->
                (op instanceof For loop
                        && loop.body().ops().stream().anyMatch(For.class::isInstance))
                    || op.regions().stream().anyMatch(JamLoops::hasNest));
  }

  private static Region run(Region region, Structure structure, Memory memory) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      Optional<Jam> jam =
          op instanceof For loop ? Jam.of(loop, structure, memory) : Optional.empty();
      if (jam.isPresent()) {
        ops.addAll(new JamWriter(jam.get()).write());
      } else {
        ops.add(op.withRegions(inner -> run(inner, structure, memory)));
      }
    }
    return region.withOps(ops);
  }
}
