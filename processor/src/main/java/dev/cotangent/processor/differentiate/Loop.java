package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.List;

/**
 * What counted and other loops have in common.
 *
 * @param op the loop
 * @param initial the carried values before the first iteration
 * @param carried the body's parameters that stand for them
 * @param body the body
 * @param results the carried values at the end
 */
record Loop(Op op, List<Value> initial, List<Value> carried, Region body, List<Value> results) {
  /** The view of an operation; null if it is no loop. */
  static Loop of(Op op) {
    if (op instanceof For loop) {
      return new Loop(op, loop.initial(), loop.carried(), loop.body(), loop.results());
    }
    if (op instanceof While loop) {
      return new Loop(op, loop.initial(), loop.body().parameters(), loop.body(), loop.results());
    }
    return null;
  }

  /** Where the user wrote it. */
  SourceRange source() {
    return op.source();
  }

  /** The values that the carried ones get for the next iteration. */
  List<Value> next() {
    return body.yields();
  }

  /**
   * The loop with more that it carries behind, or another body.
   *
   * @param more the parameters of the body that are new; a condition gets some of its own
   */
  Op rebuild(List<Value> before, List<Value> more, Region changed, List<Value> after) {
    if (op instanceof For loop) {
      List<Value> operands = Lists.concat(List.of(loop.start(), loop.bound()), before);
      return loop.rebuild(operands, after, List.of(changed));
    }
    Region test = ((While) op).condition();
    List<Value> fresh = more.stream().map(Value::fresh).toList();
    Region condition =
        new Region(Lists.concat(test.parameters(), fresh), test.ops(), test.yields());
    return op.rebuild(before, after, List.of(condition, changed));
  }

  /**
   * Whether the carried value takes part in the derivative: in the body, or behind a {@code while}
   * whose every round makes it anew.
   */
  boolean isActive(int position, Facts facts) {
    return facts.isActive(carried.get(position)) || facts.isActive(results.get(position));
  }
}
