package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Callee;
import dev.cotangent.processor.ir.Differential.Sweeps;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Calls of helpers whose two sweeps are functions of their own: the forward one takes the
 * arguments, the shadows of the array arguments and the tape, and leaves the shadow of an array
 * that it gives on the tape; the reverse one takes the adjoint of a number that was given and the
 * tape, returns the adjoint of the first number among the parameters, and leaves those of the
 * others on the tape. A sweep that is differentiated once more has a tape among its arguments; its
 * own reverse sweep takes it again, before the new one, for the adjoints of what it moved there.
 */
final class SplitHelpers {
  private final Program program;
  private final HelperEffects effects;
  private final Deque<String> pending = new ArrayDeque<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final Deque<String> pendingInOne = new ArrayDeque<>();
  private final Set<String> askedInOne = new LinkedHashSet<>();

  /** The helpers of a program, none of whose sweeps is asked for yet. */
  SplitHelpers(Program program, HelperEffects effects) {
    this.program = program;
    this.effects = effects;
  }

  /** The name of a helper's two sweeps in one. */
  String onePassName(String helper) {
    return Names.free(helper + "OnePass", program);
  }

  /** A helper whose two sweeps in one are still to be made; null when there is none left. */
  String nextInOne() {
    return pendingInOne.poll();
  }

  /** A helper's two sweeps in one, which will be made. */
  Callee onePass(String helper) {
    if (askedInOne.add(helper)) {
      pendingInOne.add(helper);
    }
    return new Callee.Helper(onePassName(helper));
  }

  /**
   * Whether a function is a sweep of a helper that does nothing to adjoints but add to them, since
   * the helper overwrites no numbers and gives no array of its own.
   */
  boolean onlyAdds(String sweep) {
    return Lists.concat(List.copyOf(asked), List.copyOf(askedInOne)).stream()
        .filter(helper -> isSweep(sweep, helper))
        .anyMatch(
            helper ->
                !effects.writesNumbers(helper)
                    && function(helper).results().stream()
                        .noneMatch(result -> result.type().isFloatingArray()));
  }

  private boolean isSweep(String function, String helper) {
    return function.equals(forwardName(helper))
        || function.equals(reverseName(helper))
        || function.equals(onePassName(helper));
  }

  /** The helper; a linked main function calls itself as one. */
  Function function(String helper) {
    return helper.equals(program.main().name()) ? program.main() : program.helper(helper);
  }

  /** The name of a helper's forward sweep. */
  String forwardName(String helper) {
    return Names.free(helper + "Forward", program);
  }

  /** The name of a helper's reverse sweep. */
  String reverseName(String helper) {
    return Names.free(helper + "Reverse", program);
  }

  /** A helper whose sweeps are still to be made; null when there is none left. */
  String next() {
    return pending.poll();
  }

  /** Calls the forward sweep where the call stood, and the reverse sweep here. */
  void reverse(Call call, Scope scope) {
    if (asked.add(call.callee())) {
      pending.add(call.callee());
    }
    Callee forward = new Callee.Helper(forwardName(call.callee()));
    Callee reverse = new Callee.Helper(reverseName(call.callee()));
    reverse(call, new Sweeps(forward, reverse), scope);
  }

  /** The same for a call of anything that has two sweeps. */
  static void reverse(Op call, Sweeps sweeps, Scope scope) {
    List<Value> arguments = new ArrayList<>(call.operands());
    Map<Value, Value> unasked = new LinkedHashMap<>();
    for (Value argument : call.operands()) {
      if (argument.type().isFloatingArray()) {
        Value shadow = scope.facts.shadows().get(argument);
        arguments.add(
            shadow != null
                ? shadow
                : unasked.computeIfAbsent(argument, array -> unasked(array, call, scope)));
      }
    }
    arguments.add(scope.facts.tape());
    scope.override(call, sweeps.forward().call(arguments, call.results(), call.source()));
    call.results().stream()
        .filter(result -> result.type().isFloatingArray() && !isTaken(result, scope.facts))
        .forEach(result -> leave(result, call, scope));
    distribute(call, callReverse(call, sweeps.reverse(), scope), scope);
    if (ClearShadows.areKept(scope)) {
      unasked.forEach(
          (array, shadow) ->
              ClearShadows.clear(scope.need(shadow), scope.need(array), scope.reverse));
    }
  }

  /** Whether the forward sweep takes the shadow of what it is given off the tape. */
  private static boolean isTaken(Value result, Facts facts) {
    Value shadow = facts.shadows().get(result);
    return shadow != null && facts.structure().definition(shadow) instanceof Pop;
  }

  /** Takes a shadow that nobody asks for off the tape. */
  private static void leave(Value result, Op call, Scope scope) {
    Value shadow = new Value(result.type().derivative(), "", call.source());
    scope.behind(call).add(new Pop(scope.facts.tape(), shadow));
  }

  /** The shadow of an argument; a fresh one if nobody asks for its adjoints. */
  static Value shadow(Value argument, Op call, Scope scope) {
    Value shadow = scope.facts.shadows().get(argument);
    return shadow != null ? shadow : unasked(argument, call, scope);
  }

  /** A shadow that only the callee asks for. */
  private static Value unasked(Value argument, Op call, Scope scope) {
    Builder none = new Builder();
    Value fresh = none.shadowOf(argument, Names.adjoint(argument));
    scope.before(call).addAll(none.ops());
    return scope.add(fresh);
  }

  /** The adjoint of the first floating argument; null if there is none. */
  private static Value callReverse(Op call, Callee reverse, Scope scope) {
    List<Value> seeds = new ArrayList<>();
    for (Value result : call.results()) {
      if (result.type().isFloating()) {
        Value seed = scope.takeAdjoint(result);
        seeds.add(seed == null ? scope.reverse.constant(0.0) : seed);
      }
    }
    call.operands().stream()
        .filter(TangentHelpers::isTape)
        .forEach(tape -> seeds.add(scope.need(tape)));
    seeds.add(scope.facts.reverseTape());
    List<Value> results = new ArrayList<>();
    if (call.operands().stream().anyMatch(argument -> argument.type().isFloating())) {
      results.add(scope.reverse.value(PrimitiveType.DOUBLE, ""));
    }
    scope.reverse.append(reverse.call(seeds, results, call.source()));
    return results.isEmpty() ? null : results.get(0);
  }

  private static void distribute(Op call, Value first, Scope scope) {
    List<Value> numbers = new ArrayList<>();
    for (Value argument : call.operands()) {
      if (argument.type().isFloating()) {
        numbers.add(argument);
      }
    }
    List<Value> adjoints = new ArrayList<>();
    for (int i = 1; i < numbers.size(); i++) {
      adjoints.add(scope.reverse.pop(scope.facts.reverseTape(), PrimitiveType.DOUBLE, ""));
    }
    Collections.reverse(adjoints);
    for (int i = 0; i < numbers.size(); i++) {
      if (scope.facts.isActive(numbers.get(i))) {
        scope.contribute(numbers.get(i), i == 0 ? first : adjoints.get(i - 1));
      }
    }
  }
}
