package dev.cotangent.processor.ir;

import java.util.List;

/** Pushes a value on a tape (the runtime's stack). */
public record Push(Value tape, Value content) implements Op {
  @Override
  public List<Value> operands() {
    return List.of(tape, content);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new Push(operands.get(0), operands.get(1));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitPush(this);
  }
}
