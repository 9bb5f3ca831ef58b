package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/**
 * When an adjoint has been handed anything: always, never, or if a condition has an outcome. What
 * has not been handed anything is a literal zero.
 *
 * @param condition null for always and never
 */
record Reach(Value condition, boolean outcome) {
  static final Reach ALWAYS = new Reach(null, true);
  static final Reach NEVER = new Reach(null, false);

  /** Whether there is a condition. */
  boolean depends() {
    return condition != null;
  }

  /** The same as a boolean value. */
  Value flag(Builder out) {
    if (!depends()) {
      return out.constant(outcome);
    }
    return outcome ? condition : out.not(condition);
  }

  /** One region where the condition has the outcome, else the other one. */
  If choice(Region reached, Region unreached, Value result, SourceRange source) {
    return new If(
        condition,
        outcome ? reached : unreached,
        outcome ? unreached : reached,
        List.of(result),
        source);
  }
}
