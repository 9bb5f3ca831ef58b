package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.OperationCost;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.MakeTape;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.StrongMultiply;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computing a value of the forward sweep once more in the reverse sweep, where that gives the same
 * bits: arithmetic, loads from arrays that nothing overwrites until the end, and fresh zeroed
 * shadows of arrays that do not outlive an iteration.
 */
final class Rematerialization {
  /** As good as infinite. */
  static final int NEVER = 1000;

  private static final int CHOICE = 1;
  private static final int STATIC_FIELD = 2;

  private Rematerialization() {}

  /** Whether the value could be recomputed at any cost. */
  static boolean isPossible(Value value, Scope scope) {
    Op op = scope.facts.structure().definition(value);
    return op != null && ownCost(op, scope) < NEVER;
  }

  /**
   * What recomputing costs in rough multiples of an addition, its operands included; above {@code
   * limit} the answer is inexact.
   */
  static int cost(Value value, Scope scope, int limit) {
    Op op = scope.facts.structure().definition(value);
    if (op == null) {
      return NEVER;
    }
    int sum = ownCost(op, scope);
    for (Value input : inputs(op)) {
      if (sum > limit || sum >= NEVER) {
        return NEVER;
      }
      sum += scope.cost(input, limit - sum);
    }
    return sum;
  }

  /**
   * What recomputing or keeping costs, whichever is cheaper. Nobody looks for what is dearer than
   * keeping: operands that are shared would be gone through once for each of their uses.
   *
   * @param keeping what keeping costs
   */
  static int cost(Value value, Scope scope, int keeping, int limit) {
    return Math.min(keeping, cost(value, scope, Math.min(keeping, limit)));
  }

  /** Writes the recomputation where the scope's reverse sweep stands. */
  static Value write(Value value, Scope scope) {
    Op op = scope.facts.structure().definition(value);
    Map<Value, Value> found = new LinkedHashMap<>();
    for (Value input : inputs(op)) {
      found.put(input, scope.need(input));
    }
    Substitution substitution = new Substitution(found);
    substitution.copyInto(List.of(op), scope.reverse);
    for (Value result : op.results()) {
      scope.know(result, substitution.of(result));
    }
    return substitution.of(value);
  }

  /** What the operation reads from outside, in its regions as well. */
  static Set<Value> inputs(Op op) {
    Set<Value> inputs = new LinkedHashSet<>(op.operands());
    if (!op.regions().isEmpty()) {
      Set<Value> defined = new LinkedHashSet<>();
      for (Region region : op.regions()) {
        Structure.forEach(region, inner -> defined.addAll(inner.results()));
        inputs.addAll(region.yields());
        Structure.forEach(
            region,
            inner -> {
              inputs.addAll(inner.operands());
              inner.regions().forEach(within -> inputs.addAll(within.yields()));
            });
      }
      inputs.removeAll(defined);
    }
    return inputs;
  }

  private static int ownCost(Op op, Scope scope) {
    if (op instanceof Constant) {
      return 0;
    }
    if (isArithmetic(op)) {
      return OperationCost.of(op);
    }
    if (op instanceof Load load) {
      return scope.facts.writes().isStable(load.array(), op) ? OperationCost.of(op) : NEVER;
    }
    if (op instanceof Alloc alloc) {
      return isRenewable(alloc, scope) ? 0 : NEVER;
    }
    if (op instanceof MakeTape) {
      // The adjoints are on a tape of their own.
      return 0;
    }
    if (op instanceof Opaque || op instanceof Invoke) {
      return Effects.of(op).isPure() ? STATIC_FIELD : NEVER;
    }
    return op instanceof If choice ? choiceCost(choice, scope) : NEVER;
  }

  private static boolean isArithmetic(Op op) {
    return op instanceof Unary
        || op instanceof Convert
        || op instanceof Length
        || op instanceof StrongMultiply
        || op instanceof Binary
        || op instanceof MathCall;
  }

  /**
   * A shadow that lives in one iteration holds zeros when that iteration's reverse sweep begins.
   * One that belongs to an array of arrays must stay the one that is found there, and one that a
   * callee has been given the one that the callee's own reverse sweep adds to.
   */
  private static boolean isRenewable(Alloc alloc, Scope scope) {
    return scope.facts.isShadow(alloc.result())
        && scope instanceof LoopScope
        && scope.facts.aliases().members(alloc.result()).stream()
            .allMatch(member -> member.type().equals(alloc.result().type()))
        && ((ArrayType) alloc.result().type()).element().isFloating()
        && !scope.facts.isGivenAway(alloc.result())
        && scope.facts.writes().isLocalTo(alloc.result(), scope.region);
  }

  /** What stands in a choice inside counts there. */
  private static int choiceCost(If choice, Scope scope) {
    if (!Effects.of(choice).isPure()) {
      return NEVER;
    }
    int sum = CHOICE;
    for (Region region : choice.regions()) {
      for (Op op : region.ops()) {
        sum += sum < NEVER ? ownCost(op, scope) : 0;
      }
    }
    return sum;
  }
}
