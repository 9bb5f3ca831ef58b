package dev.cotangent.processor.ir;

import java.util.List;

/** An element of an array; throws for null and for an index out of bounds. */
public record Load(Value array, Value index, Value result) implements Op {
  @Override
  public List<Value> operands() {
    return List.of(array, index);
  }

  @Override
  public List<Value> results() {
    return List.of(result);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new Load(operands.get(0), operands.get(1), results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitLoad(this);
  }
}
