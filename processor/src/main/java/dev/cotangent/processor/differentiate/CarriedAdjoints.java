package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The adjoints of the numbers from outside a loop that its body uses, carried around the loop of
 * the reverse sweep.
 */
final class CarriedAdjoints {
  private final List<Value> values;
  private final Scope around;
  private final Scope body;
  private final List<Value> parameters = new ArrayList<>();
  private final List<Value> results = new ArrayList<>();
  private final Set<Value> late = new HashSet<>();

  /** From now on the body's contributions to {@code values} add up in carried values. */
  CarriedAdjoints(List<Value> values, Scope around, Scope body) {
    this.values = values;
    this.around = around;
    this.body = body;
    for (Value value : values) {
      Value parameter = new Value(PrimitiveType.DOUBLE, Names.adjoint(value), value.source());
      parameters.add(parameter);
      results.add(parameter.fresh());
      body.setAdjoint(value, parameter);
    }
  }

  /** The body's parameters. */
  List<Value> parameters() {
    return parameters;
  }

  /** The adjoints before the loop. */
  List<Value> initial() {
    return values.stream().map(around::adjointOrZero).toList();
  }

  /**
   * The adjoints before the loop where they are known ahead of its forward sweep; what is not is
   * added behind.
   */
  List<Value> initialAhead(Ahead ahead) {
    List<Value> initial = new ArrayList<>();
    for (Value value : values) {
      Value adjoint = around.adjoint(value);
      Optional<Value> known = Optional.ofNullable(adjoint).flatMap(ahead::of);
      initial.add(known.orElseGet(ahead::zero));
      if (adjoint != null && known.isEmpty()) {
        late.add(value);
      }
    }
    return initial;
  }

  /** The adjoints after an iteration. */
  List<Value> yields() {
    return values.stream().map(body::adjointOrZero).toList();
  }

  /** The adjoints after the loop. */
  List<Value> results() {
    return results;
  }

  /** The loop was copied on its way, and with it its results. */
  void replaceResults(UnaryOperator<Value> replacement) {
    results.replaceAll(replacement);
  }

  /** The loop has been written: its results are the adjoints from here on. */
  void finish() {
    for (int i = 0; i < values.size(); i++) {
      if (late.contains(values.get(i))) {
        around.contribute(values.get(i), results.get(i));
      } else {
        around.setAdjoint(values.get(i), results.get(i));
      }
    }
  }
}
