package dev.cotangent.processor.ir;

import java.util.List;

/**
 * Throws the exception, so that nothing behind it in its region runs: the region's yields are there
 * for their types alone.
 */
public record Throw(Value exception, SourceRange source) implements Op {
  @Override
  public List<Value> operands() {
    return List.of(exception);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new Throw(operands.get(0), source);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitThrow(this);
  }
}
