package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Value;

/**
 * How often a counted loop runs. The formulas hold for every start and bound for which Java's loop
 * ends, as long as the number of iterations is an {@code int}.
 */
final class Trips {
  private Trips() {}

  /**
   * Whether the loop walks towards its bound; one that walks away runs until the index overflows
   * and must be counted.
   */
  static boolean areComputable(For loop) {
    boolean upwards =
        loop.relation() == BinaryOperator.LESS || loop.relation() == BinaryOperator.LESS_EQUAL;
    return upwards == loop.step() > 0;
  }

  /** Appends the number of iterations of the loop, from start and bound as {@code out} has them. */
  static Value write(For loop, Value start, Value bound, Builder out) {
    Value distance =
        switch (loop.relation()) {
          case LESS -> out.subtract(out.math("max", bound, start), start);
          case LESS_EQUAL -> {
            Value end = out.add(bound, out.constant(1));
            yield out.subtract(out.math("max", end, start), start);
          }
          case GREATER -> out.subtract(start, out.math("min", bound, start));
          case GREATER_EQUAL -> {
            Value end = out.subtract(bound, out.constant(1));
            yield out.subtract(start, out.math("min", end, start));
          }
          default -> throw new IllegalStateException("not an order relation: " + loop.relation());
        };
    int stride = Math.abs(loop.step());
    if (stride == 1) {
      return distance;
    }
    Value rounded = out.add(distance, out.constant(stride - 1));
    return out.divide(rounded, out.constant(stride));
  }
}
