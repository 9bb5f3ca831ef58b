package dev.cotangent.processor.lint;

import dev.cotangent.processor.analysis.Activity;
import dev.cotangent.processor.analysis.Aliases;
import dev.cotangent.processor.analysis.BitFlow;
import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.function.Consumer;

/**
 * One function with what is known of it.
 *
 * @param function the annotated method, or a helper that was not inlined
 * @param isMain whether it is the method
 * @param inputs the parameters that carry derivatives in
 * @param activity what depends on them and what the result depends on
 * @param structure where everything stands
 * @param aliases which references may be one array
 * @param helpers what calls may overwrite
 * @param bits what becomes of the bits of numbers
 */
public record Scene(
    Function function,
    boolean isMain,
    List<Value> inputs,
    Activity activity,
    Structure structure,
    Aliases aliases,
    HelperEffects helpers,
    BitFlow bits) {

  /** Calls the action with every operation, in program order. */
  public void forEach(Consumer<Op> action) {
    Structure.forEach(function.body(), action);
  }

  /** Whether any operand is floating and depends on an input. */
  boolean hasVariedOperand(Op op) {
    return op.operands().stream().anyMatch(this::isVariedNumber);
  }

  /** Whether the value is a floating number that depends on an input. */
  boolean isVariedNumber(Value value) {
    return value.type().isFloating() && activity.isVaried(value);
  }

  /** Whether the operation depends on an input, be it by a kink, and the result on it. */
  boolean isActive(Op op) {
    return hasVariedOperand(op) && op.results().stream().anyMatch(activity::isUseful);
  }

  /** Whether both values depend on one and the same input. */
  boolean shareAnInput(Value one, Value other) {
    return inputs.stream()
        .map(input -> Activity.of(function, List.of(input), List.of(), aliases))
        .anyMatch(alone -> alone.isVaried(one) && alone.isVaried(other));
  }
}
