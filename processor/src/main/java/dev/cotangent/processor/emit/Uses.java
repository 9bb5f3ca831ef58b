package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stage 7, first step: who defines and who uses each value of a function. Operations that only
 * compute what nobody uses are not needed, and what they read does not count as used.
 */
final class Uses {
  private final Map<Value, Op> definitions = new HashMap<>();
  private final Map<Value, Region> homes = new HashMap<>();
  private final Map<Value, Integer> counts = new HashMap<>();
  private final Map<Value, Region> useRegions = new HashMap<>();
  private final Map<Value, Op> users = new HashMap<>();
  private final Map<Region, Region> parents = new IdentityHashMap<>();
  private final Set<Value> divisors = new HashSet<>();
  private final Set<Op> needed = Collections.newSetFromMap(new IdentityHashMap<>());

  private Uses() {}

  /** The uses in the function's body if it yields these values. */
  static Uses of(Function function, List<Value> delivered) {
    Uses uses = new Uses();
    uses.define(function.body());
    delivered.forEach(value -> uses.use(value, function.body(), null));
    uses.count(function.body());
    return uses;
  }

  private void define(Region region) {
    region.parameters().forEach(parameter -> homes.put(parameter, region));
    for (Op op : region.ops()) {
      for (Value result : op.results()) {
        definitions.put(result, op);
        homes.put(result, region);
      }
      for (Region inner : op.regions()) {
        parents.put(inner, region);
        define(inner);
      }
      if (op instanceof While loop) {
        // Where the condition needs statements, condition and body are written into one block.
        parents.put(loop.body(), loop.condition());
      }
    }
  }

  /** Backwards, so that a value's uses are known when its definition is met. */
  private void count(Region region) {
    List<Op> ops = region.ops();
    for (int i = ops.size() - 1; i >= 0; i--) {
      Op op = ops.get(i);
      if (Effects.of(op).isPure() && op.results().stream().allMatch(result -> count(result) == 0)) {
        continue;
      }
      needed.add(op);
      op.operands().forEach(operand -> use(operand, region, op));
      for (Region inner : op.regions()) {
        yieldsOf(op, inner).forEach(value -> use(value, inner, null));
        count(inner);
      }
    }
  }

  private void use(Value value, Region region, Op user) {
    if (user instanceof Binary division && dividesIntegers(division) && division.right() == value) {
      divisors.add(value);
    }
    counts.merge(value, 1, Integer::sum);
    useRegions.put(value, region);
    users.put(value, user);
  }

  /** Whether the operation throws for a divisor of zero. */
  static boolean dividesIntegers(Binary op) {
    boolean divides =
        op.operator() == BinaryOperator.DIVIDE || op.operator() == BinaryOperator.REMAINDER;
    return divides && !op.result().type().isFloating();
  }

  /** Whether some division of integers divides by the constant zero that the value is. */
  boolean isDivisor(Value value) {
    return divisors.contains(value)
        && definitions.get(value) instanceof Constant constant
        && ((Number) constant.content()).longValue() == 0;
  }

  /** What a region of an operation yields, as far as somebody uses it. */
  List<Value> yieldsOf(Op op, Region region) {
    if (!(op instanceof If)) {
      return region.yields();
    }
    List<Value> used = new java.util.ArrayList<>();
    for (int i = 0; i < op.results().size(); i++) {
      if (count(op.results().get(i)) > 0) {
        used.add(region.yields().get(i));
      }
    }
    return used;
  }

  /** The results of an operation that matter: all, except that a branch's may be unused. */
  List<Value> resultsOf(Op op) {
    return op instanceof If
        ? op.results().stream().filter(result -> count(result) > 0).toList()
        : op.results();
  }

  /** The operation that defines the value; null for a region's parameter. */
  Op definition(Value value) {
    return definitions.get(value);
  }

  /** The region in which the value is defined. */
  Region home(Value value) {
    return homes.get(value);
  }

  /** How often the value is read. */
  int count(Value value) {
    return counts.getOrDefault(value, 0);
  }

  /** Whether the only use is by an operation of the value's own region, or that region's yield. */
  boolean isUsedAtHome(Value value) {
    return useRegions.get(value) == homes.get(value);
  }

  /** The operation that uses a value that is used once; null if a region yields it. */
  Op user(Value value) {
    return users.get(value);
  }

  /** Whether the operation must run. */
  boolean isNeeded(Op op) {
    return needed.contains(op);
  }

  /** The region around a region, in the sense of Java's scopes; null for the function's body. */
  Region parent(Region region) {
    return parents.get(region);
  }

  /** Whether {@code inner} is {@code outer} or lies in it. */
  boolean isWithin(Region inner, Region outer) {
    Region region = inner;
    while (region != null && region != outer) {
      region = parent(region);
    }
    return region == outer;
  }
}
