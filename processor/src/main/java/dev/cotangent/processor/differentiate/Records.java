package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** How one loop's iterations keep values for the reverse sweep. */
interface Records {
  /** Keeps a value of the loop's body, and says what it is in the reverse sweep. */
  Value record(Value value);

  /** What a forward iteration does at its end. */
  List<Op> forwardEnd();

  /** What a reverse iteration does at its start. */
  List<Op> reverseStart();

  /**
   * Arrays of known length where the number of iterations of the whole nest of loops is known
   * before the outermost one begins, the tape elsewhere.
   */
  static Records of(LoopScope scope) {
    List<LoopScope> nest = new ArrayList<>();
    Scope around = scope;
    Scope anchor = scope;
    while (around instanceof LoopScope || around instanceof BranchScope) {
      if (around instanceof LoopScope loop) {
        nest.add(0, loop);
        anchor = loop.parent;
      }
      around = around.parent;
    }
    boolean known = scope.facts.strategy().uses(Strategy.Technique.RECORD_ARRAYS);
    Records arrays = known ? RecordArrays.tryFor(nest, anchor) : null;
    return arrays == null ? new RecordTape(scope.facts) : arrays;
  }
}
