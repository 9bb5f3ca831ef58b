package dev.cotangent.processor.ir;

import java.util.List;

/**
 * A literal: {@code content} is a {@link Double}, {@link Float}, {@link Long}, {@link Integer},
 * {@link Short}, {@link Byte}, {@link Character} or {@link Boolean} that matches the result's type,
 * a {@link String}, or {@code null} for the null reference, or a {@link Table}.
 */
public record Constant(Object content, Value result) implements Op {
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
    return new Constant(content, results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitConstant(this);
  }
}
