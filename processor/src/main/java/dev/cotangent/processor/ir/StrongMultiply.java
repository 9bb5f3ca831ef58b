package dev.cotangent.processor.ir;

import java.util.List;

/**
 * The product of a seed and a partial in which a seed of exactly zero gives zero whatever the
 * partial is, also when it is infinite or NaN. Always free. Its derivative is the sum of two strong
 * products, so that second derivatives stay right.
 */
public record StrongMultiply(Value seed, Value partial, Value result) implements Op {
  @Override
  public List<Value> operands() {
    return List.of(seed, partial);
  }

  @Override
  public List<Value> results() {
    return List.of(result);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new StrongMultiply(operands.get(0), operands.get(1), results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitStrongMultiply(this);
  }
}
