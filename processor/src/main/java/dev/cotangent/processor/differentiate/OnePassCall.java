package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The two sweeps of a helper's call in one: the helper gets the adjoint of its result beforehand,
 * and while it computes the result it adds adjoints. Nothing is kept for a reverse sweep.
 *
 * <p>Proof obligations: what the result is worth does not depend on the result ({@link Ahead}), as
 * where it is a factor of a product; the helper changes no active array ({@link OnlyAdds}); and
 * what stands between the call and its reverse sweep does nothing to the adjoints that the call
 * adds to but add to them, too ({@link CommonShadows}).
 */
final class OnePassCall {
  private final ReverseSweep sweep;
  private final Call call;
  private final OpenScope scope;
  private final Ahead ahead;
  private final List<Value> seeds = new ArrayList<>();

  private OnePassCall(ReverseSweep sweep, Call call, OpenScope scope) {
    this.sweep = sweep;
    this.call = call;
    this.scope = scope;
    this.ahead = new Ahead(call, scope);
  }

  /** Writes it into the scope's forward sweep, if the proof obligations hold. */
  static boolean tryWrite(ReverseSweep sweep, Call call, OpenScope scope) {
    OnePassCall onePass = new OnePassCall(sweep, call, scope);
    boolean possible =
        OnlyAdds.holds(call, sweep.facts())
            && CommonShadows.of(call, sweep).areOnlyAddedTo(scope.opsBehind(call))
            && onePass.findSeeds();
    if (possible) {
      onePass.write();
    }
    return possible;
  }

  private boolean findSeeds() {
    for (Value result : call.results()) {
      if (result.type().isFloating()) {
        Value adjoint = scope.adjoint(result);
        Optional<Value> seed = adjoint == null ? Optional.of(ahead.zero()) : ahead.of(adjoint);
        if (seed.isEmpty()) {
          return false;
        }
        seeds.add(seed.get());
      }
    }
    return true;
  }

  private void write() {
    call.results().forEach(scope::takeAdjoint);
    List<Value> arguments = new ArrayList<>(call.arguments());
    for (Value argument : call.arguments()) {
      if (argument.type().isFloatingArray()) {
        arguments.add(SplitHelpers.shadow(argument, call, scope));
      }
    }
    arguments.addAll(seeds);
    arguments.add(scope.facts.tape());
    scope.before(call).addAll(ahead.ops());
    scope.override(
        call,
        sweep.helpers().onePass(call.callee()).call(arguments, call.results(), call.source()));
    distribute();
  }

  /** The helper leaves the adjoints of the numbers on the tape. */
  private void distribute() {
    List<Value> numbers =
        new ArrayList<>(call.arguments().stream().filter(a -> a.type().isFloating()).toList());
    Collections.reverse(numbers);
    Builder behind = new Builder().at(call.source());
    for (Value number : numbers) {
      Value adjoint =
          scope.add(behind.pop(scope.facts.tape(), PrimitiveType.DOUBLE, Names.adjoint(number)));
      if (sweep.facts().isActive(number)) {
        scope.contribute(number, adjoint);
      }
    }
    scope.behind(call).addAll(behind.ops());
  }
}
