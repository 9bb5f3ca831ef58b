package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Activity;
import dev.cotangent.processor.analysis.Aliases;
import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.analysis.Writes;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the reverse sweep of one function knows about it.
 *
 * @param structure where everything stands
 * @param aliases which references may be one array
 * @param writes what is overwritten where
 * @param helpers what calls may do
 * @param activity what gets adjoints
 * @param shadows the shadow of each array that has one
 * @param rows the rows that a shadow was made with, if others may take their places
 * @param contribution writes the products of the rules
 * @param tape the tape of the forward sweep
 * @param reverseTape the tape of the reverse sweep: another value where that is a function of its
 *     own
 * @param strategy how values are kept for the reverse sweep
 * @param standIns which references of the reverse sweep stand for which of the forward sweep
 * @param repeats whether the reverse sweep may run several times
 */
record Facts(
    Structure structure,
    Aliases aliases,
    Writes writes,
    HelperEffects helpers,
    Activity activity,
    Map<Value, Value> shadows,
    Map<Value, Value> rows,
    Contribution contribution,
    Value tape,
    Value reverseTape,
    Strategy strategy,
    StandIns standIns,
    boolean repeats) {

  /** Whether the value is a floating number with an adjoint. */
  boolean isActive(Value value) {
    return value.type().isFloating() && activity.isActive(value);
  }

  /** Whether this differentiation made the array, for adjoints; another one may have made more. */
  boolean isShadow(Value array) {
    return shadows.containsValue(array);
  }

  /**
   * Whether the array's elements have adjoints. One that was given no shadow has none: with shadows
   * and tapes in it, more of the function may be one array for all that is known, but no more is.
   */
  boolean isActiveArray(Value value) {
    return value.type().isFloatingArray() && activity.isActive(value) && shadows.containsKey(value);
  }

  /** Whether the array's elements are numbers with adjoints, not rows that hold such numbers. */
  private boolean isActiveRow(Value value) {
    return isActiveArray(value) && ((ArrayType) value.type()).element().isFloating();
  }

  /** Whether the reverse sweep has something to do for the operation. */
  boolean isWork(Op op) {
    boolean own =
        op.results().stream().anyMatch(this::isActive)
            || (op instanceof Store store && isActiveRow(store.array()))
            || (op instanceof CloneArray copy && isActiveRow(copy.result()))
            || isMirrored(op)
            || (repeats && ClearShadows.makesShadow(op, this))
            || (op instanceof Call && isActiveCall(op))
            || (op instanceof Invoke invoke && isLinked(invoke) && isActiveCall(op));
    return own || op.regions().stream().anyMatch(this::isWork);
  }

  /**
   * Whether the operation moves a number on a tape that the function has from elsewhere, as the
   * sweeps of an earlier differentiation do. The reverse sweep then moves an adjoint, whether
   * anybody needs it or not: what it pops must be what was pushed.
   */
  private boolean isMirrored(Op op) {
    boolean number =
        (op instanceof Push push && push.content().type().isFloating())
            || (op instanceof Pop pop && pop.result().type().isFloating());
    return number && activity.isVaried(op.operands().get(0));
  }

  private static boolean isLinked(Invoke call) {
    return call.callee().differential() instanceof Differential.Linked;
  }

  private boolean isWork(Region region) {
    return !region.endsInThrow() && region.ops().stream().anyMatch(this::isWork);
  }

  /**
   * Whether a derivative may flow through the call: into it by some argument, and out of it by a
   * result or an array. Of the calls that take one tape either all are meant or none.
   */
  boolean isActiveCall(Op call) {
    List<Value> tapes = call.operands().stream().filter(TangentHelpers::isTape).toList();
    if (!tapes.isEmpty()) {
      return tapes.stream().anyMatch(activity::isVaried);
    }
    boolean enters = call.operands().stream().anyMatch(activity::isVaried);
    boolean leaves =
        call.results().stream().anyMatch(this::isActive)
            || call.results().stream().anyMatch(this::isActiveArray)
            || call.operands().stream().anyMatch(this::isActiveArray);
    return enters && leaves;
  }

  /** Whether the forward sweep of a callee takes a shadow that may be this one. */
  boolean isGivenAway(Value shadow) {
    boolean[] found = {false};
    Structure.forEach(
        structure.root(), op -> found[0] |= TangentHelpers.isCall(op) && takes(op, shadow));
    return found[0];
  }

  private boolean takes(Op call, Value shadow) {
    return call.operands().stream()
        .map(shadows::get)
        .anyMatch(s -> s != null && aliases.classOf(s) == aliases.classOf(shadow));
  }

  /** The active numbers that the region uses and that are defined outside it, in order of use. */
  List<Value> activeFrom(Region region) {
    Set<Value> found = new LinkedHashSet<>();
    Structure.forEach(region, op -> use(op, region, found));
    addOutside(region.yields(), region, found);
    return List.copyOf(found);
  }

  private void use(Op op, Region region, Set<Value> found) {
    addOutside(op.operands(), region, found);
    op.regions().forEach(inner -> addOutside(inner.yields(), region, found));
  }

  private void addOutside(List<Value> values, Region region, Set<Value> found) {
    for (Value value : values) {
      if (isActive(value) && isOutside(value, region)) {
        found.add(value);
      }
    }
  }

  /** Whether a value of the primal is defined outside the region. */
  boolean isOutside(Value value, Region region) {
    Region home = structure.regionOf(value);
    return home != null && !structure.isInside(home, region);
  }
}
