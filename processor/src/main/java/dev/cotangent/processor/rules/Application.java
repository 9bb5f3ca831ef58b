package dev.cotangent.processor.rules;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One operation of the primal, as a rule sees it: where to write, what went in, what came out.
 *
 * @param builder where the rule writes its formula
 * @param arguments the operands; floating ones widened to {@code double}, integral ones as they are
 * @param constants for each argument the {@link Number} that it is a literal of, else {@code null}
 * @param result the result, widened to {@code double}
 * @param convention whether partials that may be infinite are guarded against zero seeds
 */
public record Application(
    Builder builder,
    List<Value> arguments,
    List<Object> constants,
    Value result,
    NonSmooth convention) {

  /** Copies the lists. */
  public Application {
    arguments = List.copyOf(arguments);
    constants = Collections.unmodifiableList(new ArrayList<>(constants));
  }

  /** An argument to compute with. */
  Term argument(int index) {
    return new Term(builder, arguments.get(index));
  }

  /** The result to compute with. */
  Term output() {
    return new Term(builder, result);
  }

  /** Whether the argument is a number known now. */
  boolean isLiteral(int index) {
    return constants.get(index) instanceof Number;
  }

  /** The number that a literal argument is. */
  double literal(int index) {
    return ((Number) constants.get(index)).doubleValue();
  }

  /** The seed times a partial that may be infinite, by the convention in force. */
  Value guarded(Value seed, Term partial) {
    return switch (convention) {
      case STRONG_ZERO -> builder.strongMultiply(seed, partial.value());
      case IEEE -> builder.multiply(seed, partial.value());
    };
  }
}
