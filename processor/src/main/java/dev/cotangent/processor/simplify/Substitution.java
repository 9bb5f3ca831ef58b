package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Values that others stand for, applied to every use in a function; definitions stay. */
final class Substitution {
  private final Map<Value, Value> replacements = new IdentityHashMap<>();

  /** From now on {@code old} is read as what {@code replacement} is read as. */
  void put(Value old, Value replacement) {
    replacements.put(old, get(replacement));
  }

  /** What the value is read as. */
  Value get(Value value) {
    Value current = value;
    while (replacements.containsKey(current)) {
      current = replacements.get(current);
    }
    return current;
  }

  Function apply(Function function) {
    return replacements.isEmpty() ? function : function.withBody(apply(function.body()));
  }

  Region apply(Region region) {
    List<Op> ops = region.ops().stream().map(this::apply).toList();
    return new Region(region.parameters(), ops, get(region.yields()));
  }

  private Op apply(Op op) {
    List<Region> regions = op.regions().stream().map(this::apply).toList();
    return op.rebuild(get(op.operands()), op.results(), regions);
  }

  private List<Value> get(List<Value> values) {
    return values.stream().map(this::get).toList();
  }
}
