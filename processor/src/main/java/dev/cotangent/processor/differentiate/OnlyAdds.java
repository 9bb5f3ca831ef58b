package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.ArrayWrite;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/**
 * Whether the reverse sweep of an operation does nothing to adjoints from outside but add to them:
 * neither it nor what stands in its regions changes an active array, but for those that a region
 * makes itself, and no call gives one.
 */
final class OnlyAdds {
  private final List<Region> home;
  private final Facts facts;

  private OnlyAdds(Op op, Facts facts) {
    this.home = op.regions();
    this.facts = facts;
  }

  /** Whether it is so. */
  static boolean holds(Op op, Facts facts) {
    return new OnlyAdds(op, facts).holds(op);
  }

  /** What ends in an exception has not run where there is a reverse sweep. */
  private boolean holds(Op op) {
    return isPossible(op)
        && op.regions().stream()
            .filter(region -> !region.endsInThrow())
            .flatMap(region -> region.ops().stream())
            .allMatch(this::holds);
  }

  private boolean isPossible(Op op) {
    if (op instanceof Store store) {
      return isMine(store.array());
    }
    if (op instanceof CloneArray copy) {
      // A copy that is used behind the operation has adjoints from there.
      return isMine(copy.result());
    }
    if (op instanceof Invoke) {
      return Effects.of(op).isPure();
    }
    if (op instanceof Call call) {
      return isPossible(call);
    }
    return !(op instanceof Push || op instanceof Pop || op instanceof Grow);
  }

  /** A sweep of an earlier differentiation takes a tape, on which anything may lie. */
  private boolean isPossible(Call call) {
    return facts.tape() == facts.reverseTape()
        && call.arguments().stream().noneMatch(TangentHelpers::isTape)
        && call.results().stream().allMatch(this::isMine)
        && facts.helpers().written(call).stream().map(ArrayWrite::array).allMatch(this::isMine);
  }

  private boolean isMine(Value value) {
    return !facts.isActiveArray(value)
        || home.stream().anyMatch(region -> facts.writes().isLocalTo(value, region));
  }
}
