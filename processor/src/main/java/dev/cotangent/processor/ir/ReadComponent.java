package dev.cotangent.processor.ir;

import java.util.List;

/** A component of a record, by its position. */
public record ReadComponent(Value record, int index, Value result) implements Op {
  @Override
  public List<Value> operands() {
    return List.of(record);
  }

  @Override
  public List<Value> results() {
    return List.of(result);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new ReadComponent(operands.get(0), index, results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitReadComponent(this);
  }
}
