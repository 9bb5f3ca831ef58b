package dev.cotangent.processor.ir;

import java.util.List;

/**
 * Pops the value that was pushed last and not popped yet; the result's type is that of the pushed
 * value.
 */
public record Pop(Value tape, Value result) implements Op {
  @Override
  public List<Value> operands() {
    return List.of(tape);
  }

  @Override
  public List<Value> results() {
    return List.of(result);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new Pop(operands.get(0), results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitPop(this);
  }
}
