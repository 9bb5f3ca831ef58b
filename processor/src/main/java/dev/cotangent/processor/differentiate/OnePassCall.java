package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A helper's call: the helper gets the adjoint of its result beforehand, as where that is a factor
 * of a product, and while it computes the result it adds adjoints.
 */
final class OnePassCall extends OnePass {
  private final Call call;

  OnePassCall(ReverseSweep sweep, Call call, OpenScope scope) {
    super(sweep, call, scope);
    this.call = call;
  }

  @Override
  boolean isOfUse() {
    return true;
  }

  @Override
  void write() {
    call.results().forEach(scope::takeAdjoint);
    List<Value> arguments = new ArrayList<>(call.arguments());
    for (Value argument : call.arguments()) {
      if (argument.type().isFloatingArray()) {
        arguments.add(SplitHelpers.shadow(argument, call, scope));
      }
    }
    for (int i = 0; i < call.results().size(); i++) {
      if (call.results().get(i).type().isFloating()) {
        arguments.add(seeds.containsKey(i) ? seeds.get(i) : ahead.zero());
      }
    }
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
