package dev.cotangent.processor.ir;

import java.util.List;

/**
 * A call of a {@link Custom} callee: it runs the callee's body, and is differentiated as its {@link
 * Differential} says. It has one result or none.
 */
public record Invoke(Custom callee, List<Value> arguments, List<Value> results, SourceRange source)
    implements Op {
  /** Copies the lists. */
  public Invoke {
    arguments = List.copyOf(arguments);
    results = List.copyOf(results);
  }

  @Override
  public List<Value> operands() {
    return arguments;
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new Invoke(callee, operands, results, source);
  }

  /** The same call for those who take no derivative. */
  public Op plain() {
    return callee.body().call(arguments, results, source);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitInvoke(this);
  }
}
