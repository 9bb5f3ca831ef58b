package dev.cotangent.processor.ir;

import java.util.List;

/**
 * The same array if {@code index} lies inside it, else a longer one with the same leading elements:
 * how a record grows when the number of iterations is not known beforehand. The operand must not be
 * used afterwards. It never throws.
 */
public record Grow(Value array, Value index, Value result) implements Op {
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
    return new Grow(operands.get(0), operands.get(1), results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitGrow(this);
  }
}
