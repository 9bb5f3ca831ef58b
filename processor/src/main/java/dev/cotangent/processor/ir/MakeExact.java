package dev.cotangent.processor.ir;

/**
 * Marks every operation as exact, for a derivative that becomes part of a method: its bits are the
 * method's from now on, and the same in all derivatives of the method. Input and output: a program.
 */
public final class MakeExact extends Rewriter {
  @Override
  protected void rewrite(Op op, Builder out) {
    copy(exact(op), out);
  }

  private static Op exact(Op op) {
    if (op instanceof Unary free) {
      return new Unary(free.operator(), free.operand(), true, free.result());
    }
    if (op instanceof Binary free) {
      return new Binary(free.operator(), free.left(), free.right(), true, free.result());
    }
    if (op instanceof Convert free) {
      return new Convert(free.operand(), true, free.result());
    }
    return op instanceof MathCall free
        ? new MathCall(free.owner(), free.name(), free.arguments(), true, free.result())
        : op;
  }
}
