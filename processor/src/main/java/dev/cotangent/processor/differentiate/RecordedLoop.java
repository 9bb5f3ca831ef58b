package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The reverse sweep of a loop whose iterations depend on each other: a loop from the last iteration
 * to the first that carries the adjoints of the carried values, and of the numbers from outside
 * that the body uses.
 */
final class RecordedLoop {
  private final ReverseSweep sweep;
  private final Loop loop;
  private final Scope scope;
  private final LoopScope body;
  private final CarriedAdjoints outside;

  RecordedLoop(ReverseSweep sweep, Loop loop, Scope scope) {
    this.sweep = sweep;
    this.loop = loop;
    this.scope = scope;
    this.body = new LoopScope(sweep.facts(), scope, loop);
    this.outside = new CarriedAdjoints(sweep.facts().activeFrom(loop.body()), scope, body);
  }

  /** Writes it into the scope, and puts what it needs into the forward sweep. */
  void write() {
    List<Integer> active = activePositions();
    List<Value> initial = new ArrayList<>();
    List<Value> parameters = new ArrayList<>();
    for (int position : active) {
      Value adjoint = scope.takeAdjoint(loop.results().get(position));
      initial.add(adjoint == null ? scope.reverse.constant(0.0) : adjoint);
      parameters.add(adjointOf(loop.carried().get(position)));
    }
    for (int i = 0; i < active.size(); i++) {
      Value next = loop.next().get(active.get(i));
      if (sweep.facts().isActive(next)) {
        body.contribute(next, parameters.get(i));
      }
    }
    sweep.run(body);
    List<Value> yields = new ArrayList<>();
    for (int position : active) {
      yields.add(body.adjointOrZero(loop.carried().get(position)));
    }
    List<Value> results = appendReverse(initial, parameters, yields);
    for (int i = 0; i < active.size(); i++) {
      Value before = loop.initial().get(active.get(i));
      if (sweep.facts().isActive(before)) {
        scope.contribute(before, results.get(i));
      }
    }
    extendForward();
  }

  private List<Integer> activePositions() {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < loop.carried().size(); i++) {
      if (loop.isActive(i, sweep.facts())) {
        positions.add(i);
      }
    }
    return positions;
  }

  private Value adjointOf(Value value) {
    return new Value(PrimitiveType.DOUBLE, Names.adjoint(value), loop.source());
  }

  /** Appends the reverse loop; the results are the carried adjoints at its end. */
  private List<Value> appendReverse(
      List<Value> initial, List<Value> parameters, List<Value> yields) {
    Builder out = scope.reverse;
    List<Value> results = new ArrayList<>();
    parameters.forEach(parameter -> results.add(parameter.fresh()));
    List<Value> carried = Lists.concat(parameters, outside.parameters());
    Region region =
        new Region(
            Lists.concat(List.of(body.iteration), carried),
            body.reverseOps(),
            Lists.concat(yields, outside.yields()));
    List<Value> allInitial = Lists.concat(initial, outside.initial());
    List<Value> allResults = Lists.concat(results, outside.results());
    out.append(
        isOrderFree(region)
            ? upwards(allInitial, region, allResults)
            : downwards(allInitial, region, allResults));
    outside.finish();
    return results;
  }

  private For downwards(List<Value> initial, Region region, List<Value> results) {
    Builder out = scope.reverse;
    Value last = out.subtract(body.trips(), out.constant(1));
    Value first = out.constant(0);
    return new For(
        last, first, -1, BinaryOperator.GREATER_EQUAL, initial, region, results, loop.source());
  }

  private For upwards(List<Value> initial, Region region, List<Value> results) {
    Builder out = scope.reverse;
    boolean plain = body.isPlainlyIndexed();
    Value bound = plain ? scope.need(((For) loop.op()).bound()) : body.trips();
    BinaryOperator relation = plain ? ((For) loop.op()).relation() : BinaryOperator.LESS;
    Value first = out.constant(0);
    return new For(first, bound, 1, relation, initial, region, results, loop.source());
  }

  /**
   * Whether the iterations may be reversed in any order: they hand each other no adjoints, all that
   * they do is to add, and what they need is not on a stack.
   */
  private boolean isOrderFree(Region reverse) {
    Facts facts = sweep.facts();
    boolean[] stacked = {false};
    Structure.forEach(reverse, op -> stacked[0] |= op.operands().contains(facts.reverseTape()));
    return facts.strategy().uses(Strategy.Technique.UPWARDS)
        && !stacked[0]
        && MereAccumulators.holds(loop, facts)
        && OnlyAdds.holds(loop.op(), facts);
  }

  private void extendForward() {
    List<Op> ops = body.forwardOps();
    if (body.counted == null) {
      For old = (For) loop.op();
      scope.override(old, old.withRegions(region -> region.withOps(ops)));
    } else {
      scope.override(loop.op(), counting(ops));
    }
  }

  /** The forward loop with one more carried value, which counts its iterations. */
  private Op counting(List<Op> ops) {
    Builder tail = new Builder();
    Value next = tail.add(body.counter, tail.constant(1));
    Region region =
        new Region(
            Lists.append(loop.body().parameters(), body.counter),
            Lists.concat(ops, tail.ops()),
            Lists.append(loop.next(), next));
    Builder zero = new Builder();
    List<Value> initial = Lists.append(loop.initial(), zero.constant(0));
    scope.before(loop.op()).addAll(zero.ops());
    List<Value> results = Lists.append(loop.results(), body.counted);
    return loop.rebuild(initial, List.of(body.counter), region, results);
  }
}
