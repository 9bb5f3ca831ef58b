package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/**
 * The two sweeps of a main function whose cotangents are chosen after it has run, as two functions
 * that meet on the tape; see {@link Vjp#splitPullBack} for what they take and give.
 */
final class SplitPullBack {
  private final Function main;
  private final SplitHelpers helpers;
  private final Preparation ready;
  private final SplitScope scope;
  private final Cotangents cotangents;

  SplitPullBack(
      Function main,
      List<Value> inputs,
      Manner manner,
      SplitHelpers helpers,
      HelperEffects effects) {
    this.main = main;
    this.helpers = helpers;
    this.ready = Preparation.ofSplitMain(main, inputs, manner, effects);
    this.scope = new SplitScope(ready.facts(), ready.function().body());
    this.cotangents = new Cotangents(ready.function().results());
    cotangents.seed(scope);
    new ReverseSweep(ready.facts(), helpers).run(scope);
  }

  /** The forward sweep. */
  Function forward() {
    List<Value> parameters = Lists.append(ready.function().parameters(), ready.facts().tape());
    Region body = new Region(parameters, scope.forwardOps(), ready.function().results());
    return Vjp.renewed(helpers.forwardName(main.name()), body);
  }

  /** The reverse sweep. */
  Function reverse() {
    List<Value> adjoints =
        ready.inputs().stream()
            .filter(input -> input.type().isFloating())
            .map(scope::adjointOrZero)
            .toList();
    List<Value> parameters = Lists.append(cotangents.parameters(), ready.facts().reverseTape());
    Region body = new Region(parameters, scope.reverseOps(), adjoints);
    return Vjp.reverseSweep(helpers.reverseName(main.name()), body, ready.facts());
  }
}
