package dev.cotangent.processor.differentiate;

import dev.cotangent.Derivative;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Differential.Direct;
import dev.cotangent.processor.ir.Differential.Linked;
import dev.cotangent.processor.ir.Differential.Partial;
import dev.cotangent.processor.ir.Differential.Partials;
import dev.cotangent.processor.ir.Differential.Pullback;
import dev.cotangent.processor.ir.Differential.Sweeps;
import dev.cotangent.processor.ir.Differential.Zero;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** The reverse sweep of calls whose derivative is given by rules. */
final class CustomCalls {
  private static final String THIRD_DERIVATIVES =
      "whose companion gives second derivatives at most, and this needs third ones";

  private final Invoke call;
  private final Scope scope;
  private final Builder out;

  private CustomCalls(Invoke call, Scope scope) {
    this.call = call;
    this.scope = scope;
    this.out = scope.reverse;
  }

  /** Hands the adjoint of the call's result to its arguments. */
  static void reverse(Invoke call, Scope scope) {
    if (call.callee().differential() instanceof Linked linked) {
      if (linked.direct().isPresent()) {
        new CustomCalls(call, scope).direct(linked.direct().get());
        return;
      }
      Sweeps sweeps = linked.sweeps().orElseThrow(() -> noFurther(call));
      SplitHelpers.reverse(call, sweeps, scope);
      return;
    }
    if (call.results().isEmpty() || call.callee().differential() instanceof Zero) {
      return;
    }
    Value seed = scope.takeAdjoint(call.results().get(0));
    if (seed != null) {
      new CustomCalls(call, scope).distribute(seed);
    }
  }

  private void distribute(Value seed) {
    Differential differential = call.callee().differential();
    if (differential instanceof Partials partials) {
      for (int i = 0; i < call.arguments().size(); i++) {
        if (isActive(call.arguments().get(i))) {
          partial(i, partials, seed);
        }
      }
    } else if (differential instanceof Pullback pullback) {
      pullback(pullback, seed);
    } else if (call.arguments().stream().anyMatch(this::isActive)) {
      throw unknown(call);
    }
  }

  private boolean isActive(Value argument) {
    return scope.facts.isActive(argument) || scope.facts.isActiveArray(argument);
  }

  private void partial(int index, Partials partials, Value seed) {
    Partial rule = partials.byParameter().get(index).orElseThrow(() -> missing(call, index));
    CustomArguments given = arguments(rule.takesResult());
    Value term = scope.facts.contribution().product(seed, given.partial(rule, call, out), out);
    scope.contributeOwn(call.arguments().get(index), term);
  }

  private void pullback(Pullback rule, Value seed) {
    CustomArguments given = arguments(rule.takesResult());
    List<Value> adjoints = given.pullback(rule, call, seed, this::shadow, out);
    List<Value> numbers = CustomArguments.numbers(call);
    for (int i = 0; i < numbers.size(); i++) {
      if (scope.facts.isActive(numbers.get(i))) {
        scope.contributeOwn(numbers.get(i), adjoints.get(i));
      }
    }
  }

  /** Reverse mode in one call, which adds to the shadows of arrays itself. */
  private void direct(Direct direct) {
    List<Value> given = new ArrayList<>();
    List<Value> numbers = new ArrayList<>();
    for (Value argument : call.arguments().subList(0, direct.inputs())) {
      boolean changes =
          argument.type() instanceof ArrayType
              && !scope.facts.writes().isWhollyStable(argument, call);
      Value kept = changes ? scope.copyBefore(call, argument, Copies::whole) : argument;
      given.add(scope.need(kept));
      if (argument.type().isFloating()) {
        numbers.add(argument);
      }
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      if (call.arguments().get(i).type().isFloatingArray()) {
        given.add(shadow(i));
      }
    }
    Value adjoints =
        out.alloc(
            ArrayType.DOUBLES, out.constant(numbers.size()), Alloc.Purpose.SHADOW, "adjoints");
    given.add(adjoints);
    out.append(direct.callee().call(given, List.of(), call.source()));
    for (int i = 0; i < numbers.size(); i++) {
      if (scope.facts.isActive(numbers.get(i))) {
        scope.contribute(numbers.get(i), out.load(adjoints, out.constant(i)));
      }
    }
  }

  private Value shadow(int index) {
    Value array = call.arguments().get(index);
    return scope.facts.isActiveArray(array)
        ? scope.need(scope.facts.shadows().get(array))
        : out.shadowOf(scope.need(array), "");
  }

  /** What the rule is given: arrays as they were when the call ran. */
  private CustomArguments arguments(boolean withResult) {
    List<Value> given = new ArrayList<>();
    for (Value argument : call.arguments()) {
      given.add(scope.need(asItWas(argument)));
    }
    if (withResult) {
      given.add(scope.need(call.results().get(0)));
    }
    return new CustomArguments(given);
  }

  /** The argument, or a copy if it is an array that may be overwritten after the call. */
  private Value asItWas(Value argument) {
    boolean changes =
        argument.type() instanceof ArrayType && !scope.facts.writes().isStable(argument, call);
    return changes ? scope.copyBefore(call, argument, Copies::orNull) : argument;
  }

  /** A refusal: no rule gives the partial in that parameter. */
  static Refusal missing(Invoke call, int parameter) {
    return new Refusal(
        call.source(),
        Code.PARTIAL_MISSING,
        call.callee().display(),
        String.valueOf(parameter + 1));
  }

  /** A refusal: the callee's companion lacks a mode. */
  static Refusal notLinked(Invoke call, Derivative mode) {
    boolean number = call.results().stream().anyMatch(result -> result.type().isFloating());
    String modes = number || mode != Derivative.HVP ? mode.name() : "JVP and VJP";
    return new Refusal(call.source(), Code.LINK_MODE_MISSING, call.callee().display(), modes);
  }

  /**
   * A refusal: what a companion gives for other files is wanted in one order more than it has. It
   * is for derivatives of derivatives that are taken within a method.
   */
  static Refusal noFurther(Invoke call) {
    return new Refusal(
        call.source(), Code.NESTED_ELSEWHERE, call.callee().display(), THIRD_DERIVATIVES);
  }

  /** A refusal: the derivative of the callee is needed, and nobody knows it. */
  static Refusal unknown(Invoke call) {
    return new Refusal(call.source(), Code.RULE_DERIVATIVE_MISSING, call.callee().display());
  }
}
