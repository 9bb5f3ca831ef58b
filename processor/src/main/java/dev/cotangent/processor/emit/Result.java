package dev.cotangent.processor.emit;

import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Type;
import java.util.Optional;

/**
 * Stage 7: one result of the method: what it returns, or an array that it fills.
 *
 * @param type its type
 * @param output the parameter that is filled; empty for what is returned
 * @param tangent the name of its tangent in what {@code jvp} gives
 * @param cotangent the name of its cotangent as a parameter
 */
record Result(Type type, Optional<Parameter> output, String tangent, String cotangent) {
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
}
