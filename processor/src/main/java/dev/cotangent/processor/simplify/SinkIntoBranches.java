package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Repeats in a branch the pure floating computations whose derivative only that branch needs, so
 * that their derivatives are taken there too. Runs right before a differentiation.
 *
 * <p>In {@code z = x / y; if (y == 0) z = 0;} the quotient matters where {@code y} is not zero.
 * Differentiated where it stands, it has the adjoint zero on the other path, and zero times the
 * infinite partial {@code 1 / y} is not a number; differentiated in the branch, it is not
 * differentiated on the other path at all, as define-by-run code would not.
 *
 * <p>What stays in front of the branch is at most compared there, or dead. The passes behind the
 * differentiation make the two computations one again.
 */
public final class SinkIntoBranches implements Pass {
  @Override
  public Program run(Program program) {
    return program.map(function -> function.withBody(run(function.body())));
  }

  private static Region run(Region region) {
    Sinking sinking = new Sinking(region);
    List<Op> ops =
        region.ops().stream().map(op -> op.withRegions(inner -> run(sinking.with(inner)))).toList();
    return region.withOps(ops);
  }

  /** What one region's branches take over; found from the last operation to the first. */
  private static final class Sinking {
    /** Stands for every place but a single branch. */
    private static final Region OUTSIDE = new Region(List.of(), List.of(), List.of());

    /** Where the derivative of a value is needed: the branch, or {@link #OUTSIDE}. */
    private final Map<Value, Region> places = new IdentityHashMap<>();

    /** By identity: equal regions of two operations are two branches. */
    private final Map<Region, Deque<Op>> sunk = new IdentityHashMap<>();

    Sinking(Region region) {
      needed(region.yields(), OUTSIDE);
      for (int i = region.ops().size() - 1; i >= 0; i--) {
        visit(region.ops().get(i));
      }
    }

    private void visit(Op op) {
      if (isPassive(op)) {
        return;
      }
      Optional<Region> branch = onlyBranch(op);
      if (branch.isPresent()) {
        sunk.computeIfAbsent(branch.get(), b -> new ArrayDeque<>()).addFirst(op);
        needed(List.copyOf(Uses.of(op)), branch.get());
      } else if (op instanceof If test) {
        test.regions().forEach(this::neededBy);
      } else {
        needed(List.copyOf(Uses.of(op)), OUTSIDE);
      }
    }

    /** Whether no derivative flows through the operation, as far as can be seen from behind. */
    private boolean isPassive(Op op) {
      return Effects.of(op).isPure()
          && op.results().stream().noneMatch(r -> carries(r) && places.containsKey(r));
    }

    private static boolean carries(Value value) {
      return value.type().isFloating() || value.type().isReference();
    }

    /** The branch that alone needs the derivatives of the operation's results. */
    private Optional<Region> onlyBranch(Op op) {
      if (op instanceof Constant || !Effects.of(op).isPure()) {
        return Optional.empty();
      }
      List<Region> needing =
          op.results().stream().map(places::get).filter(place -> place != null).toList();
      Region first = needing.get(0);
      boolean one = first != OUTSIDE && needing.stream().allMatch(place -> place == first);
      return one ? Optional.of(first) : Optional.empty();
    }

    private void neededBy(Region branch) {
      needed(branch.yields(), branch);
      for (Op op : branch.ops()) {
        boolean flows =
            !Effects.of(op).isPure() || op.results().stream().anyMatch(Sinking::carries);
        if (flows) {
          needed(List.copyOf(Uses.of(op)), branch);
        }
      }
    }

    private void needed(List<Value> values, Region place) {
      for (Value value : values) {
        places.merge(value, place, (known, other) -> known == other ? known : OUTSIDE);
      }
    }

    /** The branch with what it takes over in front. */
    private Region with(Region branch) {
      Deque<Op> taken = sunk.get(branch);
      return taken == null ? branch : new Prefixed(taken).rewrite(branch);
    }
  }

  /** Copies a branch behind copies of other operations. */
  private static final class Prefixed extends Rewriter {
    private final Deque<Op> prefix;
    private boolean isInside;

    Prefixed(Deque<Op> prefix) {
      this.prefix = prefix;
    }

    @Override
    protected void rewriteOps(Region region, Builder out) {
      if (!isInside) {
        isInside = true;
        prefix.forEach(op -> copy(op, out.at(op.source())));
      }
      super.rewriteOps(region, out);
    }
  }
}
