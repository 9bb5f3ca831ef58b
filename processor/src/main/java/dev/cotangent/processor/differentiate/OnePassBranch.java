package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An {@code If}, each branch of which is reversed as soon as it has run, so that loops and calls in
 * it may be, too.
 */
final class OnePassBranch extends OnePass {
  private final If op;
  private final OpenScope chosen;
  private final OpenScope other;

  OnePassBranch(ReverseSweep sweep, If op, OpenScope scope) {
    super(sweep, op, scope);
    this.op = op;
    this.chosen = new OpenScope(sweep.facts(), scope, op.thenRegion());
    this.other = new OpenScope(sweep.facts(), scope, op.elseRegion());
  }

  /** Numbers that are computed without loops and calls are handed on more cheaply than results. */
  @Override
  boolean isOfUse() {
    Facts facts = sweep.facts();
    boolean[] found = {false};
    op.regions()
        .forEach(
            region ->
                Structure.forEach(
                    region, inner -> found[0] |= isRepeated(inner) && facts.isWork(inner)));
    return found[0];
  }

  private static boolean isRepeated(Op op) {
    return op instanceof Call || Loop.of(op) != null;
  }

  @Override
  void write() {
    seeds.forEach(
        (position, seed) -> {
          scope.takeAdjoint(op.results().get(position));
          flow(seed, op.thenRegion().yields().get(position), chosen);
          flow(seed, op.elseRegion().yields().get(position), other);
        });
    sweep.run(chosen);
    sweep.run(other);
    Set<Value> touched = new LinkedHashSet<>(chosen.contributed());
    touched.addAll(other.contributed());
    List<Value> adjoints = new ArrayList<>();
    for (Value value : touched) {
      Value adjoint = new Value(PrimitiveType.DOUBLE, Names.adjoint(value), op.source());
      adjoints.add(scope.add(adjoint));
      scope.contribute(value, adjoint);
    }
    scope.before(op).addAll(ahead.ops());
    scope.override(
        op,
        new If(
            op.condition(),
            both(op.thenRegion(), chosen, touched),
            both(op.elseRegion(), other, touched),
            Lists.concat(op.results(), adjoints),
            op.source()));
  }

  private void flow(Value seed, Value yielded, OpenScope branch) {
    if (sweep.facts().isActive(yielded)) {
      branch.reverse.at(op.source());
      branch.contribute(yielded, seed);
    }
  }

  private static Region both(Region old, OpenScope branch, Set<Value> touched) {
    List<Value> adjoints = touched.stream().map(branch::adjointOrZero).toList();
    List<Op> ops = Lists.concat(branch.forwardOps(), branch.reverseOps());
    return new Region(List.of(), ops, Lists.concat(old.yields(), adjoints));
  }
}
