package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Accumulation;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether the active carried values of a loop are mere accumulators, which nothing looks at: their
 * adjoints are then the same in every iteration, and no iteration needs their values.
 */
final class MereAccumulators {
  private MereAccumulators() {}

  static boolean holds(Loop loop, Facts facts) {
    List<Value> accumulators = new ArrayList<>();
    List<Value> next = new ArrayList<>();
    for (int i = 0; i < loop.carried().size(); i++) {
      if (loop.isActive(i, facts)) {
        accumulators.add(loop.carried().get(i));
        next.add(loop.next().get(i));
      }
    }
    return !isLookedAt(accumulators, loop) && Accumulation.holds(accumulators, next, loop.body());
  }

  private static boolean isLookedAt(List<Value> accumulators, Loop loop) {
    if (!(loop.op() instanceof While other)) {
      return false;
    }
    Set<Value> used = new LinkedHashSet<>(other.condition().yields());
    Structure.forEach(other.condition(), op -> used.addAll(reads(op)));
    return accumulators.stream()
        .map(value -> other.condition().parameters().get(loop.carried().indexOf(value)))
        .anyMatch(used::contains);
  }

  /** What an operation reads, but for what its regions' operations read. */
  static List<Value> reads(Op op) {
    List<Value> reads = new ArrayList<>(op.operands());
    op.regions().forEach(region -> reads.addAll(region.yields()));
    return reads;
  }
}
