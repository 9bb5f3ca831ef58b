package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of a helper whose two sweeps are functions of their own: what the reverse sweep needs
 * crosses on the tape, pushed when the forward sweep ends and popped when the reverse sweep begins.
 */
final class SplitScope extends Scope {
  private final List<Op> pushes = new ArrayList<>();
  private final List<Op> pops = new ArrayList<>();

  SplitScope(Facts facts, Region region) {
    super(facts, null, region);
  }

  @Override
  Value provide(Value value) {
    int recordCost = facts.strategy().recordCost();
    if (Rematerialization.cost(value, this, recordCost) < recordCost) {
      return Rematerialization.write(value, this);
    }
    Value popped = value.fresh();
    pushes.add(new Push(facts.tape(), value));
    pops.add(0, new Pop(facts.reverseTape(), popped));
    return popped;
  }

  @Override
  int provisionCost(Value value, int limit) {
    return Rematerialization.cost(value, this, recordCost(value), limit);
  }

  @Override
  int recordCost(Value value) {
    return facts.strategy().recordCost();
  }

  @Override
  List<Op> forwardOps() {
    List<Op> ops = super.forwardOps();
    ops.addAll(pushes);
    return ops;
  }

  @Override
  List<Op> reverseOps() {
    List<Op> ops = new ArrayList<>(pops);
    ops.addAll(super.reverseOps());
    return ops;
  }
}
