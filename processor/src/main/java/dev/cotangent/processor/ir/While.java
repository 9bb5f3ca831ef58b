package dev.cotangent.processor.ir;

import java.util.List;

/**
 * Runs {@code condition}, then {@code body} while it yields true. Both regions have the carried
 * values as parameters; the body yields their values for the next round; the results are the
 * carried values when the condition yields false.
 */
public record While(
    List<Value> initial, Region condition, Region body, List<Value> results, SourceRange source)
    implements Op {
  /** Copies the lists. */
  public While {
    initial = List.copyOf(initial);
    results = List.copyOf(results);
  }

  @Override
  public List<Value> operands() {
    return initial;
  }

  @Override
  public List<Region> regions() {
    return List.of(condition, body);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new While(operands, regions.get(0), regions.get(1), results, source);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitWhile(this);
  }
}
