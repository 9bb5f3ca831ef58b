package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Two loops of one region with the same header, and what stands between them, taken apart into what
 * the second loop needs ({@code before}) and the rest ({@code after}): the proof that the second
 * loop may run together with the first, iteration by iteration, and the loop that does so.
 */
final class SweepPair {
  private final For first;
  private final For second;
  private final List<Op> before = new ArrayList<>();
  private final List<Op> after = new ArrayList<>();

  SweepPair(For first, List<Op> between, For second) {
    this.first = first;
    this.second = second;
    Set<Value> needed = Uses.of(second);
    for (int k = between.size() - 1; k >= 0; k--) {
      Op op = between.get(k);
      if (op.results().stream().anyMatch(needed::contains)) {
        needed.addAll(Uses.of(op));
        before.add(0, op);
      } else {
        after.add(0, op);
      }
    }
  }

  /** Whether everything that {@link FuseSweeps} promises holds. */
  boolean isProven(Roots roots, Memory memory) {
    return isDerivative(memory)
        && isSeedKnownBefore()
        && isMemoryApart(memory)
        && Coverage.holds(first, second, roots, memory);
  }

  /** Loops of the user's own are left as they are. */
  private boolean isDerivative(Memory memory) {
    boolean[] found = {false};
    Uses.forEach(second, op -> found[0] |= Exactness.isFree(op));
    return found[0] || Uses.stored(second).stream().anyMatch(memory::isDerivative);
  }

  /** What the second loop needs neither depends on the first nor minds running before it. */
  private boolean isSeedKnownBefore() {
    Set<Value> late = Collections.newSetFromMap(new IdentityHashMap<>());
    late.addAll(first.results());
    if (Uses.of(second).stream().anyMatch(late::contains)) {
      return false;
    }
    for (Op op : before) {
      if (!isMovable(op) || Uses.of(op).stream().anyMatch(late::contains)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMovable(Op op) {
    boolean ownMemory =
        op instanceof ShadowOf
            || (op instanceof Alloc alloc && alloc.purpose() != Alloc.Purpose.PRIMAL);
    return ownMemory || Effects.of(op).isPure();
  }

  /** Nobody sees what the second loop writes, and it sees nothing that is written meanwhile. */
  private boolean isMemoryApart(Memory memory) {
    List<Op> others = Lists.append(after, first);
    for (Value array : Uses.stored(second)) {
      boolean seen =
          others.stream().anyMatch(op -> memory.mayRead(op, array) || memory.mayWrite(op, array));
      if (seen || !memory.isDerivative(array)) {
        return false;
      }
    }
    return Uses.loaded(second).stream()
        .noneMatch(array -> others.stream().anyMatch(op -> memory.mayWrite(op, array)));
  }

  /** What stands for both loops and all between them. */
  List<Op> fused() {
    List<Op> ops = new ArrayList<>(before);
    Substitution index = new Substitution();
    index.put(second.index(), first.index());
    Region other = index.apply(second.body());
    Region body =
        new Region(
            Lists.concat(first.body().parameters(), second.carried()),
            Lists.concat(first.body().ops(), other.ops()),
            Lists.concat(first.body().yields(), other.yields()));
    ops.add(
        new For(
            first.start(),
            first.bound(),
            first.step(),
            first.relation(),
            Lists.concat(first.initial(), second.initial()),
            body,
            Lists.concat(first.results(), second.results()),
            first.source()));
    ops.addAll(after);
    return ops;
  }
}
