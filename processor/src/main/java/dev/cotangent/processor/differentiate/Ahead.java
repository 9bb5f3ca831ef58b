package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Computes before an operation what stands behind it, in the tail of the forward sweep or in the
 * reverse sweep so far, if that is pure, or a {@link Glance} at what is there already, and depends
 * on nothing of the operation: the seeds of a loop's adjoint, which are known beforehand if what
 * follows the loop is affine in its results.
 */
final class Ahead {
  private final Scope scope;
  private final Builder out;
  private final Glance glance;
  private final Map<Value, Op> behind = new IdentityHashMap<>();
  private final Map<Value, Value> copies = new IdentityHashMap<>();
  private final Set<Value> late = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Everything that is defined before {@code op}, in a region whose sweeps are one region. */
  Ahead(Op op, OpenScope scope) {
    this.scope = scope;
    this.out = new Builder().at(op.source());
    this.glance = new Glance(op, scope.facts);
    late.addAll(op.results());
    for (Op other : scope.opsBehind(op)) {
      other.results().forEach(result -> behind.put(result, other));
    }
  }

  /** What was copied, in order. */
  List<Op> ops() {
    return out.ops();
  }

  /** A zero. */
  Value zero() {
    return out.constant(0.0);
  }

  /** The value as it is known before the operation, if it is. */
  Optional<Value> of(Value value) {
    return isKnown(value) ? Optional.of(copies.getOrDefault(value, value)) : Optional.empty();
  }

  private boolean isKnown(Value value) {
    if (copies.containsKey(value)) {
      return true;
    }
    if (late.contains(value)) {
      return false;
    }
    Op definition = behind.get(value);
    if (definition == null) {
      // What the forward sweep defines besides the primal's values may stand anywhere.
      return !scope.owns(value) || scope.facts.structure().regionOf(value) != null;
    }
    boolean pure = Effects.of(definition).isPure();
    boolean known = (pure || glance.sees(definition)) && areInputsKnown(definition);
    if (!known) {
      late.addAll(definition.results());
    } else if (pure) {
      copy(definition);
    } else {
      Value seen = glance.write(definition, v -> copies.getOrDefault(v, v), out);
      copies.put(definition.results().get(0), seen);
    }
    return known;
  }

  private boolean areInputsKnown(Op definition) {
    return Rematerialization.inputs(definition).stream().allMatch(this::isKnown);
  }

  private void copy(Op definition) {
    Substitution substitution = new Substitution(copies);
    substitution.copyInto(List.of(definition), out);
    definition.results().forEach(result -> copies.put(result, substitution.of(result)));
  }
}
