package dev.cotangent.processor.ir;

import java.util.List;

/**
 * A new array of the result's type, zeroed, of the given {@code int} length; throws {@link
 * NegativeArraySizeException} as Java does.
 *
 * @param brief whether it is made in a loop, and nobody refers to it any more when the iteration is
 *     over: the next one may have the same memory
 */
public record Alloc(Value length, Purpose purpose, boolean brief, Value result) implements Op {
  /** An array of which nobody knows how long it is referred to. */
  public Alloc(Value length, Purpose purpose, Value result) {
    this(length, purpose, false, result);
  }

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
    return new Alloc(operands.get(0), purpose, brief, results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitAlloc(this);
  }
}
