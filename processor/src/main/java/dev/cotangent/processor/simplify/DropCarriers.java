package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;

/**
 * Keeps of a value that is computed in one way and differentiated in another the value alone, so
 * that what only carried the derivative is dead. To be run when every derivative has been taken.
 */
public final class DropCarriers implements Pass {
  @Override
  public Program run(Program program) {
    return program.map(function -> new Drop().rewrite(function));
  }

  private static final class Drop extends Simplifier {
    @Override
    protected boolean simplify(Op op, Builder out) {
      return op instanceof MathCall call
          && call.owner().equals(MathCall.STREAMS)
          && call.name().equals("valued")
          && substitute(op, map(call.arguments().get(0)));
    }
  }
}
