package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which values and operations of a function are needed: the greatest part may go, so this starts
 * from what must run ({@link Roots}) and from the function's results, and follows the uses back. A
 * carried value that only feeds itself is not reached. A store into the derivative's own memory is
 * needed once something else looks at that memory.
 */
final class Liveness {
  private final Memory memory;
  private final Roots roots;
  private final Map<Value, Runnable> sources = new IdentityHashMap<>();
  private final Map<Op, Op> owners = new IdentityHashMap<>();
  private final Map<Value, Set<Op>> storesInto = new IdentityHashMap<>();
  private final Set<Value> live = identitySet();
  private final Set<Op> kept = identitySet();
  private final Deque<Runnable> work = new ArrayDeque<>();

  private Liveness(Function function, Memory memory, boolean returns) {
    this.memory = memory;
    this.roots = new Roots(function, memory, returns);
  }

  /**
   * Looks at a function.
   *
   * @param returns whether it is known to return
   */
  static Liveness of(Function function, Memory memory, boolean returns) {
    Liveness liveness = new Liveness(function, memory, returns);
    liveness.collect(function.body(), null);
    liveness.mark(function.results());
    function.results().forEach(liveness::needRows);
    while (!liveness.work.isEmpty()) {
      liveness.work.pop().run();
    }
    return liveness;
  }

  private static <T> Set<T> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  boolean isKept(Op op) {
    return kept.contains(op);
  }

  boolean isLive(Value value) {
    return live.contains(value);
  }

  private void collect(Region region, Op owner) {
    for (Op op : region.ops()) {
      owners.put(op, owner);
      if (roots.isRoot(op)) {
        work.add(() -> keep(op));
      } else if (op instanceof Store store) {
        for (Value origin : memory.origins(store.array())) {
          storesInto.computeIfAbsent(origin, o -> identitySet()).add(store);
        }
      }
      if (op instanceof If branch) {
        collectIf(branch);
      } else if (op instanceof For loop) {
        collectFor(loop);
      } else if (op instanceof While loop) {
        collectWhile(loop);
      } else {
        op.results().forEach(result -> sources.put(result, () -> keep(op)));
      }
      op.regions().forEach(inner -> collect(inner, op));
    }
  }

  /** When the target is needed, so are the operation and what the target gets its value from. */
  private void feed(Value target, Op op, List<Value> from) {
    sources.put(
        target,
        () -> {
          keep(op);
          mark(from);
        });
  }

  private void collectIf(If op) {
    for (int i = 0; i < op.results().size(); i++) {
      Value first = op.thenRegion().yields().get(i);
      feed(op.results().get(i), op, List.of(first, op.elseRegion().yields().get(i)));
    }
  }

  private void collectFor(For op) {
    feed(op.index(), op, List.of());
    for (int i = 0; i < op.results().size(); i++) {
      List<Value> from = List.of(op.initial().get(i), op.body().yields().get(i));
      feed(op.results().get(i), op, from);
      feed(op.carried().get(i), op, from);
    }
  }

  private void collectWhile(While op) {
    for (int i = 0; i < op.results().size(); i++) {
      List<Value> from = List.of(op.initial().get(i), op.body().yields().get(i));
      feed(op.results().get(i), op, from);
      feed(op.condition().parameters().get(i), op, from);
      feed(op.body().parameters().get(i), op, from);
    }
  }

  private void mark(List<Value> values) {
    for (Value value : values) {
      if (live.add(value)) {
        Runnable source = sources.get(value);
        if (source != null) {
          work.add(source);
        }
        if (value.type().isReference()) {
          memory.origins(value).forEach(this::needStores);
        }
      }
    }
  }

  /** Whoever has a reference may look at what was stored. */
  private void needStores(Value origin) {
    storesInto.getOrDefault(origin, Set.of()).forEach(store -> work.add(() -> keep(store)));
  }

  /** What is in the rows of a result is part of it. */
  private void needRows(Value result) {
    if (result.type().isReference()) {
      memory.rows(result).forEach(this::needStores);
    }
  }

  private void keep(Op op) {
    if (op == null || !kept.add(op)) {
      return;
    }
    keep(owners.get(op));
    if (op instanceof For loop) {
      mark(List.of(loop.start(), loop.bound()));
    } else if (op instanceof While loop) {
      mark(loop.condition().yields());
    } else {
      mark(op.operands());
    }
  }
}
