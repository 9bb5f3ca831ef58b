package dev.cotangent.processor.ir;

import java.util.List;

/** The length of an array; throws for null. */
public record Length(Value array, Value result) implements Op {
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
    return new Length(operands.get(0), results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitLength(this);
  }
}
