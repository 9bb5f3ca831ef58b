package dev.cotangent.processor.differentiate;

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

  /** The place. */
  public SourceRange range() {
    return range;
  }
}
