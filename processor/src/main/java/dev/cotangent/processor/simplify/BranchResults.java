package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What the branches of a method have computed, for later branches behind the same condition: there
 * the earlier one has been taken, and its results are what it yielded.
 */
final class BranchResults {
  private final Map<Value, List<If>> byCondition;

  BranchResults() {
    this(new HashMap<>());
  }

  private BranchResults(Map<Value, List<If>> byCondition) {
    this.byCondition = byCondition;
  }

  /** As far as it is known now; what is added to either is not seen by the other. */
  BranchResults copy() {
    Map<Value, List<If>> copy = new HashMap<>();
    byCondition.forEach((condition, branches) -> copy.put(condition, new ArrayList<>(branches)));
    return new BranchResults(copy);
  }

  /** From now on this one has run. */
  void add(If branch) {
    byCondition.computeIfAbsent(branch.condition(), c -> new ArrayList<>()).add(branch);
  }

  /**
   * Tells what is there already where a branch begins.
   *
   * @param condition what is asked
   * @param side 0 where it holds, 1 where it does not
   * @param operation takes an operation that has run, rebuilt so that operands and result are
   *     values that can be seen
   */
  void at(Value condition, int side, BiConsumer<Op, Value> operation) {
    for (If before : byCondition.getOrDefault(condition, List.of())) {
      tell(before.regions().get(side), before.results(), operation);
    }
  }

  private static void tell(Region taken, List<Value> results, BiConsumer<Op, Value> operation) {
    Map<Value, Value> seen = new IdentityHashMap<>();
    for (int i = 0; i < results.size(); i++) {
      seen.putIfAbsent(taken.yields().get(i), results.get(i));
    }
    Set<Value> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
    taken.ops().forEach(op -> hidden.addAll(op.results()));
    hidden.removeAll(seen.keySet());
    for (Op op : taken.ops()) {
      if (isExpression(op)
          && seen.containsKey(op.results().get(0))
          && op.operands().stream().noneMatch(hidden::contains)) {
        List<Value> operands = op.operands().stream().map(v -> seen.getOrDefault(v, v)).toList();
        Op outside = op.rebuild(operands, op.results(), List.of());
        operation.accept(outside, seen.get(op.results().get(0)));
      }
    }
  }

  /** A literal is known better as what it is. */
  private static boolean isExpression(Op op) {
    return op.regions().isEmpty() && op.results().size() == 1 && !(op instanceof Constant);
  }
}
