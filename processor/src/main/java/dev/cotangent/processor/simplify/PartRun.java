package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.BytecodeEstimate;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Operations in a row that will become a part, and what goes in and out of them. */
final class PartRun {
  /** Roughly the bytes that it takes to read a value from the frame, or to write it there. */
  static final int PASSAGE = 8;

  private final Map<Value, Integer> readers;
  private final List<Op> ops = new ArrayList<>();
  private final Set<Value> inputs = new LinkedHashSet<>();

  /** The values of the run, in order, and how many operations outside read each of them. */
  private final Map<Value, Integer> outside = new IdentityHashMap<>();

  private int own;
  private int wanted;

  /**
   * An empty run.
   *
   * @param readers how many operations, or yields, read each value of the region
   */
  PartRun(Map<Value, Integer> readers) {
    this.readers = readers;
  }

  /** The operations. */
  List<Op> ops() {
    return ops;
  }

  /** What the run reads and does not define. */
  Set<Value> inputs() {
    return inputs;
  }

  /** What the run defines and others read, in order. */
  List<Value> outputs() {
    return ops.stream()
        .flatMap(op -> op.results().stream())
        .filter(value -> outside.get(value) > 0)
        .toList();
  }

  /** The estimated size of the part. */
  int size() {
    return own + PASSAGE * (inputs.size() + wanted);
  }

  /** No less than what {@link #size} would be with one more operation. */
  int sizeWith(Op op) {
    long fresh = Uses.fromOutside(op).stream().filter(value -> !isKnown(value)).count();
    return size() + BytecodeEstimate.of(op) + PASSAGE * ((int) fresh + op.results().size());
  }

  private boolean isKnown(Value value) {
    return inputs.contains(value) || outside.containsKey(value);
  }

  /** One more operation. */
  void add(Op op) {
    for (Value value : Uses.fromOutside(op)) {
      Integer others = outside.computeIfPresent(value, (v, count) -> count - 1);
      if (others == null) {
        inputs.add(value);
      } else if (others == 0) {
        wanted--;
      }
    }
    for (Value result : op.results()) {
      int count = readers.getOrDefault(result, 0);
      outside.put(result, count);
      wanted += count > 0 ? 1 : 0;
    }
    ops.add(op);
    own += BytecodeEstimate.of(op);
  }
}
