package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Set;

/**
 * Stage 7: decides which values become part of the expression that uses them, so that what runs is
 * exactly what the operations say: everything that reads, throws or has effects runs in its
 * original order; only what is pure may move, and nothing runs twice.
 */
final class Folding {
  private Folding() {}

  /**
   * The plan for the function.
   *
   * @param delivered the results in the order in which they are delivered
   * @param released values whose only use is to be copied into a loop's or conditional's variable
   *     and which fold into that copy, because they cannot be computed in that variable directly
   */
  static Plan of(Function function, List<Value> delivered, Set<Value> released) {
    Uses uses = Uses.of(function, delivered);
    Plan plan = new Plan(uses, Accumulations.of(function, uses), delivered);
    new RegionFolder(plan, released).foldFunction(function);
    return plan;
  }
}
