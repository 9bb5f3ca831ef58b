package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Removes what nobody needs ({@link Liveness}): operations without effect whose results are not
 * used, results of {@code If}s and carried values of loops with all that feeds them, whole counted
 * loops, and arrays of the derivative that are written and never read, with their stores.
 */
public final class EliminateDeadCode implements Pass {
  private final Facts facts;

  /** The pass when nothing is known of the main function. */
  public EliminateDeadCode() {
    this(Facts.NONE);
  }

  /** The pass under what is known of the main function. */
  public EliminateDeadCode(Facts facts) {
    this.facts = facts;
  }

  @Override
  public Program run(Program program) {
    return program.map(
        main -> prune(main, Memory.of(main, facts.unaliased(main), facts.scratch(main))),
        helper -> prune(helper, Memory.of(helper, Set.of())));
  }

  /** Where the main function returns, so do the helpers that it calls. */
  private Function prune(Function function, Memory memory) {
    Liveness liveness = Liveness.of(function, memory, facts.returns());
    return function.withBody(prune(function.body(), liveness));
  }

  private static Region prune(Region region, Liveness liveness) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      if (liveness.isKept(op)) {
        ops.add(prune(op, liveness));
      }
    }
    return region.withOps(ops);
  }

  private static Op prune(Op op, Liveness liveness) {
    if (op.regions().isEmpty()) {
      return op;
    }
    Op inside = op.withRegions(region -> prune(region, liveness));
    return Carried.select(inside, inside.regions(), i -> isNeeded(op, i, liveness));
  }

  private static boolean isNeeded(Op op, int i, Liveness liveness) {
    if (op instanceof For loop && liveness.isLive(loop.carried().get(i))) {
      return true;
    }
    if (op instanceof While loop
        && (liveness.isLive(loop.condition().parameters().get(i))
            || liveness.isLive(loop.body().parameters().get(i)))) {
      return true;
    }
    return liveness.isLive(op.results().get(i));
  }
}
