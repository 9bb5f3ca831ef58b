package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * One region of the primal while its reverse sweep is written: the adjoints so far, and how the
 * reverse sweep gets at values of the forward sweep.
 *
 * <p>The forward sweep keeps the primal's own operations and values; what a scope adds to it
 * (further results of branches and loops, records) is collected while the reverse sweep asks for
 * values by {@link #need}, and put in by {@link #forwardOps}.
 */
abstract class Scope {
  final Facts facts;
  final Scope parent;
  final Region region;

  /** Where the reverse sweep of the region is written. */
  final Builder reverse = new Builder();

  private final Map<Value, Value> known = new LinkedHashMap<>();
  private final Map<Value, Value> adjoints = new LinkedHashMap<>();
  private final Map<Op, Op> overrides = new LinkedHashMap<>();
  private final Map<Op, List<Op>> before = new LinkedHashMap<>();
  private final Map<Op, List<Op>> behind = new LinkedHashMap<>();
  private final Map<Op, Map<Value, Value>> copies = new LinkedHashMap<>();
  private final Set<Value> added = new LinkedHashSet<>();

  Scope(Facts facts, Scope parent, Region region) {
    this.facts = facts;
    this.parent = parent;
    this.region = region;
  }

  // Values of the forward sweep.

  /** The value, as the reverse sweep has it where {@link #reverse} stands now. */
  final Value need(Value value) {
    Value found = known.get(value);
    if (found == null) {
      found = owns(value) ? provide(value) : parent.need(value);
      known.put(value, found);
      facts.standIns().add(found, value);
    }
    return found;
  }

  /** Finds, recomputes or records a value that is defined in this region. */
  abstract Value provide(Value value);

  /**
   * What {@link #provide} would cost, in rough multiples of an addition; anything above {@code
   * limit} is as good as infinite.
   */
  abstract int provisionCost(Value value, int limit);

  /** What it costs to keep a value of this region from the forward sweep for the reverse sweep. */
  abstract int recordCost(Value value);

  /** What {@link #need} would cost. */
  final int cost(Value value, int limit) {
    if (known.containsKey(value)) {
      return 0;
    }
    return owns(value) ? provisionCost(value, limit) : outerCost(value, limit);
  }

  /** What it costs here to have a value that the scope around provides. */
  int outerCost(Value value, int limit) {
    return parent.cost(value, limit);
  }

  /** Says how a value is had without asking. */
  final void know(Value value, Value found) {
    known.put(value, found);
  }

  /** Whether the value is defined in this very region, not further in or out. */
  final boolean owns(Value value) {
    return added.contains(value) || facts.structure().regionOf(value) == region;
  }

  /** From now on the forward sweep of this region defines this further value. */
  final Value add(Value value) {
    added.add(value);
    return value;
  }

  // Adjoints.

  /** The adjoint so far; null if nothing has contributed yet. */
  Value adjoint(Value value) {
    return adjoints.get(value);
  }

  /** Adds a term, which others may read as well, to the adjoint of an active value. */
  final void contribute(Value value, Value term) {
    Value sofar = adjoint(value);
    adjoints.put(value, sofar == null ? term : named(value, reverse.add(sofar, term)));
  }

  /** Adds a term that has just been computed for this alone, and names it if it is the first. */
  final void contributeOwn(Value value, Value term) {
    contribute(value, adjoint(value) == null ? named(value, term) : term);
  }

  private Value named(Value value, Value adjoint) {
    return Names.nameLast(reverse, adjoint, Names.adjoint(value));
  }

  /** Replaces the adjoint. */
  final void setAdjoint(Value value, Value adjoint) {
    adjoints.put(value, adjoint);
  }

  /**
   * The adjoint of a value whose definition has been reached, so that nothing can contribute any
   * more.
   */
  final Value takeAdjoint(Value value) {
    Value sum = adjoint(value);
    adjoints.remove(value);
    return sum;
  }

  /** The adjoint, or a zero where there is none. */
  final Value adjointOrZero(Value value) {
    Value sum = adjoint(value);
    return sum == null ? reverse.constant(0.0) : sum;
  }

  /** The values from outside to whose adjoints this scope has contributed, in order. */
  final List<Value> contributed() {
    return adjoints.keySet().stream().filter(value -> !owns(value)).toList();
  }

  // The forward sweep.

  /** In the forward sweep {@code op} is replaced. */
  final void override(Op op, Op replacement) {
    overrides.put(op, replacement);
  }

  /** Where operations to be run before {@code op} in the forward sweep are collected. */
  final List<Op> before(Op op) {
    return before.computeIfAbsent(op, key -> new ArrayList<>());
  }

  /** Where operations to be run right behind {@code op} in the forward sweep are collected. */
  final List<Op> behind(Op op) {
    return behind.computeIfAbsent(op, key -> new ArrayList<>());
  }

  /**
   * A value that the forward sweep makes of another one just before {@code op}, once however often
   * it is asked for.
   */
  final Value copyBefore(Op op, Value value, BiFunction<Value, Builder, Value> make) {
    return copies
        .computeIfAbsent(op, key -> new LinkedHashMap<>())
        .computeIfAbsent(
            value,
            key -> {
              Builder forward = new Builder().at(op.source());
              Value copy = add(make.apply(value, forward));
              before(op).addAll(forward.ops());
              return copy;
            });
  }

  /** The forward sweep of the region. */
  List<Op> forwardOps() {
    List<Op> ops = new ArrayList<>();
    region.parameters().forEach(parameter -> ops.addAll(after(parameter)));
    for (Op op : region.ops()) {
      for (Op earlier : before.getOrDefault(op, List.of())) {
        ops.add(earlier);
        earlier.results().forEach(result -> ops.addAll(after(result)));
      }
      Op actual = overrides.getOrDefault(op, op);
      ops.add(actual);
      ops.addAll(behind.getOrDefault(op, List.of()));
      actual.results().forEach(result -> ops.addAll(after(result)));
    }
    return ops;
  }

  /** What stands behind {@code op}: the rest of the forward sweep, and the reverse sweep so far. */
  final List<Op> opsBehind(Op op) {
    List<Op> ops = new ArrayList<>();
    for (Op later : region.ops().subList(facts.structure().indexOf(op) + 1, region.ops().size())) {
      ops.addAll(before.getOrDefault(later, List.of()));
      ops.add(overrides.getOrDefault(later, later));
      ops.addAll(behind.getOrDefault(later, List.of()));
    }
    ops.addAll(reverse.ops());
    return ops;
  }

  /** What the forward sweep does as soon as a value is defined. */
  List<Op> after(Value value) {
    return List.of();
  }

  /** The reverse sweep of the region. */
  List<Op> reverseOps() {
    return facts.strategy().uses(Strategy.Technique.ZERO_SEEDS)
        ? ZeroSeeds.leftOut(reverse.ops())
        : reverse.ops();
  }
}
