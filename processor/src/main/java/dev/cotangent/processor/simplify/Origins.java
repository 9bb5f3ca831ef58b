package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Constant;
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

/**
 * Where the references of a function come from: parameters of the function, allocations in it, or
 * {@link #UNKNOWN} (a call, a load, opaque Java). References flow through {@code If}s and carried
 * values, so each has a set of origins; the sets are the least that the flow allows.
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
  private boolean changed;

  private Origins() {}

  static Origins of(Function function) {
    Origins result = new Origins();
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

  private void escape(Value reference) {
    changed |= escaped.addAll(origins.getOrDefault(reference, Set.of()));
  }

  private void visit(Region region) {
    region.ops().forEach(this::visit);
  }

  private void visit(Op op) {
    if (op instanceof Alloc || op instanceof ShadowOf || op instanceof CloneArray) {
      allocate(op);
    } else if (op instanceof Grow grow) {
      // The longer array is told from nothing that the old one is not told from.
      flow(grow.array(), grow.result());
    } else if (op instanceof Constant constant && constant.content() == null) {
      add(constant.result(), Set.of(NULL));
    } else if (op instanceof Store store) {
      escape(store.content());
    } else if (op instanceof Push push) {
      escape(push.content());
    } else if (op instanceof Call || op instanceof Invoke || op instanceof Opaque) {
      op.operands().forEach(this::escape);
      op.results().forEach(result -> add(result, Set.of(UNKNOWN)));
    } else if (op instanceof Load || op instanceof Pop) {
      add(op.results().get(0), Set.of(UNKNOWN));
    } else {
      visitRegions(op);
    }
  }

  private void allocate(Op op) {
    Value result = op.results().get(0);
    allocations.put(result, op);
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
