package dev.cotangent.processor.lint;

import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;

/** What messages call an operation. */
final class Operations {
  private Operations() {}

  static String describe(Op op) {
    if (op instanceof Convert) {
      return "this conversion to " + op.results().get(0).type();
    }
    return op instanceof MathCall call ? "'" + call.name() + "'" : "this call";
  }
}
