package dev.cotangent.processor.ir;

import java.util.List;

/**
 * A call of a helper of the same {@link Program}, by name. It has as many results as the helper;
 * differentiation and emission want one or none.
 */
public record Call(String callee, List<Value> arguments, List<Value> results, SourceRange source)
    implements Op {
  /** Copies the lists. */
  public Call {
    arguments = List.copyOf(arguments);
    results = List.copyOf(results);
  }

  @Override
  public List<Value> operands() {
    return arguments;
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new Call(callee, operands, results, source);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitCall(this);
  }
}
