package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/**
 * A loop that only accumulates, reversed iteration by iteration. Its active carried values must be
 * mere accumulators: then their adjoints are the same in every iteration.
 */
final class OnePassLoop extends OnePass {
  private final Loop loop;

  OnePassLoop(ReverseSweep sweep, Loop loop, OpenScope scope) {
    super(sweep, loop.op(), scope);
    this.loop = loop;
  }

  @Override
  boolean isOfUse() {
    return MereAccumulators.holds(loop, sweep.facts());
  }

  @Override
  boolean isSeeded(int position) {
    return loop.isActive(position, sweep.facts());
  }

  @Override
  void write() {
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
    return loop.rebuild(initial, outside.parameters(), body, results);
  }
}
