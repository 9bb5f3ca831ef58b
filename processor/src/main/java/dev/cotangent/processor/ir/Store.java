package dev.cotangent.processor.ir;

import java.util.List;

/**
 * Overwrites an element of an array; throws for null and for an index out of bounds. All three
 * operands are evaluated before.
 */
public record Store(Value array, Value index, Value content, SourceRange source) implements Op {
  @Override
  public List<Value> operands() {
    return List.of(array, index, content);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new Store(operands.get(0), operands.get(1), operands.get(2), source);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitStore(this);
  }
}
