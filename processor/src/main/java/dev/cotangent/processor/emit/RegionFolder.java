package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Stage 7, a part of {@link Folding}: treats one region, operation by operation.
 *
 * <p>{@code pending} holds, in program order, the folded values whose expressions have effects and
 * whose user has not been met. The effects of such an entry have been passed in the list of
 * operations but not yet been written. A user may take them if that keeps the order; else those in
 * the way become statements.
 */
final class RegionFolder {
  /** Where a region's yields go. */
  private enum Mode {
    /** Into variables, at the region's end. */
    COPIES,
    /** Into the statements that deliver the function's results. */
    DELIVERY,
    /** Into an expression, after what statements are needed. */
    CONDITION,
    /** Into an expression around this one, without any statement. */
    EXPRESSION
  }

  private final Plan plan;
  private final Set<Value> released;
  private final Foldable foldable;
  private final Widths widths;
  private final List<Value> pending = new ArrayList<>();
  private final List<Op> statements = new ArrayList<>();
  private Mode mode = Mode.DELIVERY;

  RegionFolder(Plan plan, Set<Value> released) {
    this.plan = plan;
    this.released = released;
    this.foldable = new Foldable(plan);
    this.widths = new Widths(plan);
  }

  private RegionFolder(RegionFolder outer, Mode mode) {
    plan = outer.plan;
    released = outer.released;
    foldable = outer.foldable;
    widths = outer.widths;
    this.mode = mode;
  }

  void foldFunction(Function function) {
    run(function.body(), plan.delivered());
  }

  /** Whether the region could be treated in this mode. */
  private boolean run(Region region, List<Value> yields) {
    for (Op op : region.ops()) {
      if (plan.uses().isNeeded(op) && !plan.accumulations().absorbs(op)) {
        visit(op);
      }
      if (mode == Mode.EXPRESSION && !statements.isEmpty()) {
        return false;
      }
    }
    close(yields);
    plan.schedule(region, statements);
    return mode != Mode.EXPRESSION || statements.isEmpty();
  }

  private void close(List<Value> yields) {
    List<Value> children = mode == Mode.COPIES ? List.of() : align(pendingAmong(yields), true);
    flush(pending.size() - children.size());
    pending.clear();
  }

  private void visit(Op op) {
    if (op instanceof Constant constant && !plan.uses().isDivisor(constant.result())) {
      plan.fold(constant.result());
    } else if (op instanceof If branch) {
      visitIf(branch);
    } else {
      if (op instanceof While loop) {
        inner(Mode.CONDITION).run(loop.condition(), loop.condition().yields());
        inner(Mode.COPIES).run(loop.body(), loop.body().yields());
      } else if (op instanceof For loop) {
        inner(Mode.COPIES).run(loop.body(), loop.body().yields());
      }
      place(op);
    }
  }

  private void visitIf(If op) {
    boolean expression =
        op.results().size() == 1
            && inner(Mode.EXPRESSION).run(op.thenRegion(), op.thenRegion().yields())
            && inner(Mode.EXPRESSION).run(op.elseRegion(), op.elseRegion().yields());
    if (expression && widths.fits(op)) {
      plan.makeExpression(op);
    } else {
      plan.makeStatement(op);
      inner(Mode.COPIES).run(op.thenRegion(), List.of());
      inner(Mode.COPIES).run(op.elseRegion(), List.of());
    }
    place(op);
  }

  private RegionFolder inner(Mode innerMode) {
    return new RegionFolder(this, innerMode);
  }

  private void place(Op op) {
    List<Value> slots = plan.slots(op);
    requireVariables(op, slots);
    while (widths.isTooWide(op)) {
      makeStatement(widths.widest(slots));
    }
    boolean effectful = !Effects.of(op).isPure();
    boolean folds = folds(op);
    List<Value> children = pendingAmong(slots);
    if (effectful || !children.isEmpty()) {
      children = align(children, effectful || !folds);
    }
    if (!folds) {
      if (effectful || !children.isEmpty()) {
        flush(pending.size() - children.size());
        pending.clear();
      }
      op.results().forEach(plan::unfold);
      statements.add(op);
      return;
    }
    Value result = op.results().get(0);
    plan.fold(result);
    if (effectful || !children.isEmpty()) {
      int position = children.isEmpty() ? pending.size() : pending.indexOf(children.get(0));
      pending.removeAll(children);
      pending.add(position, result);
    }
  }

  private boolean folds(Op op) {
    if (!foldable.mayFold(op) || !widths.keepsShort(op)) {
      return false;
    }
    Value result = op.results().get(0);
    Op user = plan.uses().user(result);
    if ((user == null && mode == Mode.COPIES) || isInitial(user, result)) {
      return released.contains(result) && Effects.of(op).isPure() && !reachesPending(op);
    }
    return true;
  }

  private boolean reachesPending(Op op) {
    return !pendingAmong(plan.slots(op)).isEmpty();
  }

  private static boolean isInitial(Op user, Value value) {
    return (user instanceof For loop && loop.initial().contains(value))
        || (user instanceof While other && other.initial().contains(value));
  }

  /** A divisor without variables might be the constant zero, of which javac warns. */
  private boolean isConstantDivisor(Op op) {
    return op instanceof Binary division
        && Uses.dividesIntegers(division)
        && plan.isFolded(division.right())
        && isComputed(division.right())
        && plan.isConstant(division.right());
  }

  /** Unfolds the operands of which the operation's Java needs plain variables. */
  private void requireVariables(Op op, List<Value> slots) {
    if (op instanceof For loop
        && plan.isFolded(loop.bound())
        && !foldable.isRepeatable(loop.bound())) {
      makeStatement(loop.bound());
    }
    if (isConstantDivisor(op)) {
      makeStatement(slots.get(1));
    }
    boolean all =
        op instanceof Opaque opaque && !OpaqueText.of(opaque.template()).readsInOrder(slots.size());
    if (all || op instanceof ShadowOf || op instanceof Grow) {
      slots.stream().filter(plan::isFolded).filter(this::isComputed).forEach(this::makeStatement);
    }
  }

  private boolean isComputed(Value value) {
    return !(plan.uses().definition(value) instanceof Constant);
  }

  /** Turns a folded value into a variable after all. */
  private void makeStatement(Value value) {
    int position = pending.indexOf(value);
    if (position >= 0) {
      flush(position + 1);
    } else {
      plan.unfold(value);
      statements.add(plan.uses().definition(value));
    }
  }

  private void flush(int count) {
    for (Value value : List.copyOf(pending.subList(0, count))) {
      plan.unfold(value);
      statements.add(plan.uses().definition(value));
      pending.remove(value);
    }
  }

  private List<Value> pendingAmong(List<Value> values) {
    return values.stream().filter(pending::contains).toList();
  }

  /**
   * Writes what stands in the way, until the rest of the children lies side by side and in order
   * (and at the end, if {@code last}); those are returned.
   */
  private List<Value> align(List<Value> wanted, boolean last) {
    List<Value> children = new ArrayList<>(wanted);
    while (!isAligned(children, last)) {
      int first = children.stream().mapToInt(pending::indexOf).min().orElseThrow();
      children.remove(pending.get(first));
      flush(first + 1);
    }
    return children;
  }

  private boolean isAligned(List<Value> children, boolean last) {
    if (children.isEmpty()) {
      return true;
    }
    int first = pending.indexOf(children.get(0));
    int end = first + children.size();
    return end <= pending.size()
        && pending.subList(first, end).equals(children)
        && (!last || end == pending.size());
  }
}
