package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Callee;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Differential.Linked;
import dev.cotangent.processor.ir.Differential.Partial;
import dev.cotangent.processor.ir.Differential.Partials;
import dev.cotangent.processor.ir.Differential.Pullback;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls with derivative rules in a define-by-run twin: the value is computed on numbers, as in the
 * method itself, and each partial that a rule gives is tied to it.
 */
final class LiftRules {
  private static final String SCALAR = "dev.cotangent.Scalar";

  private final LiftToScalar lift;
  private final Invoke call;
  private final Builder out;
  private final List<Value> numbers = new ArrayList<>();

  LiftRules(LiftToScalar lift, Invoke call, Builder out) {
    this.lift = lift;
    this.call = call;
    this.out = out;
  }

  /** Writes the call; its result stands for the old one. */
  void write() {
    if (call.callee().differential() instanceof Linked linked && isLifted()) {
      linked(linked);
      return;
    }
    call.arguments().forEach(argument -> numbers.add(lift.asNumber(argument, out)));
    if (call.results().isEmpty()) {
      append(call.callee(), numbers, List.of());
      return;
    }
    Value old = call.results().get(0);
    Value value = old.fresh();
    append(call.callee(), numbers, List.of(value));
    lift.replace(old, lift.isLifted(old) ? lifted(value) : value);
  }

  /** Whether any argument is lifted, or an array that the call gives. */
  private boolean isLifted() {
    boolean gives =
        call.results().stream().anyMatch(r -> r.type().isReference() && lift.isLifted(r));
    return gives || call.arguments().stream().anyMatch(lift::isLifted);
  }

  /** The callee's own twin, all of whose floating parameters are lifted. */
  private void linked(Linked linked) {
    List<Value> arguments = new ArrayList<>();
    for (Value argument : call.arguments()) {
      arguments.add(
          argument.type().isFloating() ? lift.asScalar(argument, out) : lift.map(argument));
    }
    List<Value> results = call.results().stream().map(lift::define).toList();
    Callee twin = linked.twin().orElseThrow(() -> CustomCalls.unknown(call));
    out.append(twin.call(arguments, results, call.source()));
  }

  private void append(Callee callee, List<Value> arguments, List<Value> results) {
    out.append(lift.numberCalls().onNumbers(callee).call(arguments, results, call.source()));
  }

  private Value lifted(Value value) {
    Value at = scalar("of", value);
    Differential differential = call.callee().differential();
    if (differential instanceof Partials partials) {
      return partials(partials, value, at);
    }
    if (differential instanceof Pullback pullback) {
      return pullback(pullback, value, at);
    }
    throw CustomCalls.unknown(call);
  }

  private Value partials(Partials rules, Value value, Value start) {
    Value at = start;
    for (int i = 0; i < numbers.size(); i++) {
      if (lift.isLifted(call.arguments().get(i))) {
        int index = i;
        Partial rule =
            rules.byParameter().get(i).orElseThrow(() -> CustomCalls.missing(call, index));
        Callee callee = lift.numberCalls().onNumbers(rule.callee());
        Partial onNumbers = new Partial(callee, rule.takesResult(), rule.type());
        Value partial = given(rule.takesResult(), value).partial(onNumbers, call, out);
        at = scalar("withPartial", at, lift.map(call.arguments().get(i)), partial);
      }
    }
    return at;
  }

  private Value pullback(Pullback rule, Value value, Value start) {
    List<Value> shadows = new ArrayList<>();
    Callee callee = lift.numberCalls().onNumbers(rule.callee());
    List<Value> adjoints =
        given(rule.takesResult(), value)
            .pullback(
                new Pullback(callee, rule.takesResult()),
                call,
                out.constant(1.0),
                index -> {
                  shadows.add(out.shadowOf(numbers.get(index), ""));
                  return shadows.get(shadows.size() - 1);
                },
                out);
    Value at = start;
    int number = 0;
    int array = 0;
    for (Value argument : call.arguments()) {
      boolean isNumber = argument.type().isFloating();
      boolean isArray = argument.type().isFloatingArray();
      Value partial = isNumber ? adjoints.get(number++) : isArray ? shadows.get(array++) : null;
      if (lift.isLifted(argument)) {
        at = scalar(isNumber ? "withPartial" : "withPartials", at, lift.map(argument), partial);
      }
    }
    return at;
  }

  private CustomArguments given(boolean withResult, Value value) {
    List<Value> given = new ArrayList<>(numbers);
    if (withResult) {
      given.add(value);
    }
    return new CustomArguments(given);
  }

  /** A call of one of the runtime's functions that give a scalar. */
  private Value scalar(String name, Value... operands) {
    Value result = new Value(ReferenceType.SCALAR, "", call.source());
    boolean reads = operands.length == 3 && operands[2].type() != PrimitiveType.DOUBLE;
    Opaque.Effect effect = reads ? Opaque.Effect.READS : Opaque.Effect.NONE;
    out.append(
        new Callee.Method(SCALAR, name, effect)
            .call(List.of(operands), List.of(result), call.source()));
    return result;
  }
}
