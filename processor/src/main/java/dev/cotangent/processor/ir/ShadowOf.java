package dev.cotangent.processor.ir;

import java.util.List;

/**
 * A zeroed array of the same shape as the operand (of every rank) whose innermost elements are
 * {@code double}; null for null. It holds the derivatives of the operand's elements and shares no
 * memory with anything that exists.
 *
 * @param visible whether the user's code has it, as the partials that a derivative within a method
 *     gives: it may be kept, it may be asked for its length, and an access may be out of its bounds
 */
public record ShadowOf(Value array, boolean visible, Value result) implements Op {
  @Override
  public List<Value> operands() {
    return List.of(array);
  }

  @Override
  public List<Value> results() {
    return List.of(result);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new ShadowOf(operands.get(0), visible, results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitShadowOf(this);
  }
}
