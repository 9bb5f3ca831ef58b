package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Value;
import java.util.HashSet;
import java.util.Set;

/**
 * Leaves a check out that has been made before: where {@code if (c) throw …} has been passed,
 * {@code c} is false. Conditions are compared as values, so that equal ones should have been made
 * one.
 */
public final class DropRepeatedChecks implements Pass {
  @Override
  public Program run(Program program) {
    return new Dropper().rewrite(program);
  }

  private static final class Dropper extends Rewriter {
    Dropper() {
      super(true);
    }

    /** The conditions that are false here. */
    private Set<Value> passed = new HashSet<>();

    @Override
    public Region rewrite(Region region) {
      Set<Value> outside = passed;
      passed = new HashSet<>(outside);
      Region rewritten = super.rewrite(region);
      passed = outside;
      return rewritten;
    }

    @Override
    protected void rewrite(Op op, Builder out) {
      if (!(op instanceof If branch) || !branch.thenRegion().endsInThrow()) {
        copy(op, out);
      } else if (branch.results().isEmpty() && passed.contains(map(branch.condition()))) {
        rewriteOps(branch.elseRegion(), out);
      } else {
        copy(op, out);
        passed.add(map(branch.condition()));
      }
    }
  }
}
