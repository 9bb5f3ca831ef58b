package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The body of a loop whose reverse sweep is another loop, running from the last iteration to the
 * first. What it needs of an iteration is recomputed or recorded, whichever is cheaper.
 */
final class LoopScope extends Scope {
  /**
   * A value that can only be recorded is as a rule needed more than once, and its record is shared.
   */
  private static final int SHARED_COST = 2;

  final Loop loop;

  /** The iteration, counted from 0, in the reverse sweep. */
  final Value iteration;

  /**
   * How often the loop runs, a value of the parent's region, if it must be counted while it runs;
   * else null.
   */
  final Value counted;

  /** The iteration, counted from 0, in a forward sweep that counts; else null. */
  final Value counter;

  private final Builder head = new Builder();
  private final Map<Value, List<Op>> after = new LinkedHashMap<>();
  private final Records records;

  LoopScope(Facts facts, Scope parent, Loop loop) {
    super(facts, parent, loop.body());
    this.loop = loop;
    boolean computable = loop.op() instanceof For counting && Trips.areComputable(counting);
    this.counted =
        computable ? null : parent.add(new Value(PrimitiveType.INT, "trips", loop.source()));
    this.counter = computable ? null : new Value(PrimitiveType.INT, "trip", loop.source());
    String name = isPlainlyIndexed() ? ((For) loop.op()).index().name() : "k";
    this.iteration = new Value(PrimitiveType.INT, name, loop.source());
    this.records = Records.of(this);
  }

  /** Whether the loop's own index counts the iterations from 0. */
  boolean isPlainlyIndexed() {
    return loop.op() instanceof For counting
        && counting.step() == 1
        && Trips.areComputable(counting)
        && facts.structure().definition(counting.start()) instanceof Constant start
        && start.content().equals(0);
  }

  /** The number of iterations, where the parent's reverse sweep stands. */
  Value trips() {
    if (counted != null) {
      return parent.need(counted);
    }
    For counting = (For) loop.op();
    Value bound = parent.need(counting.bound());
    return Trips.write(counting, parent.need(counting.start()), bound, parent.reverse);
  }

  /** Where operations at the start of a forward iteration are written. */
  Builder head() {
    return head;
  }

  /** The iteration, counted from 0, in the forward sweep. */
  Value forwardIteration() {
    if (counter != null) {
      return counter;
    }
    For counting = (For) loop.op();
    if (isPlainlyIndexed()) {
      return counting.index();
    }
    Value distance = head.subtract(counting.index(), counting.start());
    return counting.step() == 1 ? distance : head.divide(distance, head.constant(counting.step()));
  }

  @Override
  Value provide(Value value) {
    if (loop.op() instanceof For counting && value == counting.index()) {
      return index(counting);
    }
    int recordCost = facts.strategy().recordCost();
    if (Rematerialization.cost(value, this, recordCost) < recordCost) {
      return Rematerialization.write(value, this);
    }
    return records.record(value);
  }

  private Value index(For counting) {
    if (isPlainlyIndexed()) {
      return iteration;
    }
    Value start = parent.need(counting.start());
    Value distance =
        counting.step() == 1
            ? iteration
            : reverse.multiply(iteration, reverse.constant(counting.step()));
    return Names.nameLast(reverse, reverse.add(start, distance), counting.index().name());
  }

  @Override
  int provisionCost(Value value, int limit) {
    if (loop.op() instanceof For counting && value == counting.index()) {
      return 0;
    }
    boolean leaf = !Rematerialization.isPossible(value, this);
    return leaf ? SHARED_COST : Rematerialization.cost(value, this, recordCost(value), limit);
  }

  /** What is provided once for all iterations costs an iteration nothing. */
  @Override
  int outerCost(Value value, int limit) {
    return 0;
  }

  @Override
  int recordCost(Value value) {
    return facts.strategy().recordCost();
  }

  /** In the forward sweep {@code op} follows the definition of {@code value}. */
  void after(Value value, Op op) {
    after.computeIfAbsent(value, key -> new ArrayList<>()).add(op);
  }

  @Override
  List<Op> after(Value value) {
    return after.getOrDefault(value, List.of());
  }

  @Override
  List<Op> forwardOps() {
    List<Op> ops = new ArrayList<>(head.ops());
    ops.addAll(super.forwardOps());
    ops.addAll(records.forwardEnd());
    return ops;
  }

  @Override
  List<Op> reverseOps() {
    List<Op> ops = new ArrayList<>(records.reverseStart());
    ops.addAll(super.reverseOps());
    return ops;
  }

  /** The facts' structure, for those who look at the loop's surroundings. */
  Structure structure() {
    return facts.structure();
  }
}
