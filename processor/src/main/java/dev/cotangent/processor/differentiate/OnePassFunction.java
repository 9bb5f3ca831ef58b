package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.HelperEffects;
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
 * The two sweeps of a helper as one function: it takes the helper's arguments, the shadows of the
 * array arguments, the adjoint of a number that it gives, and the tape; it gives what the helper
 * gives, and leaves the adjoints of the numbers among its parameters on the tape.
 */
final class OnePassFunction {
  private final Function helper;
  private final SplitHelpers helpers;

  OnePassFunction(Function helper, SplitHelpers helpers) {
    this.helper = helper;
    this.helpers = helpers;
  }

  /** Writes it down. */
  Function make(Manner manner, HelperEffects effects) {
    Preparation ready = Preparation.inOne(helper, manner, effects);
    Facts facts = ready.facts();
    OpenScope scope = new OpenScope(facts, null, ready.function().body());
    List<Value> seeds = new ArrayList<>();
    for (Value result : ready.function().results()) {
      if (result.type().isFloating()) {
        Value seed = new Value(PrimitiveType.DOUBLE, "seed", result.source());
        seeds.add(seed);
        if (facts.isActive(result)) {
          scope.contribute(result, seed);
        }
      }
    }
    new ReverseSweep(facts, helpers).run(scope);
    List<Op> end = new ArrayList<>();
    for (Value parameter : ready.inputs()) {
      if (parameter.type().isFloating()) {
        end.add(new Push(facts.tape(), scope.adjointOrZero(parameter)));
      }
    }
    List<Value> parameters = Lists.concat(ready.function().parameters(), seeds);
    Region body =
        new Region(
            Lists.append(parameters, facts.tape()),
            Lists.concat(scope.forwardOps(), Lists.concat(scope.reverseOps(), end)),
            ready.function().results());
    return Vjp.renewed(helpers.onePassName(helper.name()), body);
  }
}
