package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stage 7: which values in variables are needed later when another one is set. Two values can share
 * a variable unless one of them is still needed when the other is set. A value that is only copied
 * at the end of a region counts as needed up to there.
 */
final class Liveness {
  private final Plan plan;
  private final Map<Value, Set<Value>> liveWhenSet = new HashMap<>();
  private final Map<Region, Set<Value>> readInside = new IdentityHashMap<>();

  private Liveness(Plan plan) {
    this.plan = plan;
  }

  /** The liveness of the values of a function under a plan. */
  static Liveness of(Function function, Plan plan) {
    Liveness liveness = new Liveness(plan);
    Set<Value> live = new HashSet<>();
    plan.leaves(plan.delivered(), live::add);
    Set<Value> atStart = liveness.before(function.body(), live);
    liveness.set(function.parameters(), atStart);
    return liveness;
  }

  /** Whether two values must be in different variables. */
  boolean conflict(Value a, Value b) {
    return liveWhenSet.getOrDefault(a, Set.of()).contains(b)
        || liveWhenSet.getOrDefault(b, Set.of()).contains(a);
  }

  /** What is live before the region's statements, if {@code live} is after them. */
  private Set<Value> before(Region region, Set<Value> live) {
    Set<Value> now = new HashSet<>(live);
    List<Op> statements = plan.statements(region);
    for (int i = statements.size() - 1; i >= 0; i--) {
      Op op = statements.get(i);
      set(plan.setVariables(op), now);
      op.results().forEach(now::remove);
      if (op instanceof If branch) {
        now = beforeIf(branch, now);
      } else if (op instanceof For loop) {
        beforeFor(loop, now);
      } else if (op instanceof While loop) {
        beforeWhile(loop, now);
      }
      plan.leavesOf(op, now::add);
    }
    return now;
  }

  /** The values are set at once, when {@code live} is what is needed afterwards. */
  private void set(List<Value> values, Set<Value> live) {
    for (Value value : values) {
      Set<Value> others = new HashSet<>(live);
      others.addAll(values);
      others.remove(value);
      liveWhenSet.put(value, others);
    }
  }

  private Set<Value> beforeIf(If op, Set<Value> after) {
    if (plan.isExpression(op)) {
      return after;
    }
    Set<Value> all = new HashSet<>();
    for (Region region : op.regions()) {
      Set<Value> live = new HashSet<>(after);
      plan.leaves(plan.uses().yieldsOf(op, region), live::add);
      all.addAll(before(region, live));
    }
    return all;
  }

  private void beforeFor(For loop, Set<Value> live) {
    live.addAll(readInside(loop, loop.body()));
    plan.leaves(loop.bound(), live::add);
    Set<Value> atEnd = new HashSet<>(live);
    plan.leaves(loop.body().yields(), atEnd::add);
    atEnd.add(loop.index());
    Set<Value> atStart = before(loop.body(), atEnd);
    atStart.addAll(live);
    // The header evaluates the start after the carried variables have got their first values.
    plan.leaves(loop.start(), atStart::add);
    set(loop.body().parameters(), atStart);
  }

  private void beforeWhile(While loop, Set<Value> live) {
    live.addAll(readInside(loop, loop.condition()));
    live.addAll(readInside(loop, loop.body()));
    Set<Value> atEnd = new HashSet<>(live);
    plan.leaves(loop.body().yields(), atEnd::add);
    Set<Value> atStart = before(loop.body(), atEnd);
    atStart.addAll(live);
    set(loop.body().parameters(), atStart);
    Set<Value> afterCondition = new HashSet<>(live);
    afterCondition.addAll(loop.condition().parameters());
    plan.leaves(loop.condition().yields(), afterCondition::add);
    set(loop.condition().parameters(), before(loop.condition(), afterCondition));
  }

  /** The values from outside that the region's statements and yields read. */
  private Set<Value> readInside(Op owner, Region region) {
    Set<Value> known = readInside.get(region);
    if (known != null) {
      return known;
    }
    Set<Value> read = new HashSet<>();
    Set<Value> defined = new HashSet<>(region.parameters());
    for (Op op : plan.statements(region)) {
      plan.leavesOf(op, read::add);
      defined.addAll(op.results());
      for (Region inner : op.regions()) {
        if (!plan.isExpression(op)) {
          read.addAll(readInside(op, inner));
        }
      }
    }
    plan.leaves(plan.uses().yieldsOf(owner, region), read::add);
    read.removeAll(defined);
    readInside.put(region, read);
    return read;
  }
}
