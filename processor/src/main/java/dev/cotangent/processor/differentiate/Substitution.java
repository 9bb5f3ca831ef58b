package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Map;

/**
 * Copies operations with fresh results, reading other values for some of those that they use from
 * outside.
 */
final class Substitution extends Rewriter {
  Substitution(Map<Value, Value> replacements) {
    replacements.forEach(this::replace);
  }

  /** Appends copies of the operations to {@code out}. */
  void copyInto(List<Op> ops, Builder out) {
    rewriteOps(new Region(List.of(), ops, List.of()), out);
  }

  /** What stands for a value after the copying. */
  Value of(Value value) {
    return map(value);
  }
}
