package dev.cotangent.processor.ir;

import java.util.List;

/**
 * An empty tape, for a derivative that is part of a method: what is pushed on it is popped again
 * before the method ends, so that one tape serves all such derivatives of a function, one after the
 * other or one within another.
 */
public record MakeTape(Value result) implements Op {
  @Override
  public List<Value> operands() {
    return List.of();
  }

  @Override
  public List<Value> results() {
    return List.of(result);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new MakeTape(results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitMakeTape(this);
  }
}
