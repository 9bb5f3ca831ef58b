package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Records in one array a value, allocated before the outermost loop of the nest and indexed by the
 * iteration: {@code i} in a single loop, {@code i * m + j} in a nest whose inner loops run equally
 * often each time.
 */
final class RecordArrays implements Records {
  private final LoopScope scope;
  private final Scope anchor;
  private final Op outermost;
  private final Builder before = new Builder();
  private final List<Value> trips = new ArrayList<>();
  private final List<LoopScope> nest;
  private Value size;
  private Value forwardPosition;
  private Value reversePosition;

  private RecordArrays(List<LoopScope> nest, Scope anchor) {
    this.nest = nest;
    this.scope = nest.get(nest.size() - 1);
    this.anchor = anchor;
    this.outermost = nest.get(0).loop.op();
  }

  /**
   * Records for the innermost loop of the nest; null if the number of iterations cannot be computed
   * beforehand.
   */
  static RecordArrays tryFor(List<LoopScope> nest, Scope anchor) {
    RecordArrays records = new RecordArrays(nest, anchor);
    return records.countTrips() ? records : null;
  }

  private boolean countTrips() {
    for (LoopScope loop : nest) {
      if (loop.counted != null) {
        return false;
      }
      For counting = (For) loop.loop.op();
      Value start = hoist(counting.start());
      Value bound = start == null ? null : hoist(counting.bound());
      if (bound == null) {
        return false;
      }
      trips.add(Trips.write(counting, start, bound, before));
    }
    return true;
  }

  /**
   * The value where the nest begins: there already, a constant, or the length of an array that is
   * there.
   */
  private Value hoist(Value value) {
    Structure structure = scope.structure();
    Region outer = ((For) outermost).body();
    if (!structure.isInside(structure.regionOf(value), outer)) {
      return value;
    }
    Op op = structure.definition(value);
    if (op instanceof Constant constant) {
      return before.constant((Integer) constant.content());
    }
    if (op instanceof Length length
        && !structure.isInside(structure.regionOf(length.array()), outer)) {
      return lengthOrZero(length.array());
    }
    return null;
  }

  /** The loop might never reach the place where a null array throws. */
  private Value lengthOrZero(Value array) {
    Value none = before.zero(array.type());
    Value absent = before.binary(BinaryOperator.EQUAL, array, none);
    Builder zero = new Builder();
    Builder present = new Builder();
    Value length = before.value(PrimitiveType.INT, "length");
    before.append(
        new If(
            absent,
            zero.region(List.of(), List.of(zero.constant(0))),
            present.region(List.of(), List.of(present.length(array))),
            List.of(length),
            before.source()));
    return length;
  }

  @Override
  public Value record(Value value) {
    begin();
    ArrayType type = new ArrayType(value.type());
    String name = value.name().isEmpty() ? "record" : value.name() + "Record";
    Value array = anchor.add(new Value(type, name, value.source()));
    anchor.before(outermost).add(new Alloc(size, Alloc.Purpose.RECORD, array));
    scope.after(value, new Store(array, forwardPosition, value, value.source()));
    Value kept = scope.reverse.load(scope.need(array), reversePosition);
    return Names.nameLast(scope.reverse, kept, value.name());
  }

  /** Writes the size and the positions, when the first value is recorded. */
  private void begin() {
    if (size != null) {
      return;
    }
    Value total = trips.get(0);
    for (Value more : trips.subList(1, trips.size())) {
      total = before.multiply(total, more);
    }
    size = total;
    before.ops().forEach(op -> op.results().forEach(anchor::add));
    anchor.before(outermost).addAll(before.ops());
    Value forward = nest.get(0).forwardIteration();
    Value backward = nest.get(0).iteration;
    Builder back = scope.reverse;
    for (int level = 1; level < nest.size(); level++) {
      LoopScope loop = nest.get(level);
      Value count = trips.get(level);
      Value here = loop.forwardIteration();
      forward = loop.head().add(loop.head().multiply(forward, count), here);
      Value row = back.multiply(backward, scope.need(count));
      backward = back.add(row, loop.iteration);
    }
    forwardPosition = forward;
    reversePosition = backward;
  }

  @Override
  public List<Op> forwardEnd() {
    return List.of();
  }

  @Override
  public List<Op> reverseStart() {
    return List.of();
  }
}
