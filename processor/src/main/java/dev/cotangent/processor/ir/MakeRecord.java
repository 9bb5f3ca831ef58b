package dev.cotangent.processor.ir;

import java.util.List;

/** A record of the result's type, made of its components. */
public record MakeRecord(List<Value> components, Value result) implements Op {
  /** Copies the list. */
  public MakeRecord {
    components = List.copyOf(components);
  }

  @Override
  public List<Value> operands() {
    return components;
  }

  @Override
  public List<Value> results() {
    return List.of(result);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new MakeRecord(operands, results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitMakeRecord(this);
  }
}
