package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;

/**
 * Stage 1: gives an array that has been made and filled the name of the variable that it becomes.
 * Input and output: the list of operations, in which the array's value is replaced.
 */
final class Renaming {
  private final Value old;
  private final Value fresh;

  private Renaming(Value old, Value fresh) {
    this.old = old;
    this.fresh = fresh;
  }

  /** Renames the array, if the list allocates it; gives its value from now on. */
  static Optional<Value> ofAllocation(Value value, String name, List<Op> ops) {
    for (int i = ops.size() - 1; i >= 0; i--) {
      if (ops.get(i) instanceof Alloc alloc && alloc.result() == value) {
        Value fresh = value.renamed(name);
        new Renaming(value, fresh).rewrite(ops.subList(i, ops.size()));
        return Optional.of(fresh);
      }
    }
    return Optional.empty();
  }

  private void rewrite(List<Op> ops) {
    ops.replaceAll(this::rewrite);
  }

  private Op rewrite(Op op) {
    List<Region> regions = op.regions().stream().map(this::rewrite).toList();
    return op.rebuild(map(op.operands()), map(op.results()), regions);
  }

  private Region rewrite(Region region) {
    List<Op> ops = region.ops().stream().map(this::rewrite).toList();
    return new Region(region.parameters(), ops, map(region.yields()));
  }

  private List<Value> map(List<Value> values) {
    return values.stream().map(value -> value == old ? fresh : value).toList();
  }
}
