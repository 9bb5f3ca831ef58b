package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Records on the tape: pushed at the end of each forward iteration, popped at the start of the
 * matching reverse iteration.
 */
final class RecordTape implements Records {
  private final Facts facts;
  private final List<Op> pushes = new ArrayList<>();
  private final List<Op> pops = new ArrayList<>();

  RecordTape(Facts facts) {
    this.facts = facts;
  }

  @Override
  public Value record(Value value) {
    Value popped = value.fresh();
    pushes.add(new Push(facts.tape(), value));
    pops.add(0, new Pop(facts.reverseTape(), popped));
    return popped;
  }

  @Override
  public List<Op> forwardEnd() {
    return pushes;
  }

  @Override
  public List<Op> reverseStart() {
    return pops;
  }
}
