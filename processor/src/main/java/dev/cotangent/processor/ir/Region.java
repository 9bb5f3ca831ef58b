package dev.cotangent.processor.ir;

import java.util.List;

/**
 * A sequence of operations with parameters that it may use and values that it yields at its end. A
 * region also sees every value of the regions around it that is defined before the operation it
 * belongs to.
 */
public record Region(List<Value> parameters, List<Op> ops, List<Value> yields) {
  /** Copies the lists. */
  public Region {
    parameters = List.copyOf(parameters);
    ops = List.copyOf(ops);
    yields = List.copyOf(yields);
  }

  /** The region with other operations, which define what it yields; itself if all are the same. */
  public Region withOps(List<Op> others) {
    return Lists.same(others, ops) ? this : new Region(parameters, others, yields);
  }

  /** The region with other yields. */
  public Region withYields(List<Value> others) {
    return new Region(parameters, ops, others);
  }

  /** Whether no run of the region comes to its end. */
  public boolean endsInThrow() {
    return !ops.isEmpty() && ops.get(ops.size() - 1) instanceof Throw;
  }
}
