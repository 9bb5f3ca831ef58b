package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Runs a loop and its adjoint loop together, each iteration forward and back, when the seed of the
 * adjoint loop is known before: the one-pass form of an accumulation whose tail is affine. The
 * recomputation in the adjoint half then equals the primal half and goes with {@link
 * EliminateCommonSubexpressions}.
 *
 * <p>The proof ({@link SweepPair}), for two loops of one region over the same range: what the
 * second needs of what stands between them is pure and does not depend on the first; it writes only
 * memory of the derivative that neither the first nor what stands between them touches; it reads
 * nothing that these write; and its iterations throw only what those of the first have thrown
 * ({@link Coverage}), so that exceptions come as before.
 */
public final class FuseSweeps implements Pass {
  private final Facts facts;

  /** The pass under what is known of the main function. */
  public FuseSweeps(Facts facts) {
    this.facts = facts;
  }

  @Override
  public Program run(Program program) {
    return program.map(main -> run(main, facts.unaliased(main)), helper -> run(helper, Set.of()));
  }

  private static Function run(Function function, Set<Value> unaliased) {
    Memory memory = Memory.of(function, unaliased);
    Fuser fuser = new Fuser(memory, new Roots(function, memory, false));
    return function.withBody(fuser.run(function.body()));
  }

  /** Fuses the loops of one region after another; what is fused changes no reference's origin. */
  private static final class Fuser {
    private final Memory memory;
    private final Roots roots;

    Fuser(Memory memory, Roots roots) {
      this.memory = memory;
      this.roots = roots;
    }

    Region run(Region region) {
      List<Op> ops =
          new ArrayList<>(region.ops().stream().map(op -> op.withRegions(this::run)).toList());
      Optional<List<Op>> fused = fuseOnce(ops);
      while (fused.isPresent()) {
        ops = fused.get();
        fused = fuseOnce(ops);
      }
      return region.withOps(ops);
    }

    private Optional<List<Op>> fuseOnce(List<Op> ops) {
      List<Integer> loops =
          IntStream.range(0, ops.size()).filter(k -> ops.get(k) instanceof For).boxed().toList();
      for (int later = 1; later < loops.size(); later++) {
        for (int earlier = later - 1; earlier >= 0; earlier--) {
          Optional<List<Op>> fused = fused(ops, loops.get(earlier), loops.get(later));
          if (fused.isPresent()) {
            return fused;
          }
        }
      }
      return Optional.empty();
    }

    /** The operations with two loops fused, if that is proven to change nothing. */
    private Optional<List<Op>> fused(List<Op> ops, int i, int j) {
      For first = (For) ops.get(i);
      For second = (For) ops.get(j);
      if (!haveSameHeader(first, second, ops)) {
        return Optional.empty();
      }
      SweepPair pair = new SweepPair(first, ops.subList(i + 1, j), second);
      if (!pair.isProven(roots, memory)) {
        return Optional.empty();
      }
      List<Op> all = new ArrayList<>(ops.subList(0, i));
      all.addAll(pair.fused());
      all.addAll(ops.subList(j + 1, ops.size()));
      return Optional.of(all);
    }

    private static boolean haveSameHeader(For first, For second, List<Op> ops) {
      return first.step() == second.step()
          && first.relation() == second.relation()
          && isSame(first.start(), second.start(), ops)
          && isSame(first.bound(), second.bound(), ops);
    }

    private static boolean isSame(Value a, Value b, List<Op> ops) {
      return a == b || (literal(a, ops).isPresent() && literal(a, ops).equals(literal(b, ops)));
    }

    private static Optional<Object> literal(Value value, List<Op> ops) {
      return ops.stream()
          .filter(op -> op instanceof Constant && op.results().get(0) == value)
          .map(op -> ((Constant) op).content())
          .findFirst();
    }
  }
}
