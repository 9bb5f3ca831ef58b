package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A branch of an {@code If}. Its reverse sweep is a branch of another {@code If} further on; a
 * value that is needed there is recomputed, or becomes one more result of the forward {@code If}.
 */
final class BranchScope extends Scope {
  private static final int RESULT_COST = 1;

  private final List<Value> exported = new ArrayList<>();
  private final List<Value> results = new ArrayList<>();

  BranchScope(Facts facts, Scope parent, Region region) {
    super(facts, parent, region);
  }

  @Override
  Value provide(Value value) {
    int export = exportCost(value);
    if (Rematerialization.cost(value, this, export) < export) {
      return Rematerialization.write(value, this);
    }
    exported.add(value);
    Value result = parent.add(value.fresh());
    results.add(result);
    return parent.need(result);
  }

  @Override
  int provisionCost(Value value, int limit) {
    return Rematerialization.cost(value, this, exportCost(value), limit);
  }

  private int exportCost(Value value) {
    return RESULT_COST + parent.recordCost(value);
  }

  @Override
  int recordCost(Value value) {
    return exportCost(value);
  }

  @Override
  Value adjoint(Value value) {
    Value own = super.adjoint(value);
    return own != null || owns(value) ? own : parent.adjoint(value);
  }

  /** The further results of the forward {@code If} that this branch asks for. */
  List<Value> results() {
    return results;
  }

  /**
   * The forward sweep of the branch.
   *
   * @param yields what the primal's branch yields
   * @param other the other branch, whose further results this one fills with zeros
   * @param first whether this branch's further results stand before the other's
   */
  Region forward(List<Value> yields, BranchScope other, boolean first) {
    Builder builder = new Builder();
    forwardOps().forEach(builder::append);
    List<Value> own = new ArrayList<>(exported);
    List<Value> absent = new ArrayList<>();
    for (Value result : other.results) {
      absent.add(builder.zero(result.type()));
    }
    List<Value> all = new ArrayList<>(yields);
    all.addAll(first ? own : absent);
    all.addAll(first ? absent : own);
    return builder.region(List.of(), all);
  }

  /** The reverse sweep of the branch, which yields the adjoints of {@code values}. */
  Region reverse(List<Value> values) {
    List<Value> yields = values.stream().map(this::adjointOrZero).toList();
    List<Op> ops = reverseOps();
    return new Region(List.of(), ops, yields);
  }
}
