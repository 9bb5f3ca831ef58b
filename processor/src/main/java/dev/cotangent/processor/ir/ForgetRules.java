package dev.cotangent.processor.ir;

/**
 * Makes each {@link Invoke} a plain call, for a program that nobody differentiates any more. Input
 * and output: a program; it computes what it computed before.
 */
public final class ForgetRules extends Rewriter {
  /** Made for each program. */
  public ForgetRules() {
    super(true);
  }

  @Override
  protected void rewrite(Op op, Builder out) {
    copy(op instanceof Invoke invoke ? invoke.plain() : op, out);
  }
}
