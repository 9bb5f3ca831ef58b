package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.SourceRange;

/** Thrown when a function cannot be differentiated exactly; says where and why. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient SourceRange range;

  /** A refusal at a place of the user's file. */
  public Refusal(SourceRange range, String reason) {
    super(reason);
    this.range = range;
  }

  /** Why an array whose adjoints would have to come with it from elsewhere is refused. */
  static String foreignArray(Op op) {
    return op instanceof Call
        ? "a helper that calls itself, or is too large to be inlined, returns an array of values to"
            + " differentiate; let it fill an array that it is given"
        : "an array that is not made in this file is given values to differentiate";
  }

  /** The place. */
  public SourceRange range() {
    return range;
  }
}
