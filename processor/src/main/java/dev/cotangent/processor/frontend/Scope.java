package dev.cotangent.processor.frontend;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The local variables that a place of the source sees, by name: one scope a block, nested. */
final class Scope {
  private final Scope outer;
  private final Map<String, Variable> variables = new LinkedHashMap<>();

  /** A scope inside {@code outer}, which is null for a function's outermost one. */
  Scope(Scope outer) {
    this.outer = outer;
  }

  /** Declares a variable here. */
  void declare(Variable variable) {
    variables.put(variable.name(), variable);
  }

  /** The variable of that name, looked for outwards. */
  Optional<Variable> find(String name) {
    Variable variable = variables.get(name);
    if (variable != null) {
      return Optional.of(variable);
    }
    return outer == null ? Optional.empty() : outer.find(name);
  }
}
