package dev.cotangent.processor.ir;

import java.util.List;

/** Runs one of two regions without parameters; the results are what it yields. */
public record If(
    Value condition, Region thenRegion, Region elseRegion, List<Value> results, SourceRange source)
    implements Op {
  /** Copies the list. */
  public If {
    results = List.copyOf(results);
  }

  @Override
  public List<Value> operands() {
    return List.of(condition);
  }

  @Override
  public List<Region> regions() {
    return List.of(thenRegion, elseRegion);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new If(operands.get(0), regions.get(0), regions.get(1), results, source);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitIf(this);
  }
}
