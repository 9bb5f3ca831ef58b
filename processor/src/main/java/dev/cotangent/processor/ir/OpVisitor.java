package dev.cotangent.processor.ir;

/**
 * One method for each kind of operation, so that a new kind stops every stage from compiling until
 * it is treated.
 */
public interface OpVisitor<R> {
  R visitConstant(Constant op);

  R visitUnary(Unary op);

  R visitBinary(Binary op);

  R visitConvert(Convert op);

  R visitMathCall(MathCall op);

  R visitStrongMultiply(StrongMultiply op);

  R visitAlloc(Alloc op);

  R visitShadowOf(ShadowOf op);

  R visitGrow(Grow op);

  R visitCloneArray(CloneArray op);

  R visitLength(Length op);

  R visitLoad(Load op);

  R visitStore(Store op);

  R visitMakeRecord(MakeRecord op);

  R visitReadComponent(ReadComponent op);

  R visitCall(Call op);

  R visitInvoke(Invoke op);

  R visitOpaque(Opaque op);

  R visitDerive(Derive op);

  R visitMakeTape(MakeTape op);

  R visitPush(Push op);

  R visitPop(Pop op);

  R visitThrow(Throw op);

  R visitIf(If op);

  R visitFor(For op);

  R visitWhile(While op);
}
