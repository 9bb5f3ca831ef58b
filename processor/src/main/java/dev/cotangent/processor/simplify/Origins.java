package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Derive;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the references of a function come from: parameters of the function, allocations in it, the
 * rows that a shadow of arrays of arrays came with, or {@link #UNKNOWN} (a call, another load,
 * opaque Java). References flow through {@code If}s, carried values and shadows, so each has a set
 * of origins; the sets are the least that the flow allows.
 */
final class Origins {
  /** The origin of references that were made, or kept, out of sight. */
  static final Value UNKNOWN = new Value(new ReferenceType("unknown"));

  /** A null reference has this origin besides. */
  private static final Value NULL = new Value(new ReferenceType("null"));

  private final Map<Value, Set<Value>> origins = new IdentityHashMap<>();
  private final Map<Value, Op> allocations = new IdentityHashMap<>();
  private final Set<Value> parameters = identitySet();
  private final Set<Value> escaped = identitySet();

  /** The parameters that are shadows, by what is known of the function. */
  private final Set<Value> shadows;

  /** The rows that a shadow came with, as one origin, for each such shadow. */
  private final Map<Value, Value> rows = new IdentityHashMap<>();

  /** Where the references come from that a shadow holds. */
  private final Map<Value, Set<Value>> held = new IdentityHashMap<>();

  /** Where the references come from that every shadow may hold. */
  private final Set<Value> heldAnywhere = identitySet();

  private boolean changed;

  private Origins(Set<Value> shadows) {
    this.shadows = shadows;
    shadows.forEach(this::addRows);
  }

  /**
   * Looks at a function.
   *
   * @param shadows the parameters whose arrays, with their rows, belong to the derivative alone
   */
  static Origins of(Function function, Set<Value> shadows) {
    Origins result = new Origins(shadows);
    for (Value parameter : function.parameters()) {
      result.parameters.add(parameter);
      result.add(parameter, Set.of(parameter));
    }
    do {
      result.changed = false;
      result.visit(function.body());
    } while (result.changed);
    return result;
  }

  private static Set<Value> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** The origins of a reference, but for null. */
  Set<Value> of(Value reference) {
    Set<Value> all = identitySet();
    all.addAll(origins.getOrDefault(reference, Set.of()));
    all.remove(NULL);
    return all;
  }

  boolean mayBeNull(Value reference) {
    return origins.getOrDefault(reference, Set.of(NULL)).contains(NULL);
  }

  boolean isParameter(Value origin) {
    return parameters.contains(origin);
  }

  /** The operation that makes the origin; null for a parameter and for the unknown. */
  Op allocation(Value origin) {
    return allocations.get(origin);
  }

  /** Whether code out of sight may know the origin. */
  boolean hasEscaped(Value origin) {
    return escaped.contains(origin);
  }

  private void add(Value target, Set<Value> sources) {
    if (target.type().isReference()) {
      changed |= origins.computeIfAbsent(target, v -> identitySet()).addAll(sources);
    }
  }

  private void flow(Value from, Value to) {
    add(to, Set.copyOf(origins.getOrDefault(from, Set.of())));
  }

  private void flow(List<Value> from, List<Value> to) {
    for (int i = 0; i < from.size(); i++) {
      flow(from.get(i), to.get(i));
    }
  }

  /** Whether the origin is the rows of a shadow. */
  boolean isShadowRow(Value origin) {
    return rows.containsValue(origin);
  }

  /** Whether the origin is the rows of one of these shadows. */
  boolean isRowOf(Set<Value> some, Value origin) {
    return some.stream().anyMatch(shadow -> rows.get(shadow) == origin);
  }

  /** The rows of a shadow. */
  Stream<Value> rowsOf(Value origin) {
    return Stream.ofNullable(rows.get(origin));
  }

  /** The rows of rows are taken as rows, too. */
  private void addRows(Value shadow) {
    if (holdsReferences(shadow) && !rows.containsKey(shadow)) {
      Value row = new Value(new ReferenceType("rows of " + shadow.name()));
      rows.put(shadow, row);
      rows.put(row, row);
      held.put(shadow, identitySet());
      held.put(row, identitySet());
      held.get(shadow).add(row);
      held.get(row).add(row);
    }
  }

  private Set<Value> held(Value shadow) {
    return held.computeIfAbsent(shadow, s -> identitySet());
  }

  private void escape(Value reference) {
    Set.copyOf(origins.getOrDefault(reference, Set.of())).forEach(this::escapeOrigin);
  }

  /** Code out of sight may know the array; if it is a shadow, also its rows, and replace them. */
  private void escapeOrigin(Value origin) {
    boolean fresh = escaped.add(origin);
    changed |= fresh;
    if (fresh && isShadow(origin)) {
      held(origin).add(UNKNOWN);
      Set.copyOf(held(origin)).forEach(this::escapeOrigin);
    }
  }

  private static boolean holdsReferences(Value reference) {
    return reference.type() instanceof ArrayType type && type.element().isReference();
  }

  private boolean isShadow(Value origin) {
    Op op = allocations.get(origin);
    return rows.containsKey(origin)
        || shadows.contains(origin)
        || isInvisible(op)
        || (op instanceof Alloc alloc && alloc.purpose() == Alloc.Purpose.SHADOW);
  }

  /** What the user's code has is like any array that it has. */
  private static boolean isInvisible(Op op) {
    return op instanceof ShadowOf shadow && !shadow.visible();
  }

  /** A shadow that nobody out of sight knows keeps what it holds from them. */
  private void store(Store store) {
    if (store.content().type().isReference()) {
      Set<Value> arrays = of(store.array());
      if (!arrays.stream().allMatch(origin -> isShadow(origin) && !escaped.contains(origin))) {
        escape(store.content());
      }
      Set<Value> content = Set.copyOf(origins.getOrDefault(store.content(), Set.of()));
      for (Value origin : arrays) {
        if (isShadow(origin)) {
          changed |= held(origin).addAll(content);
        } else if (origin == UNKNOWN) {
          changed |= heldAnywhere.addAll(content);
        }
      }
    }
  }

  private void load(Load load) {
    for (Value origin : of(load.array())) {
      if (isShadow(origin)) {
        add(load.result(), held(origin));
        add(load.result(), heldAnywhere);
        add(load.result(), Set.of(NULL));
      } else {
        add(load.result(), Set.of(UNKNOWN));
      }
    }
  }

  private void visit(Region region) {
    region.ops().forEach(this::visit);
  }

  private void visit(Op op) {
    if (op instanceof Alloc || op instanceof ShadowOf || op instanceof CloneArray) {
      allocate(op);
      // A copy of an array of arrays has the same rows.
      if (op instanceof CloneArray copy && holdsReferences(copy.array())) {
        escape(copy.array());
      }
    } else if (op instanceof Grow grow) {
      // The longer array is told from nothing that the old one is not told from.
      flow(grow.array(), grow.result());
    } else if (op instanceof Constant constant && constant.content() == null) {
      add(constant.result(), Set.of(NULL));
    } else if (op instanceof Store store) {
      store(store);
    } else if (op instanceof Load load) {
      load(load);
    } else if (op instanceof Push push) {
      escape(push.content());
    } else if (op instanceof Call
        || op instanceof Invoke
        || op instanceof Opaque
        || op instanceof Derive) {
      op.operands().forEach(this::escape);
      op.results().forEach(result -> add(result, Set.of(UNKNOWN)));
    } else if (op instanceof Pop) {
      add(op.results().get(0), Set.of(UNKNOWN));
    } else {
      visitRegions(op);
    }
  }

  private void allocate(Op op) {
    Value result = op.results().get(0);
    allocations.put(result, op);
    if (isInvisible(op)) {
      addRows(result);
    }
    add(result, Set.of(result));
  }

  private void visitRegions(Op op) {
    if (op instanceof For loop) {
      carry(loop.initial(), loop.carried(), loop.body().yields());
      flow(loop.initial(), loop.results());
      flow(loop.body().yields(), loop.results());
    } else if (op instanceof While loop) {
      carry(loop.initial(), loop.condition().parameters(), loop.body().yields());
      carry(loop.initial(), loop.body().parameters(), loop.body().yields());
      flow(loop.condition().parameters(), loop.results());
    }
    op.regions().forEach(this::visit);
    if (op instanceof If branch) {
      flow(branch.thenRegion().yields(), branch.results());
      flow(branch.elseRegion().yields(), branch.results());
    }
  }

  private void carry(List<Value> initial, List<Value> carried, List<Value> yields) {
    flow(initial, carried);
    flow(yields, carried);
  }
}
