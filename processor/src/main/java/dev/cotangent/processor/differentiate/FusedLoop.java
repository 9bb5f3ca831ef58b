package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Literals;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reverse sweep of a loop that only accumulates: the same loop once more, forwards, in which
 * each iteration is recomputed and reversed at once, so that nothing is recorded.
 *
 * <p>Proof obligations ({@link #isPossible}): active carried values are mere accumulators, so their
 * adjoints are the same in every iteration and no iteration needs their values; the body changes
 * nothing but arrays that it makes itself; and what it reads is not overwritten between the loop
 * and the reverse sweep.
 */
final class FusedLoop {
  private final ReverseSweep sweep;
  private final Loop loop;
  private final Scope scope;
  private final OpenScope body;
  private final CarriedAdjoints outside;

  FusedLoop(ReverseSweep sweep, Loop loop, Scope scope) {
    this.sweep = sweep;
    this.loop = loop;
    this.scope = scope;
    this.body = new OpenScope(sweep.facts(), scope, loop.body());
    this.outside = new CarriedAdjoints(sweep.facts().activeFrom(loop.body()), scope, body);
  }

  /** Whether the proof obligations hold. */
  static boolean isPossible(Loop loop, Facts facts) {
    return MereAccumulators.holds(loop, facts) && isRepeatable(loop, facts);
  }

  private static boolean isRepeatable(Loop loop, Facts facts) {
    return areRepeatable(loop.op().regions(), loop, facts);
  }

  /** What ends in an exception has not run where there is a reverse sweep. */
  private static boolean areRepeatable(List<Region> regions, Loop loop, Facts facts) {
    return regions.stream()
        .filter(region -> !region.endsInThrow())
        .flatMap(region -> region.ops().stream())
        .allMatch(op -> isRepeatable(op, loop, facts) && areRepeatable(op.regions(), loop, facts));
  }

  private static boolean isRepeatable(Op op, Loop loop, Facts facts) {
    if (op instanceof Store store) {
      return isOwn(store.array(), loop, facts);
    }
    if (op instanceof Load load) {
      return keeps(load.array(), loop, facts);
    }
    if (op instanceof CloneArray copy) {
      // The copy that is used behind the loop has its adjoints in the shadow of the first run.
      boolean escapes = facts.isActiveArray(copy.result()) && !isOwn(copy.result(), loop, facts);
      return !escapes && keeps(copy.array(), loop, facts);
    }
    if (op instanceof Opaque || op instanceof Invoke) {
      return Effects.of(op).isPure();
    }
    if (op instanceof Call call) {
      // A helper's two sweeps have a tape each; what is called again would need the first one's.
      return facts.tape() == facts.reverseTape()
          && facts.helpers().isRepeatable(call)
          && call.arguments().stream()
              .filter(argument -> argument.type().isReference())
              .allMatch(argument -> keepsWholly(argument, loop, facts));
    }
    return !(op instanceof Push || op instanceof Pop || op instanceof Grow);
  }

  private static boolean isOwn(Value array, Loop loop, Facts facts) {
    return facts.writes().isLocalTo(array, loop.body());
  }

  private static boolean keepsWholly(Value array, Loop loop, Facts facts) {
    return isOwn(array, loop, facts) || facts.writes().isWhollyStable(array, loop.op());
  }

  private static boolean keeps(Value array, Loop loop, Facts facts) {
    return isOwn(array, loop, facts) || facts.writes().isStable(array, loop.op());
  }

  /** Writes it into the scope; the forward sweep stays as it is. */
  void write() {
    Map<Integer, Value> seeds = new LinkedHashMap<>();
    for (int i = 0; i < loop.carried().size(); i++) {
      Value seed = isAccumulator(i) ? scope.takeAdjoint(loop.results().get(i)) : null;
      if (seed != null) {
        seeds.put(i, seed);
        body.contribute(loop.next().get(i), seed);
      }
    }
    sweep.run(body);
    append(assemble());
    outside.finish();
    seeds.forEach(
        (position, seed) -> {
          Value before = loop.initial().get(position);
          if (sweep.facts().isActive(before)) {
            scope.contribute(before, seed);
          }
        });
  }

  private boolean isAccumulator(int position) {
    return loop.isActive(position, sweep.facts());
  }

  /** Neither the sum that is differentiated nor one that nobody looks at is added up again. */
  private boolean isLeftOut(int position) {
    return isAccumulator(position) || isUnread(position);
  }

  /** Whether nothing in the loop reads the carried value but the step to its own next one. */
  private boolean isUnread(int position) {
    Value next = loop.next().get(position);
    Value carried = loop.carried().get(position);
    Op step = sweep.facts().structure().definition(next);
    boolean steps = loop.op() instanceof For && step instanceof Binary && next != carried;
    return steps
        && step.operands().contains(carried)
        && reads(carried) == Collections.frequency(step.operands(), carried)
        && reads(next) == 1;
  }

  private int reads(Value value) {
    List<Value> reads = new ArrayList<>(loop.next());
    Structure.forEach(
        loop.body(),
        op -> {
          reads.addAll(op.operands());
          op.regions().forEach(region -> reads.addAll(region.yields()));
        });
    return Collections.frequency(reads, value);
  }

  private Op assemble() {
    List<Value> initial = passive(loop.initial());
    List<Value> parameters = passive(loop.carried());
    List<Value> results = new ArrayList<>();
    parameters.forEach(parameter -> results.add(parameter.fresh()));
    List<Op> ops = new ArrayList<>(unusedAccumulators());
    ops.addAll(body.forwardOps());
    List<Value> yields = Lists.concat(passive(loop.next()), outside.yields());
    ops.addAll(body.reverseOps());
    List<Value> allInitial = Lists.concat(initial, outside.initial());
    List<Value> allParameters = Lists.concat(parameters, outside.parameters());
    List<Value> allResults = Lists.concat(results, outside.results());
    if (loop.op() instanceof While old) {
      Region condition = condition(old);
      Region region = Repetition.prune(new Region(allParameters, ops, yields));
      return new While(allInitial, condition, region, allResults, old.source());
    }
    For old = (For) loop.op();
    List<Value> all = Lists.concat(List.of(old.index()), allParameters);
    Region region = Repetition.prune(new Region(all, ops, yields));
    return new For(
        old.start(),
        old.bound(),
        old.step(),
        old.relation(),
        allInitial,
        region,
        allResults,
        old.source());
  }

  private Region condition(While old) {
    List<Value> parameters = passive(old.condition().parameters());
    for (Value parameter : outside.parameters()) {
      parameters.add(parameter.fresh());
    }
    return new Region(parameters, old.condition().ops(), old.condition().yields());
  }

  private List<Value> passive(List<Value> values) {
    List<Value> passive = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (!isLeftOut(i)) {
        passive.add(values.get(i));
      }
    }
    return passive;
  }

  /**
   * The recomputed additions to an accumulator are dead; they add to zero until they are removed.
   */
  private List<Op> unusedAccumulators() {
    List<Op> zeros = new ArrayList<>();
    for (int i = 0; i < loop.carried().size(); i++) {
      Value carried = loop.carried().get(i);
      if (isLeftOut(i)) {
        zeros.add(new Constant(Literals.zero((PrimitiveType) carried.type()), carried));
      }
    }
    return zeros;
  }

  /**
   * Appends the loop, reading the primal's values from outside it as the scope's reverse sweep has
   * them.
   */
  private void append(Op op) {
    Set<Value> used = new LinkedHashSet<>(MereAccumulators.reads(op));
    for (Region region : op.regions()) {
      Structure.forEach(region, inner -> used.addAll(MereAccumulators.reads(inner)));
    }
    Map<Value, Value> found = new LinkedHashMap<>();
    for (Value value : used) {
      if (isFromOutside(value)) {
        Value here = scope.need(value);
        if (here != value) {
          found.put(value, here);
        }
      }
    }
    if (found.isEmpty()) {
      scope.reverse.append(op);
      return;
    }
    Substitution substitution = new Substitution(found);
    substitution.copyInto(List.of(op), scope.reverse);
    sweep.facts().standIns().copied(op, substitution::of);
    outside.replaceResults(substitution::of);
  }

  private boolean isFromOutside(Value value) {
    Facts facts = sweep.facts();
    boolean inCondition =
        loop.op() instanceof While other && !facts.isOutside(value, other.condition());
    return facts.isOutside(value, loop.body()) && !inCondition;
  }
}
