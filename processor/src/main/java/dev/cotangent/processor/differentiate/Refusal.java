package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.SourceRange;

/** Thrown when a function cannot be differentiated exactly; says where and why. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Diagnostic diagnostic;

  /** A refusal at a place of the user's file for a reason that has no code of its own. */
  public Refusal(SourceRange range, String reason) {
    this(range, Code.NOT_DIFFERENTIABLE, reason);
  }

  /** A refusal at a place of the user's file. */
  public Refusal(SourceRange range, Code code, String... arguments) {
    super(Diagnostic.of(code, range, arguments).message());
    this.diagnostic = Diagnostic.of(code, range, arguments);
  }

  /** Why an array whose adjoints would have to come with it from elsewhere is refused. */
  static String foreignArray() {
    return "an array that is not made in this file is given values to differentiate";
  }

  /** What to tell the user. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
