package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Stage 7, the outcome of {@link Folding}: which values are written where they are used, and which
 * statements remain in each region, in order. Every other value lives in a variable.
 */
final class Plan {
  private final Uses uses;
  private final Accumulations accumulations;
  private final List<Value> delivered;
  private final Set<Value> folded = new HashSet<>();

  /** By template, so that none is read twice. */
  private final Map<String, OpaqueText> texts = new HashMap<>();

  private final Map<Region, List<Op>> schedules = new IdentityHashMap<>();
  private final Set<Op> expressions = Collections.newSetFromMap(new IdentityHashMap<>());

  Plan(Uses uses, Accumulations accumulations, List<Value> delivered) {
    this.uses = uses;
    this.accumulations = accumulations;
    this.delivered = List.copyOf(delivered);
  }

  Uses uses() {
    return uses;
  }

  Accumulations accumulations() {
    return accumulations;
  }

  /** The function's results in the order in which they are delivered. */
  List<Value> delivered() {
    return delivered;
  }

  void fold(Value value) {
    folded.add(value);
  }

  void unfold(Value value) {
    folded.remove(value);
  }

  void makeExpression(If op) {
    expressions.add(op);
  }

  void makeStatement(If op) {
    expressions.remove(op);
  }

  void schedule(Region region, List<Op> statements) {
    schedules.put(region, List.copyOf(statements));
  }

  /** Whether the value is written as an expression where it is used. */
  boolean isFolded(Value value) {
    return folded.contains(value);
  }

  /** Whether a conditional is written as an expression: {@code ?:}, {@code &&} or {@code ||}. */
  boolean isExpression(Op op) {
    return expressions.contains(op);
  }

  /** The operations that are statements of the region, in order. */
  List<Op> statements(Region region) {
    return schedules.getOrDefault(region, List.of());
  }

  /** The results that an operation's statement puts into variables; a call's may be ignored. */
  List<Value> setVariables(Op op) {
    boolean ignorable =
        op instanceof Call
            || op instanceof Pop
            || (op instanceof Opaque opaque && text(opaque).isStatement());
    return ignorable && op.results().stream().allMatch(result -> uses.count(result) == 0)
        ? List.of()
        : uses.resultsOf(op);
  }

  /** What an operation's own statement or expression reads, in the order in which Java does. */
  List<Value> slots(Op op) {
    if (op instanceof For loop) {
      return Lists.concat(loop.initial(), List.of(loop.start(), loop.bound()));
    }
    if (op instanceof Store store && accumulations.contains(store)) {
      return List.of(store.array(), store.index(), accumulations.operation(store).right());
    }
    return op.operands();
  }

  /** Visits the values in variables that an expression for the value reads. */
  void leaves(Value value, Consumer<Value> visitor) {
    if (isFolded(value)) {
      leavesOf(uses.definition(value), visitor);
    } else {
      visitor.accept(value);
    }
  }

  /** Visits the values in variables that the operation's own expression reads. */
  void leavesOf(Op op, Consumer<Value> visitor) {
    slots(op).forEach(slot -> leaves(slot, visitor));
    if (isExpression(op)) {
      op.regions().forEach(region -> leaves(region.yields().get(0), visitor));
    }
  }

  /** Visits the values in variables that the expressions for the values read. */
  void leaves(List<Value> values, Consumer<Value> visitor) {
    values.forEach(value -> leaves(value, visitor));
  }

  /** The text of an operation that is Java of the user's. */
  OpaqueText text(Opaque op) {
    return texts.computeIfAbsent(op.template(), OpaqueText::of);
  }

  /** Whether the value's expression reads no variable. */
  boolean isConstant(Value value) {
    Set<Value> read = new HashSet<>();
    leaves(value, read::add);
    return read.isEmpty();
  }
}
