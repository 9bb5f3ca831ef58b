package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The reverse sweep of an {@code If}: another one on the same condition, in whose branches the
 * adjoints flow back.
 */
final class ReverseBranch {
  private final ReverseSweep sweep;
  private final If op;
  private final Scope scope;
  private final BranchScope chosen;
  private final BranchScope other;

  ReverseBranch(ReverseSweep sweep, If op, Scope scope) {
    this.sweep = sweep;
    this.op = op;
    this.scope = scope;
    this.chosen = new BranchScope(sweep.facts(), scope, op.thenRegion());
    this.other = new BranchScope(sweep.facts(), scope, op.elseRegion());
  }

  /** Writes it into the scope, and puts what it needs into the forward sweep. */
  void write() {
    Value condition = scope.need(op.condition());
    for (int i = 0; i < op.results().size(); i++) {
      Value seed = scope.takeAdjoint(op.results().get(i));
      if (seed != null) {
        flow(seed, op.thenRegion().yields().get(i), chosen);
        flow(seed, op.elseRegion().yields().get(i), other);
      }
    }
    sweep.run(chosen);
    sweep.run(other);
    Set<Value> touched = new LinkedHashSet<>(chosen.contributed());
    touched.addAll(other.contributed());
    join(condition, new ArrayList<>(touched));
    extendForward();
  }

  private void flow(Value seed, Value yielded, BranchScope branch) {
    if (sweep.facts().isActive(yielded)) {
      branch.reverse.at(op.source());
      branch.contribute(yielded, seed);
    }
  }

  private void join(Value condition, List<Value> touched) {
    Region thenRegion = chosen.reverse(touched);
    Region elseRegion = other.reverse(touched);
    List<Value> results = new ArrayList<>();
    for (Value value : touched) {
      Value adjoint = new Value(PrimitiveType.DOUBLE, Names.adjoint(value), op.source());
      results.add(adjoint);
    }
    scope.reverse.append(new If(condition, thenRegion, elseRegion, results, op.source()));
    for (int i = 0; i < touched.size(); i++) {
      scope.setAdjoint(touched.get(i), results.get(i));
    }
  }

  private void extendForward() {
    Region thenRegion = chosen.forward(op.thenRegion().yields(), other, true);
    Region elseRegion = other.forward(op.elseRegion().yields(), chosen, false);
    List<Value> more = Lists.concat(chosen.results(), other.results());
    List<Value> results = Lists.concat(op.results(), more);
    scope.override(op, new If(op.condition(), thenRegion, elseRegion, results, op.source()));
  }
}
