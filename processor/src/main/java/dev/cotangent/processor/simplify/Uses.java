package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What an operation uses and touches, its regions included. */
final class Uses {
  private Uses() {}

  /** The values that the operation, or what runs inside it, reads. */
  static Set<Value> of(Op op) {
    // In program order; values are compared by identity.
    Set<Value> uses = new LinkedHashSet<>();
    forEach(
        op,
        inner -> {
          uses.addAll(inner.operands());
          inner.regions().forEach(region -> uses.addAll(region.yields()));
        });
    return uses;
  }

  /** The values that the operation, or what runs inside it, reads and does not define. */
  static Set<Value> fromOutside(Op op) {
    Set<Value> values = of(op);
    forEach(
        op,
        inner -> {
          values.removeAll(inner.results());
          inner.regions().forEach(region -> region.parameters().forEach(values::remove));
        });
    return values;
  }

  /** The arrays that loads inside the operation read. */
  static List<Value> loaded(Op op) {
    Set<Value> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    forEach(
        op,
        inner -> {
          if (inner instanceof Load load) {
            arrays.add(load.array());
          }
        });
    return List.copyOf(arrays);
  }

  /** The arrays that stores inside the operation write. */
  static List<Value> stored(Op op) {
    Set<Value> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    forEach(
        op,
        inner -> {
          if (inner instanceof Store store) {
            arrays.add(store.array());
          }
        });
    return List.copyOf(arrays);
  }

  /** The operation and those inside it, in program order. */
  static void forEach(Op op, Consumer<Op> action) {
    action.accept(op);
    for (Region region : op.regions()) {
      region.ops().forEach(inner -> forEach(inner, action));
    }
  }
}
