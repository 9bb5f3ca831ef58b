package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.StrongMultiply;
import dev.cotangent.processor.ir.Unary;

/** Which operations belong to the user's method bit by bit, and which may be computed otherwise. */
final class Exactness {
  private Exactness() {}

  /** Whether the operation is marked as exact. */
  static boolean isExact(Op op) {
    return (op instanceof Binary binary && binary.exact())
        || (op instanceof Unary unary && unary.exact())
        || (op instanceof Convert convert && convert.exact())
        || (op instanceof MathCall call && call.exact());
  }

  /** Whether a pass may still change how the floating result is computed. */
  static boolean isFree(Op op) {
    boolean arithmetic =
        op instanceof Binary
            || op instanceof Unary
            || op instanceof Convert
            || op instanceof MathCall;
    return op instanceof StrongMultiply
        || (arithmetic && !isExact(op) && op.results().get(0).type().isFloating());
  }
}
