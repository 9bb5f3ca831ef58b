package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Store;
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
  private final Lengths lengths;
  private Mode mode = Mode.DELIVERY;

  RegionFolder(Plan plan, Set<Value> released) {
    this.plan = plan;
    this.released = released;
    this.foldable = new Foldable(plan);
    this.widths = new Widths(plan);
    this.lengths = new Lengths();
  }

  private RegionFolder(RegionFolder outer, Mode mode) {
    plan = outer.plan;
    released = outer.released;
    foldable = outer.foldable;
    widths = outer.widths;
    lengths = outer.lengths.inner();
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
    } else if (op instanceof Length length && mayRepeat(length)) {
      visitLength(length);
    } else if (op instanceof If branch) {
      takeLengthsBefore(op);
      visitIf(branch);
    } else {
      takeLengthsBefore(op);
      if (op instanceof While loop) {
        inner(Mode.CONDITION).run(loop.condition(), loop.condition().yields());
        inner(Mode.COPIES).run(loop.body(), loop.body().yields());
      } else if (op instanceof For loop) {
        inner(Mode.COPIES).run(loop.body(), loop.body().yields());
      }
      place(op);
    }
  }

  /** Whether the length of a variable may be written wherever it is used, if it has no name. */
  private boolean mayRepeat(Length op) {
    Value result = op.result();
    boolean often = plan.uses().count(result) > 1 || !plan.uses().isUsedAtHome(result);
    return result.name().isEmpty()
        && !plan.isFolded(op.array())
        && plan.uses().count(result) > 0
        && (often || lengths.isKnown(op.array()));
  }

  private void visitLength(Length op) {
    plan.fold(op.result());
    if (!lengths.isKnown(op.array())) {
      pending.add(op.result());
      lengths.open(op.result());
      lengths.access(op);
    }
  }

  /** Lengths that inner regions use are taken before, if the operation itself does not do it. */
  private void takeLengthsBefore(Op op) {
    for (Value length : lengths.open()) {
      Value holder = lengths.holder(length);
      boolean takes = op instanceof For loop && holder == length && loop.bound() == length;
      if (holder != null && !takes && Lengths.isUsedInside(op, length)) {
        flush(pending.indexOf(holder) + 1);
      }
    }
  }

  private void visitIf(If op) {
    boolean expression =
        op.results().size() == 1
            && inner(Mode.EXPRESSION).run(op.thenRegion(), op.thenRegion().yields())
            && inner(Mode.EXPRESSION).run(op.elseRegion(), op.elseRegion().yields());
    if (expression && widths.fits(op)) {
      plan.makeExpression(op);
    } else if (mode == Mode.EXPRESSION) {
      // What is around it fails with it, and treats both regions again: once, however deep.
      statements.add(op);
      return;
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
    slots.forEach(this::takeLength);
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
      makeStatement(op, children, effectful);
    } else {
      fold(op.results().get(0), children, effectful);
    }
    lengths.access(op);
    if (pending.isEmpty()) {
      lengths.settle();
    }
  }

  private void makeStatement(Op op, List<Value> children, boolean effectful) {
    if (effectful || !children.isEmpty()) {
      flush(pending.size() - children.size());
      pending.clear();
    }
    op.results().forEach(plan::unfold);
    statements.add(op);
  }

  private void fold(Value result, List<Value> children, boolean effectful) {
    plan.fold(result);
    if (effectful || !children.isEmpty()) {
      int position = children.isEmpty() ? pending.size() : pending.indexOf(children.get(0));
      pending.removeAll(children);
      pending.add(position, result);
      children.forEach(child -> lengths.move(child, result));
    }
  }

  /** A second use of a length comes after what contains the first one. */
  private void takeLength(Value slot) {
    Value holder = lengths.holder(slot);
    if (holder != null && holder != slot) {
      flush(pending.indexOf(holder) + 1);
    }
  }

  private boolean folds(Op op) {
    if (!foldable.mayFold(op)) {
      return false;
    }
    Value result = op.results().get(0);
    if (!released.contains(result) && !foldable.mayLoseName(op, widths)) {
      return false;
    }
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
    if (op instanceof Store store && plan.accumulations().contains(store)) {
      slots.stream().filter(this::writes).forEach(this::makeStatement);
    }
    boolean all = op instanceof Opaque opaque && !plan.text(opaque).readsInOrder(slots.size());
    if (all || op instanceof ShadowOf || op instanceof Grow) {
      slots.stream().filter(plan::isFolded).filter(this::isComputed).forEach(this::makeStatement);
    }
  }

  /** A compound assignment loads its element before its term runs: no term may overwrite that. */
  private boolean writes(Value value) {
    if (!plan.isFolded(value)) {
      return false;
    }
    Op op = plan.uses().definition(value);
    return Effects.of(op).writes() || plan.slots(op).stream().anyMatch(this::writes);
  }

  /** Whether the expression is neither a literal nor a length that any place may repeat. */
  private boolean isComputed(Value value) {
    Op op = plan.uses().definition(value);
    return !(op instanceof Constant) && (!(op instanceof Length) || pending.contains(value));
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
      lengths.written(value);
    }
  }

  private List<Value> pendingAmong(List<Value> values) {
    return values.stream().filter(pending::contains).distinct().toList();
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
