package dev.cotangent.processor.ir;

import java.util.List;

/** A conversion between primitive types, with Java's rules: the target is the result's type. */
public record Convert(Value operand, boolean exact, Value result) implements Op {
  @Override
  public List<Value> operands() {
    return List.of(operand);
  }

  @Override
  public List<Value> results() {
    return List.of(result);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new Convert(operands.get(0), exact, results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitConvert(this);
  }
}
