package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the values of a switch expression go: first, while its type is sought, nowhere, and their
 * types are remembered; then into a variable.
 */
final class YieldSlot {
  private final Optional<Variable> variable;
  private final List<Type> types = new ArrayList<>();

  /** A slot that remembers types. */
  YieldSlot() {
    this.variable = Optional.empty();
  }

  /** A slot for values of the type. */
  YieldSlot(Type type) {
    this.variable = Optional.of(Variable.of("", type));
  }

  Optional<Variable> variable() {
    return variable;
  }

  /** The types of the values so far. */
  List<Type> types() {
    return types;
  }

  /** Evaluates the expression into the slot. */
  void put(FunctionLowering function, ExpressionTree expression) {
    Value value = function.value(expression);
    types.add(value.type());
    variable.ifPresent(
        slot ->
            function
                .flow()
                .write(slot, function.conversions().implicit(value, slot.type(), expression)));
  }
}
