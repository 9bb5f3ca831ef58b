package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The two sweeps of one helper, as two functions that meet on the tape; see {@link SplitHelpers}
 * for what they take and give.
 */
final class SplitFunction {
  private final Function helper;
  private final SplitHelpers helpers;
  private final Preparation ready;
  private final SplitScope scope;
  private final List<Value> seeds = new ArrayList<>();
  private final List<Value> tapes = new ArrayList<>();

  /** The shadows of the arrays that are given, which the caller finds on the tape. */
  private final List<Value> left = new ArrayList<>();

  SplitFunction(Function helper, Manner manner, SplitHelpers helpers, HelperEffects effects) {
    this.helper = helper;
    this.helpers = helpers;
    this.ready = Preparation.ofHelper(helper, manner, effects);
    this.scope = new SplitScope(ready.facts(), ready.function().body());
    for (Value result : ready.function().results()) {
      if (result.type().isFloating()) {
        Value seed = new Value(PrimitiveType.DOUBLE, "seed", result.source());
        seeds.add(seed);
        if (ready.facts().isActive(result)) {
          scope.contribute(result, seed);
        }
      }
    }
    for (Value parameter : ready.function().parameters()) {
      if (TangentHelpers.isTape(parameter)) {
        Value tape = parameter.fresh();
        tapes.add(tape);
        scope.know(parameter, tape);
      }
    }
    ready.function().results().stream()
        .filter(result -> result.type().isFloatingArray())
        .forEach(result -> left.add(shadow(result)));
    new ReverseSweep(ready.facts(), helpers).run(scope);
  }

  /**
   * The shadow of an array that is given. If nobody here asks for its adjoints, there is none but
   * for the caller, and nobody but this sweep's end can make it zero again.
   */
  private Value shadow(Value result) {
    Value known = ready.facts().shadows().get(result);
    if (known != null) {
      return known;
    }
    List<Op> body = ready.function().body().ops();
    Builder out = new Builder();
    Value fresh = scope.add(out.shadowOf(result, ""));
    scope.behind(body.get(body.size() - 1)).addAll(out.ops());
    if (ClearShadows.areKept(scope)) {
      ClearShadows.clear(scope.need(fresh), scope.need(result), scope.reverse);
    }
    return fresh;
  }

  /** The reverse sweep. */
  Function reverse() {
    List<Value> adjoints = new ArrayList<>();
    for (Value parameter : ready.inputs()) {
      if (parameter.type().isFloating()) {
        adjoints.add(scope.adjointOrZero(parameter));
      }
    }
    List<Op> ops = new ArrayList<>(scope.reverseOps());
    for (int i = 1; i < adjoints.size(); i++) {
      ops.add(new Push(ready.facts().reverseTape(), adjoints.get(i)));
    }
    List<Value> results = adjoints.isEmpty() ? List.of() : adjoints.subList(0, 1);
    List<Value> parameters = Lists.append(Lists.concat(seeds, tapes), ready.facts().reverseTape());
    Region body = new Region(parameters, ops, results);
    return Vjp.reverseSweep(helpers.reverseName(helper.name()), body, ready.facts());
  }

  /** The forward sweep. */
  Function forward() {
    List<Value> parameters = Lists.append(ready.function().parameters(), ready.facts().tape());
    List<Op> ops = new ArrayList<>(scope.forwardOps());
    left.forEach(shadow -> ops.add(new Push(ready.facts().tape(), shadow)));
    Region body = new Region(parameters, ops, ready.function().results());
    return Vjp.renewed(helpers.forwardName(helper.name()), body);
  }
}
