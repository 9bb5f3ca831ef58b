package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two sweeps of a loop that only accumulates, in one: each iteration is reversed as soon as it
 * has run. Nothing is recorded, nothing computed twice.
 *
 * <p>Proof obligations: active carried values are mere accumulators; their adjoints behind the loop
 * are known before it ({@link Ahead}); the body changes no active array but those that it makes
 * itself; and what stands between the loop and its reverse sweep does nothing to the adjoints that
 * the loop adds to but add to them, too ({@link CommonShadows}).
 */
final class OnePass {
  private final ReverseSweep sweep;
  private final Loop loop;
  private final OpenScope scope;
  private final Ahead ahead;
  private final Map<Integer, Value> seeds = new LinkedHashMap<>();

  private OnePass(ReverseSweep sweep, Loop loop, OpenScope scope) {
    this.sweep = sweep;
    this.loop = loop;
    this.scope = scope;
    this.ahead = new Ahead(loop.op(), scope);
  }

  /** Writes it into the scope's forward sweep, if the proof obligations hold. */
  static boolean tryWrite(ReverseSweep sweep, Loop loop, OpenScope scope) {
    Facts facts = sweep.facts();
    boolean possible =
        MereAccumulators.holds(loop, facts)
            && OnlyAdds.holds(loop.op(), facts)
            && CommonShadows.of(loop.op(), sweep).areOnlyAddedTo(scope.opsBehind(loop.op()));
    if (!possible) {
      return false;
    }
    OnePass onePass = new OnePass(sweep, loop, scope);
    if (!onePass.findSeeds()) {
      return false;
    }
    onePass.write();
    return true;
  }

  private boolean findSeeds() {
    for (int i = 0; i < loop.carried().size(); i++) {
      Value adjoint = isAccumulator(i) ? scope.adjoint(loop.results().get(i)) : null;
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

  private boolean isAccumulator(int position) {
    return loop.isActive(position, sweep.facts());
  }

  private void write() {
    OpenScope body = new OpenScope(sweep.facts(), scope, loop.body());
    CarriedAdjoints outside =
        new CarriedAdjoints(sweep.facts().activeFrom(loop.body()), scope, body);
    seeds.forEach(
        (position, seed) -> {
          scope.takeAdjoint(loop.results().get(position));
          body.contribute(loop.next().get(position), seed);
        });
    List<Value> initial = outside.initialAhead(ahead);
    sweep.run(body);
    List<Value> yields = Lists.concat(loop.next(), outside.yields());
    Region both =
        new Region(
            Lists.concat(loop.body().parameters(), outside.parameters()),
            Lists.concat(body.forwardOps(), body.reverseOps()),
            yields);
    scope.before(loop.op()).addAll(ahead.ops());
    scope.override(loop.op(), assemble(initial, both, outside));
    outside.finish();
    seeds.forEach(
        (position, seed) -> {
          Value before = loop.initial().get(position);
          if (sweep.facts().isActive(before)) {
            scope.contribute(before, seed);
          }
        });
  }

  private Op assemble(List<Value> moreInitial, Region body, CarriedAdjoints outside) {
    List<Value> initial = Lists.concat(loop.initial(), moreInitial);
    List<Value> results = Lists.concat(loop.results(), outside.results());
    if (loop.op() instanceof While old) {
      List<Value> parameters = new ArrayList<>(old.condition().parameters());
      outside.parameters().forEach(parameter -> parameters.add(parameter.fresh()));
      Region condition = new Region(parameters, old.condition().ops(), old.condition().yields());
      return new While(initial, condition, body, results, old.source());
    }
    For old = (For) loop.op();
    return new For(
        old.start(), old.bound(), old.step(), old.relation(), initial, body, results, old.source());
  }
}
