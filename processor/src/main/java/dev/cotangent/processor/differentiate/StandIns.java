package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The references of a reverse sweep that the forward sweep knows by another value: loaded again,
 * recorded, or handed out of a branch. What the analyses of the forward sweep say of one holds for
 * the other.
 */
final class StandIns {
  private final Map<Value, Value> originals = new IdentityHashMap<>();

  /** From now on {@code found} stands for {@code original}, if they are references. */
  void add(Value found, Value original) {
    if (found != original && found.type().isReference()) {
      originals.put(found, of(original));
    }
  }

  /** An operation was copied, with all that it defines. */
  void copied(Op op, UnaryOperator<Value> copy) {
    op.results().forEach(result -> add(copy.apply(result), result));
    for (Region region : op.regions()) {
      region.parameters().forEach(parameter -> add(copy.apply(parameter), parameter));
      Structure.forEach(
          region, inner -> inner.results().forEach(result -> add(copy.apply(result), result)));
    }
  }

  /** The reference that the forward sweep knows; itself if it is one of its own or a record. */
  Value of(Value reference) {
    return originals.getOrDefault(reference, reference);
  }
}
