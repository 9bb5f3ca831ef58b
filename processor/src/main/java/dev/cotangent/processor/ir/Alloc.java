package dev.cotangent.processor.ir;

import java.util.List;

/**
 * A new array of the result's type, zeroed, of the given {@code int} length; throws {@link
 * NegativeArraySizeException} as Java does.
 */
public record Alloc(Value length, Purpose purpose, Value result) implements Op {
  /** Why an array is allocated. */
  public enum Purpose {
    /** The user's method allocates it. */
    PRIMAL,
    /** The same, and nobody else ever gets to know it. */
    LOCAL,
    /** It holds the derivatives of another array's elements. */
    SHADOW,
    /**
     * It keeps values of the forward sweep for the reverse sweep. Its content need not be zeroed.
     */
    RECORD,
    /** It keeps a whole array for a rule, which may ask for its length. */
    COPY
  }

  @Override
  public List<Value> operands() {
    return List.of(length);
  }

  @Override
  public List<Value> results() {
    return List.of(result);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new Alloc(operands.get(0), purpose, results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitAlloc(this);
  }
}
