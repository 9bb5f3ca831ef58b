package dev.cotangent.processor.ir;

import java.util.List;

/**
 * A unary operator; operand and result have one type. {@code exact} as in the package's comment.
 */
public record Unary(UnaryOperator operator, Value operand, boolean exact, Value result)
    implements Op {
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
    return new Unary(operator, operands.get(0), exact, results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitUnary(this);
  }
}
