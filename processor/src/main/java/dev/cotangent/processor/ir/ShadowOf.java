package dev.cotangent.processor.ir;

import java.util.List;

/**
 * A zeroed array of the same shape as the operand (of every rank) whose innermost elements are
 * {@code double}; null for null. It holds the derivatives of the operand's elements and shares no
 * memory with anything that exists.
 */
public record ShadowOf(Value array, Value result) implements Op {
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
    return new ShadowOf(operands.get(0), results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitShadowOf(this);
  }
}
