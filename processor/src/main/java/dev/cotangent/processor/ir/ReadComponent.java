package dev.cotangent.processor.ir;

import java.util.List;

/**
 * A component of a record, by its position. A record that the caller of the main function passes
 * may be null, and may be asked for the {@link #OBJECT} itself.
 */
public record ReadComponent(Value record, int index, Value result) implements Op {
  /** Stands for the object in place of a component's position. */
  public static final int OBJECT = -1;

  /** The object that a parameter of the main function is. */
  public static ReadComponent object(Value record) {
    RecordType type = (RecordType) record.type();
    return new ReadComponent(
        record, OBJECT, new Value(type.asObject(), record.name(), record.source()));
  }

  @Override
  public List<Value> operands() {
    return List.of(record);
  }

  @Override
  public List<Value> results() {
    return List.of(result);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new ReadComponent(operands.get(0), index, results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitReadComponent(this);
  }
}
