package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;

/** A local variable or parameter; compared by identity. Its values are kept by {@link Flow}. */
final class Variable {
  private final String name;
  private final Type type;
  private final Optional<Object> constant;

  /**
   * @param constant the value of a final variable that is initialised by a compile-time constant
   */
  Variable(String name, Type type, Optional<Object> constant) {
    this.name = name;
    this.type = type;
    this.constant = constant;
  }

  /** A variable whose value is not a compile-time constant. */
  static Variable of(String name, Type type) {
    return new Variable(name, type, Optional.empty());
  }

  /** Fresh values like those of the variables. */
  static List<Value> fresh(List<Variable> variables, SourceRange at) {
    return variables.stream().map(v -> new Value(v.type, v.name, at)).toList();
  }

  String name() {
    return name;
  }

  /** The declared type: every value of the variable has it. */
  Type type() {
    return type;
  }

  Optional<Object> constant() {
    return constant;
  }
}
