package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The point that lowering has reached in a function: the region under construction, the variables
 * in scope, and the value that each of them has there. This is where assignments turn into single
 * assignment.
 */
final class Flow {
  private Builder out = new Builder();
  private Map<Variable, Value> values = new LinkedHashMap<>();
  private Scope scope = new Scope(null);
  private final Set<Variable> poisoned = new HashSet<>();

  /**
   * A region that has been lowered apart: its operations, the values that the variables have at its
   * end, and what lowering it returned.
   */
  record Branch<T>(Builder out, Map<Variable, Value> values, T result) {
    /** Closes the region. */
    Region region(List<Value> parameters, List<Value> yields) {
      return out.region(parameters, yields);
    }

    /** What the variables have at the end; those without a value are left out. */
    List<Value> valuesOf(List<Variable> variables) {
      return variables.stream().map(values::get).toList();
    }
  }

  /** The operations of the region under construction. */
  Builder out() {
    return out;
  }

  /** The innermost scope. */
  Scope scope() {
    return scope;
  }

  /** Declares a variable in the innermost scope, without a value. */
  void declare(Variable variable) {
    scope.declare(variable);
  }

  /** The variable's value here, if it has one. */
  Optional<Value> read(Variable variable) {
    return Optional.ofNullable(values.get(variable));
  }

  /** From here on the variable has this value. */
  void write(Variable variable, Value value) {
    values.put(variable, value);
  }

  /** Marks a variable whose value got lost in a statement that was refused. */
  void poison(Variable variable) {
    poisoned.add(variable);
  }

  /** Whether the variable lacks a value because of an error that is already reported. */
  boolean isPoisoned(Variable variable) {
    return poisoned.contains(variable);
  }

  /** Runs {@code body} in a fresh inner scope. */
  void nested(Runnable body) {
    Scope inner = new Scope(scope);
    within(
        inner,
        () -> {
          body.run();
          return null;
        });
  }

  /** Runs {@code body} in the given scope. */
  <T> T within(Scope other, Supplier<T> body) {
    Scope saved = scope;
    scope = other;
    try {
      return body.get();
    } finally {
      scope = saved;
    }
  }

  /**
   * Lowers {@code body} into a region of its own that starts with the variables' present values,
   * and comes back here.
   */
  <T> Branch<T> branch(Supplier<T> body) {
    return resume(new Branch<>(new Builder(), new LinkedHashMap<>(values), null), body);
  }

  /** Lowers {@code body} behind what the branch has already. */
  <T> Branch<T> resume(Branch<?> branch, Supplier<T> body) {
    Builder savedOut = out;
    Map<Variable, Value> savedValues = values;
    out = branch.out();
    values = branch.values();
    try {
      T result = body.get();
      return new Branch<>(out, values, result);
    } finally {
      out = savedOut;
      values = savedValues;
    }
  }

  /**
   * The variables declared outside both branches that one of them changes and that have a value at
   * the end of both: what the two must yield.
   */
  List<Variable> changed(Branch<?> first, Branch<?> second) {
    List<Variable> changed = new ArrayList<>();
    first
        .values()
        .forEach(
            (variable, value) -> {
              Value other = second.values().get(variable);
              Value before = values.get(variable);
              if (other != null && (value != before || other != before)) {
                changed.add(variable);
              }
            });
    return changed;
  }

  /** The last operation, if it defines this value. */
  Optional<Op> lastDefining(Value value) {
    List<Op> ops = out.ops();
    Op last = ops.isEmpty() ? null : ops.get(ops.size() - 1);
    return last != null && last.results().contains(value) ? Optional.of(last) : Optional.empty();
  }
}
