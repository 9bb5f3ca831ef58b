package dev.cotangent.processor.ir;

import java.util.List;

/**
 * A copy of an array ({@code a.clone()}): rows of arrays of arrays are shared, as in Java. Throws
 * for null.
 */
public record CloneArray(Value array, Value result) implements Op {
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
    return new CloneArray(operands.get(0), results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitCloneArray(this);
  }
}
