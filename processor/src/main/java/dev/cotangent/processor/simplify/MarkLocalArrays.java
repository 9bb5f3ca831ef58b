package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.ArrayOrigins;
import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Rewriter;

/**
 * Says of the arrays that the user's method makes which of them nobody else gets to know, neither
 * its caller nor code that nobody looks into: the holder may keep those from call to call. And of
 * all arrays that are made in loops, which of them no longer live than an iteration. Once a
 * function is split nobody could tell, since its parts hand arrays to each other.
 */
public final class MarkLocalArrays implements Pass {
  @Override
  public Program run(Program program) {
    HelperEffects helpers = HelperEffects.ofCalls(program);
    return program.map(function -> run(function, helpers));
  }

  private static Function run(Function function, HelperEffects helpers) {
    return new Marker(ArrayOrigins.of(function, helpers)).rewrite(function);
  }

  private static final class Marker extends Rewriter {
    private final ArrayOrigins origins;

    Marker(ArrayOrigins origins) {
      super(true);
      this.origins = origins;
    }

    @Override
    protected void rewrite(Op op, Builder out) {
      Op marked = op instanceof Alloc alloc ? marked(alloc) : op;
      if (marked.equals(op)) {
        copy(op, out);
      } else {
        out.append(marked);
      }
    }

    private Alloc marked(Alloc alloc) {
      boolean local = alloc.purpose() == Alloc.Purpose.PRIMAL && !origins.mayEscape(alloc.result());
      return new Alloc(
          map(alloc.length()),
          local ? Alloc.Purpose.LOCAL : alloc.purpose(),
          origins.endsWithItsIteration(alloc.result()),
          alloc.result());
    }
  }
}
