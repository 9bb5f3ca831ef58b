package dev.cotangent.processor.emit;

import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Type;
import java.util.Optional;

/**
 * Stage 7: one result of the method: what it returns, something floating in the record that it
 * returns, or an array that it fills.
 *
 * @param type its type
 * @param output the parameter that is filled; empty for what is returned
 * @param part where it is in a record that is returned; empty for everything else
 * @param index which result of the method's program it is
 * @param tangent the name of its tangent in what {@code jvp} gives, behind those of the records
 *     that lead to it
 * @param cotangent the name of the variable with its cotangent
 */
record Result(
    Type type,
    Optional<Parameter> output,
    Optional<Input> part,
    int index,
    String tangent,
    String cotangent) {
  /** Whether it is an array. */
  boolean isArray() {
    return type.isReference();
  }

  /** Whether its derivatives, carried in double, are narrowed where they are handed out. */
  boolean isNarrow() {
    return !type.equals(type.derivative());
  }

  /** Whether it is a {@code float} number. */
  boolean isFloat() {
    return type == PrimitiveType.FLOAT;
  }

  /** A name for a variable with its tangent. */
  String tangentVariable() {
    return part.map(at -> at.variable() + "Dot").orElse(tangent);
  }
}
