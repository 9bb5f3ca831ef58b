package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Differential.Partials;
import dev.cotangent.processor.ir.Differential.Pullback;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Forward mode through calls whose derivative is given by rules. A pullback gives every partial of
 * one result at once, so that it serves here as well.
 */
final class CustomTangents {
  private final Invoke call;
  private final Contribution contribution;
  private final Builder out;

  /** For a call whose result has been computed where {@code out} stands. */
  CustomTangents(Invoke call, Contribution contribution, Builder out) {
    this.call = call;
    this.contribution = contribution;
    this.out = out;
  }

  /**
   * The tangent of the call's result.
   *
   * @param values finds the new value of an argument or result
   * @param tangents finds the tangent of an argument; null if it has none
   */
  Value tangent(UnaryOperator<Value> values, UnaryOperator<Value> tangents) {
    Differential differential = call.callee().differential();
    if (differential instanceof Partials partials) {
      return partials(partials, values, tangents);
    }
    if (differential instanceof Pullback pullback) {
      return pullback(pullback, values, tangents);
    }
    throw CustomCalls.unknown(call);
  }

  private CustomArguments arguments(boolean withResult, UnaryOperator<Value> values) {
    List<Value> given = new ArrayList<>(call.arguments());
    if (withResult) {
      given.add(call.results().get(0));
    }
    return new CustomArguments(given.stream().map(values).toList());
  }

  private Value partials(
      Partials rules, UnaryOperator<Value> values, UnaryOperator<Value> tangents) {
    List<Value> terms = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Value seed = tangents.apply(call.arguments().get(i));
      if (seed != null) {
        int index = i;
        Differential.Partial rule =
            rules.byParameter().get(i).orElseThrow(() -> CustomCalls.missing(call, index));
        Value partial = arguments(rule.takesResult(), values).partial(rule, call, out);
        terms.add(contribution.product(seed, partial, out));
      }
    }
    return sum(terms);
  }

  private Value pullback(
      Pullback rule, UnaryOperator<Value> values, UnaryOperator<Value> tangents) {
    List<Value> terms = new ArrayList<>();
    List<Value> scratch = new ArrayList<>();
    List<Value> adjoints =
        arguments(rule.takesResult(), values)
            .pullback(
                rule,
                call,
                out.constant(1.0),
                index -> {
                  Value array = values.apply(call.arguments().get(index));
                  scratch.add(out.shadowOf(array, ""));
                  return scratch.get(scratch.size() - 1);
                },
                out);
    int array = 0;
    int number = 0;
    for (Value argument : call.arguments()) {
      Value seed = tangents.apply(argument);
      if (argument.type().isFloatingArray()) {
        Value partials = scratch.get(array++);
        if (seed != null) {
          terms.add(contribution.dot(seed, partials, out));
        }
      } else if (argument.type().isFloating()) {
        Value partial = adjoints.get(number++);
        if (seed != null) {
          terms.add(contribution.product(seed, partial, out));
        }
      }
    }
    return sum(terms);
  }

  private Value sum(List<Value> terms) {
    return terms.stream().reduce(out::add).orElseGet(() -> out.constant(0.0));
  }
}
