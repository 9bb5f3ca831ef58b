package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Throw;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/**
 * Cuts off what can never run behind a {@link Throw}. A branch that throws becomes a guard, an
 * {@code If} without results whose other branch is empty; what stood in the other branch follows
 * the guard. Behind this pass a {@code Throw} is the last operation of its region, no result comes
 * from a path that throws, and nobody has to look for an adjoint there.
 */
public final class CutBehindThrows implements Pass {
  @Override
  public Program run(Program program) {
    return new Cutter().rewrite(program);
  }

  private static final class Cutter extends Rewriter {
    Cutter() {
      super(true);
    }

    @Override
    public Region rewrite(Region region) {
      if (!ends(region)) {
        return super.rewrite(region);
      }
      Builder out = new Builder();
      List<Value> parameters = region.parameters().stream().map(Value::fresh).toList();
      for (int i = 0; i < parameters.size(); i++) {
        replace(region.parameters().get(i), parameters.get(i));
      }
      List<Value> yields = region.yields().stream().map(v -> out.zero(v.type())).toList();
      rewriteOps(region, out);
      return out.region(parameters, yields);
    }

    @Override
    protected void rewriteOps(Region region, Builder out) {
      for (Op op : region.ops()) {
        rewrite(op, out.at(op.source()));
        if (ends(op)) {
          return;
        }
      }
    }

    @Override
    protected void rewrite(Op op, Builder out) {
      if (op instanceof If choice && ends(choice.thenRegion())) {
        guard(choice, List.of(bare(choice.thenRegion()), EMPTY), choice.elseRegion(), out);
      } else if (op instanceof If choice && ends(choice.elseRegion())) {
        guard(choice, List.of(EMPTY, bare(choice.elseRegion())), choice.thenRegion(), out);
      } else {
        copy(op, out);
      }
    }

    private void guard(If choice, List<Region> regions, Region other, Builder out) {
      out.append(
          new If(
              map(choice.condition()), regions.get(0), regions.get(1), List.of(), choice.source()));
      rewriteOps(other, out);
      for (int i = 0; i < choice.results().size(); i++) {
        replace(choice.results().get(i), map(other.yields().get(i)));
      }
    }

    private static final Region EMPTY = new Region(List.of(), List.of(), List.of());

    /** The region rebuilt, without yields. */
    private Region bare(Region region) {
      Builder out = new Builder();
      rewriteOps(region, out);
      return out.region(List.of(), List.of());
    }
  }

  private static boolean ends(Region region) {
    return region.ops().stream().anyMatch(CutBehindThrows::ends);
  }

  private static boolean ends(Op op) {
    return op instanceof Throw
        || (op instanceof If choice && ends(choice.thenRegion()) && ends(choice.elseRegion()));
  }
}
