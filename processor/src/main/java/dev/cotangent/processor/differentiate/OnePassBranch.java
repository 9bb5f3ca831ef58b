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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The two sweeps of an {@code If} in one: each branch is reversed as soon as it has run, so that
 * loops and calls in it may be, too.
 *
 * <p>Proof obligations: the adjoints of its results are known before it ({@link Ahead}); its
 * branches change no active array but those that they make themselves ({@link OnlyAdds}); and what
 * stands between it and its reverse sweep does nothing to the adjoints that it adds to but add to
 * them, too ({@link CommonShadows}).
 */
final class OnePassBranch {
  private final ReverseSweep sweep;
  private final If op;
  private final OpenScope scope;
  private final Ahead ahead;
  private final OpenScope chosen;
  private final OpenScope other;
  private final Map<Integer, Value> seeds = new LinkedHashMap<>();

  private OnePassBranch(ReverseSweep sweep, If op, OpenScope scope) {
    this.sweep = sweep;
    this.op = op;
    this.scope = scope;
    this.ahead = new Ahead(op, scope);
    this.chosen = new OpenScope(sweep.facts(), scope, op.thenRegion());
    this.other = new OpenScope(sweep.facts(), scope, op.elseRegion());
  }

  /** Writes it into the scope's forward sweep, if it is of use and the proof obligations hold. */
  static boolean tryWrite(ReverseSweep sweep, If op, OpenScope scope) {
    OnePassBranch onePass = new OnePassBranch(sweep, op, scope);
    boolean possible =
        isOfUse(op, sweep.facts())
            && OnlyAdds.holds(op, sweep.facts())
            && CommonShadows.of(op, sweep).areOnlyAddedTo(scope.opsBehind(op))
            && onePass.findSeeds();
    if (possible) {
      onePass.write();
    }
    return possible;
  }

  /** Numbers that are computed without loops and calls are handed on more cheaply than results. */
  private static boolean isOfUse(If op, Facts facts) {
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

  private boolean findSeeds() {
    for (int i = 0; i < op.results().size(); i++) {
      Value adjoint = scope.adjoint(op.results().get(i));
      if (adjoint != null) {
        Optional<Value> seed = ahead.of(adjoint);
        if (seed.isEmpty()) {
          return false;
        }
        seeds.put(i, seed.get());
      }
    }
    return true;
  }

  private void write() {
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
