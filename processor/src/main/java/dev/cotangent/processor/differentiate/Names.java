package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/** How derivative values are named after the user's variables. */
final class Names {
  /** Behind the name of a variable: its adjoint, or its adjoints. */
  static final String ADJOINT = "Bar";

  /** Behind the name of a variable: its tangent, or its tangents. */
  static final String TANGENT = "Dot";

  private Names() {}

  /** The wish, or if an earlier differentiation gave the name to a function, one like it. */
  static String free(String wish, Program program) {
    String name = wish;
    for (int i = 2; program.helpers().containsKey(name); i++) {
      name = wish + i;
    }
    return name;
  }

  /** The name of a value's adjoint; empty if the value has none. */
  static String adjoint(Value value) {
    return value.name().isEmpty() ? "" : value.name() + ADJOINT;
  }

  /**
   * Gives {@code value} the name, if it has none yet and {@code out} has just defined it so that
   * nothing reads it yet. The value to use from now on.
   */
  static Value nameLast(Builder out, Value value, String name) {
    List<Op> ops = out.ops();
    if (ops.isEmpty() || name.isEmpty() || !value.name().isEmpty()) {
      return value;
    }
    Op last = ops.get(ops.size() - 1);
    if (last.results().size() != 1 || last.results().get(0) != value) {
      return value;
    }
    Value named = value.renamed(name);
    ops.set(ops.size() - 1, last.rebuild(last.operands(), List.of(named), last.regions()));
    return named;
  }
}
