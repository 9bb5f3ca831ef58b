package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The shadows from outside an operation to which its reverse sweep adds adjoints, and whether other
 * operations do no more than that, too: sums of adjoints have no order to keep.
 */
final class CommonShadows {
  private final Facts facts;
  private final SplitHelpers helpers;
  private final Set<Value> classes = Collections.newSetFromMap(new IdentityHashMap<>());

  private CommonShadows(ReverseSweep sweep) {
    this.facts = sweep.facts();
    this.helpers = sweep.helpers();
  }

  /** Those of an operation for which {@link OnlyAdds} holds. */
  static CommonShadows of(Op op, ReverseSweep sweep) {
    CommonShadows common = new CommonShadows(sweep);
    common.add(op, List.of());
    for (Region region : op.regions()) {
      Structure.forEach(region, inner -> common.add(inner, op.regions()));
    }
    return common;
  }

  private void add(Op op, List<Region> home) {
    op.operands().stream()
        .map(facts.shadows()::get)
        .filter(shadow -> shadow != null && !isLocal(shadow, home))
        .forEach(shadow -> classes.add(facts.aliases().classOf(shadow)));
  }

  private boolean isLocal(Value shadow, List<Region> home) {
    return home.stream().anyMatch(region -> facts.writes().isLocalTo(shadow, region));
  }

  /** The arguments of a helper may be one array, but none of them is a shadow. */
  private boolean contains(Value array) {
    Value known = facts.standIns().of(array);
    return !facts.shadows().containsKey(known) && classes.contains(facts.aliases().classOf(known));
  }

  /** Whether the operations leave these shadows alone, but for adding to their elements. */
  boolean areOnlyAddedTo(List<Op> ops) {
    for (int k = 0; k < ops.size(); k++) {
      if (isAddition(ops, k)) {
        k += 2;
      } else if (isLook(ops.get(k)) || !areOnlyAddedToInside(ops.get(k))) {
        return false;
      }
    }
    return true;
  }

  private boolean areOnlyAddedToInside(Op op) {
    return op.regions().stream().allMatch(region -> areOnlyAddedTo(region.ops()));
  }

  /** {@code array[index] = array[index] + term}, written in one go. */
  private static boolean isAddition(List<Op> ops, int at) {
    return at + 2 < ops.size()
        && ops.get(at) instanceof Load load
        && ops.get(at + 1) instanceof Binary sum
        && ops.get(at + 2) instanceof Store store
        && sum.operator() == BinaryOperator.ADD
        && !sum.exact()
        && sum.left() == load.result()
        && sum.right() != load.result()
        && store.content() == sum.result()
        && store.array() == load.array()
        && store.index() == load.index();
  }

  private boolean isLook(Op op) {
    if (op instanceof Load load) {
      return !load.result().type().isReference() && contains(load.array());
    }
    if (op instanceof Store store) {
      return contains(store.array());
    }
    if (op instanceof CloneArray copy) {
      return contains(copy.array());
    }
    if (op instanceof Call call) {
      return !classes.isEmpty() && isLook(call);
    }
    return op instanceof Invoke && !classes.isEmpty() && !Effects.of(op).isPure();
  }

  /** The method itself knows no shadows, unless it is given some. */
  private boolean isLook(Call call) {
    boolean mayKnow =
        call.arguments().stream()
            .anyMatch(a -> TangentHelpers.isTape(a) || (a.type().isFloatingArray() && contains(a)));
    return mayKnow && !helpers.onlyAdds(call.callee());
  }
}
