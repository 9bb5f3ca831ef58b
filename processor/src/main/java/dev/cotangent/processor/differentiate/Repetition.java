package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Prunes the repetition of operations that have run before on the same operands: what they compute
 * for nobody is left out, an access that might throw as well, for it did not throw the first time.
 */
final class Repetition {
  private final Set<Value> used = new HashSet<>();

  private Repetition() {}

  /** The region without what is unused in it. */
  static Region prune(Region region) {
    return new Repetition().pruned(region);
  }

  private Region pruned(Region region) {
    used.addAll(region.yields());
    List<Op> kept = new ArrayList<>();
    for (int i = region.ops().size() - 1; i >= 0; i--) {
      Op op = region.ops().get(i);
      if (isNeeded(op)) {
        kept.add(op.regions().isEmpty() ? op : inside(op));
        used.addAll(op.operands());
      }
    }
    Collections.reverse(kept);
    return region.withOps(kept);
  }

  private Op inside(Op op) {
    List<Region> regions = new ArrayList<>(op.regions());
    // Loops come round again: what the first region reads at the start, the last one may define.
    Collections.reverse(regions);
    List<Region> pruned = new ArrayList<>();
    regions.forEach(region -> pruned.add(0, pruned(region)));
    return op.rebuild(op.operands(), op.results(), pruned);
  }

  private boolean isNeeded(Op op) {
    return (Effects.of(op).writes() && !isGuard(op))
        || op.results().stream().anyMatch(used::contains);
  }

  /** What a guard does before it throws has not been done the first time either. */
  private static boolean isGuard(Op op) {
    return op instanceof If choice
        && choice.regions().stream().allMatch(r -> r.endsInThrow() || r.ops().isEmpty());
  }
}
