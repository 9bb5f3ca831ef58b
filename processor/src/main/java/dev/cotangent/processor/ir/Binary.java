package dev.cotangent.processor.ir;

import java.util.List;

/**
 * A binary operator or comparison. Both operands have the same type (shifts apart); a comparison's
 * result is boolean. Integer division and remainder throw for a zero divisor as Java does. {@code
 * exact} as in the package's comment.
 */
public record Binary(BinaryOperator operator, Value left, Value right, boolean exact, Value result)
    implements Op {
  @Override
  public List<Value> operands() {
    return List.of(left, right);
  }

  @Override
  public List<Value> results() {
    return List.of(result);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new Binary(operator, operands.get(0), operands.get(1), exact, results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitBinary(this);
  }
}
