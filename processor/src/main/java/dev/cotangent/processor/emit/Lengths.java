package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stage 7, a part of {@link Folding}: which lengths may be written {@code x.length} wherever they
 * are used. The first time that must happen where the length is taken, since null throws there;
 * once the array has been accessed, its length is as good as a constant.
 */
final class Lengths {
  private final Set<Value> accessed = new HashSet<>();

  /** Arrays whose access is decided but still pending. */
  private final Set<Value> waiting = new HashSet<>();

  /** Lengths not taken yet, with the pending value whose expression takes them. */
  private final Map<Value, Value> open = new HashMap<>();

  /** What is known when an inner region begins. */
  Lengths inner() {
    Lengths inner = new Lengths();
    inner.accessed.addAll(accessed);
    return inner;
  }

  /** Whether the array is known not to be null where the next statement runs. */
  boolean isKnown(Value array) {
    return accessed.contains(array);
  }

  /** The length will be taken by whatever takes it from the pending values. */
  void open(Value length) {
    open.put(length, length);
  }

  /** The pending value that must be written before the length can be used again; null if none. */
  Value holder(Value length) {
    return open.get(length);
  }

  /** The lengths not taken yet. */
  List<Value> open() {
    return new ArrayList<>(open.keySet());
  }

  /** The operation has been placed. */
  void access(Op op) {
    if (op instanceof Load load) {
      waiting.add(load.array());
    } else if (op instanceof Store store) {
      waiting.add(store.array());
    } else if (op instanceof CloneArray copy) {
      waiting.add(copy.array());
      waiting.add(copy.result());
    } else if (op instanceof Length length) {
      waiting.add(length.array());
    } else if (op instanceof Alloc alloc) {
      waiting.add(alloc.result());
    }
  }

  /** A pending value has become part of another one's expression. */
  void move(Value from, Value to) {
    open.replaceAll((length, holder) -> holder == from ? to : holder);
  }

  /** A pending value has been written. */
  void written(Value value) {
    open.values().removeIf(holder -> holder == value);
  }

  /** Nothing is pending any more. */
  void settle() {
    accessed.addAll(waiting);
    waiting.clear();
    open.clear();
  }

  /** Whether the operation's regions use the value. */
  static boolean isUsedInside(Op op, Value value) {
    for (Region region : op.regions()) {
      if (region.yields().contains(value)
          || region.ops().stream()
              .anyMatch(inner -> inner.operands().contains(value) || isUsedInside(inner, value))) {
        return true;
      }
    }
    return false;
  }
}
