package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Leaves out the loops of a reverse sweep whose seed is zero because a branch chose so: what was
 * computed of the argument that {@code Math.min} did not choose has no adjoint to be handed on. The
 * loop moves into the branch where its seed is not zero; the condition is known already.
 *
 * <p>Proof obligation ({@link Vanishing}): with the seed zero, the loop does nothing. That a zero
 * might meet an infinite factor does not count: no seed was handed on, see {@link GuardUnreached}.
 * Only a zero that is written as one counts, not one that a number happens to be: its derivative is
 * zero as well, so that the result may be differentiated again.
 */
final class ZeroSeeds {
  private final Set<Value> zeros = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Op> ops;

  private ZeroSeeds(List<Op> ops) {
    this.ops = new ArrayList<>(ops);
    ops.forEach(this::noteZero);
  }

  private void noteZero(Op op) {
    if (op instanceof Constant constant && Double.valueOf(0).equals(constant.content())) {
      zeros.add(constant.result());
    }
  }

  /** The same reverse sweep with its loops where their seeds are not zero. */
  static List<Op> leftOut(List<Op> reverse) {
    ZeroSeeds sweep = new ZeroSeeds(reverse);
    for (int k = 0; k < reverse.size(); k++) {
      if (reverse.get(k) instanceof If choice) {
        choice.regions().forEach(region -> region.ops().forEach(sweep::noteZero));
        sweep.moveLoopsBehind(k, choice);
      }
    }
    return sweep.ops;
  }

  private void moveLoopsBehind(int at, If choice) {
    for (int r = 0; r < choice.results().size(); r++) {
      boolean first = zeros.contains(choice.thenRegion().yields().get(r));
      if (first != zeros.contains(choice.elseRegion().yields().get(r))) {
        moveLoopsBehind(at, choice, r, first);
      }
    }
  }

  private void moveLoopsBehind(int at, If choice, int result, boolean zeroIfHolds) {
    Vanishing vanishing = new Vanishing(choice.results().get(result));
    for (int k = at + 1; k < ops.size(); k++) {
      boolean does = !vanishing.without(ops.get(k));
      if (!does && ops.get(k) instanceof For loop && vanishing.isReachedBy(loop)) {
        ops.set(k, chosen(choice.condition(), loop, zeroIfHolds));
      }
    }
  }

  /** The loop where the condition says so; else its carried values stay what they were. */
  private static If chosen(Value condition, For loop, boolean zeroIfHolds) {
    List<Value> inside = loop.results().stream().map(Value::fresh).toList();
    Op moved = loop.rebuild(loop.operands(), inside, loop.regions());
    Region run = new Region(List.of(), List.of(moved), inside);
    Region none = new Region(List.of(), List.of(), loop.initial());
    return new If(
        condition,
        zeroIfHolds ? none : run,
        zeroIfHolds ? run : none,
        loop.results(),
        loop.source());
  }
}
