package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Differential.Partials;
import dev.cotangent.processor.ir.Differential.Pullback;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Forward mode through calls whose derivative is given by rules. A pullback gives every partial of
 * one result at once, so that it serves here as well. However many directions there are, each rule
 * is asked once.
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

  /** Finds an argument's tangent along a direction; null if it has none. */
  @FunctionalInterface
  interface Tangents {
    Value of(Value argument, int direction);
  }

  /**
   * The tangents of the call's result.
   *
   * @param width how many directions there are
   * @param values finds the new value of an argument or result
   */
  List<Value> tangents(int width, UnaryOperator<Value> values, Tangents tangents) {
    Differential differential = call.callee().differential();
    List<Value> partials;
    if (differential instanceof Partials rules) {
      partials = partials(rules, values, tangents);
    } else if (differential instanceof Pullback pullback) {
      partials = pullback(pullback, values);
    } else {
      throw CustomCalls.unknown(call);
    }
    return IntStream.range(0, width)
        .mapToObj(direction -> tangent(partials, values, tangents, direction))
        .toList();
  }

  private Value tangent(
      List<Value> partials, UnaryOperator<Value> values, Tangents tangents, int direction) {
    Value sum = null;
    for (int i = 0; i < partials.size(); i++) {
      Value argument = call.arguments().get(i);
      Value seed = tangents.of(argument, direction);
      if (seed != null) {
        Value term =
            seed.type().isReference()
                ? contribution.dot(seed, partials.get(i), values.apply(argument), out)
                : contribution.product(seed, partials.get(i), out);
        sum = sum == null ? term : out.add(sum, term);
      }
    }
    return sum == null ? out.constant(0.0) : sum;
  }

  private CustomArguments arguments(boolean withResult, UnaryOperator<Value> values) {
    List<Value> given = new ArrayList<>(call.arguments());
    if (withResult) {
      given.add(call.results().get(0));
    }
    return new CustomArguments(given.stream().map(values).toList());
  }

  /** The partial in each argument that has tangents; null for the others. */
  private List<Value> partials(Partials rules, UnaryOperator<Value> values, Tangents tangents) {
    List<Value> partials = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      int index = i;
      Value partial = null;
      if (tangents.of(call.arguments().get(i), 0) != null) {
        Differential.Partial rule =
            rules.byParameter().get(i).orElseThrow(() -> CustomCalls.missing(call, index));
        partial = arguments(rule.takesResult(), values).partial(rule, call, out);
      }
      partials.add(partial);
    }
    return partials;
  }

  /** The partials in each argument, an array of them for an array; null for what has none. */
  private List<Value> pullback(Pullback rule, UnaryOperator<Value> values) {
    Map<Integer, Value> scratch = new HashMap<>();
    List<Value> adjoints =
        arguments(rule.takesResult(), values)
            .pullback(
                rule,
                call,
                out.constant(1.0),
                index -> {
                  Value array = values.apply(call.arguments().get(index));
                  return scratch.computeIfAbsent(index, i -> out.shadowOf(array, ""));
                },
                out);
    List<Value> partials = new ArrayList<>();
    int number = 0;
    for (int i = 0; i < call.arguments().size(); i++) {
      boolean isNumber = call.arguments().get(i).type().isFloating();
      partials.add(isNumber ? adjoints.get(number++) : scratch.get(i));
    }
    return partials;
  }
}
