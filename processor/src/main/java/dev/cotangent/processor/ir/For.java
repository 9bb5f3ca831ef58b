package dev.cotangent.processor.ir;

import java.util.List;

/**
 * Java's counted loop, exactly: {@code for (int i = start; i < bound; i += step)} with the relation
 * at hand. Bound and step are loop-invariant. The body's first parameter is {@code i}, the others
 * are the carried values; it yields their values for the next iteration; the results are the
 * carried values at the end. {@code step} is not zero.
 */
public record For(
    Value start,
    Value bound,
    int step,
    BinaryOperator relation,
    List<Value> initial,
    Region body,
    List<Value> results,
    SourceRange source)
    implements Op {
  /** Copies the lists and checks the relation. */
  public For {
    initial = List.copyOf(initial);
    results = List.copyOf(results);
    if (step == 0 || !relation.isOrdering()) {
      throw new IllegalArgumentException("a counted loop needs an ordering relation and a step");
    }
  }

  /** The loop variable. */
  public Value index() {
    return body.parameters().get(0);
  }

  /** The body's parameters that stand for the carried values, in order. */
  public List<Value> carried() {
    return body.parameters().subList(1, body.parameters().size());
  }

  @Override
  public List<Value> operands() {
    return Lists.concat(List.of(start, bound), initial);
  }

  @Override
  public List<Region> regions() {
    return List.of(body);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new For(
        operands.get(0),
        operands.get(1),
        step,
        relation,
        operands.subList(2, operands.size()),
        regions.get(0),
        results,
        source);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitFor(this);
  }
}
