package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The text of an operation with regions, as a key: two operations with equal keys are the same but
 * for the identity of the values that they define inside, so that they have equal results as long
 * as the arrays that they read hold the same. Only operations have one that change nothing,
 * allocate nothing and call nobody.
 */
final class RegionKey {
  private final UnaryOperator<Value> outside;
  private final Map<Value, Integer> inside = new IdentityHashMap<>();
  private boolean possible = true;

  private RegionKey(UnaryOperator<Value> outside) {
    this.outside = outside;
  }

  /**
   * The key of an operation, if it has one.
   *
   * @param outside what a value that the operation uses but does not define is to be taken for
   */
  static Optional<Object> of(Op op, UnaryOperator<Value> outside) {
    RegionKey key = new RegionKey(outside);
    Object encoded = key.encode(op);
    return key.possible && !op.regions().isEmpty() ? Optional.of(encoded) : Optional.empty();
  }

  private Object encode(Op op) {
    List<Object> parts = new ArrayList<>();
    parts.add(what(op));
    parts.add(Exactness.isExact(op));
    parts.add(encode(op.operands()));
    op.regions().forEach(region -> parts.add(encode(region)));
    define(op.results());
    return parts;
  }

  private Object what(Op op) {
    if (op instanceof For loop) {
      return List.of(For.class, loop.step(), loop.relation());
    }
    if (op instanceof If || op instanceof While || op instanceof Load) {
      return op.getClass();
    }
    // The type tells conversions apart.
    Optional<Object> what =
        op.results().isEmpty()
            ? Optional.empty()
            : ExpressionKey.of(op, List.copyOf(op.operands()), v -> 0)
                .map(key -> List.of(key.what(), key.type()));
    possible &= what.isPresent();
    return what.orElse(op.getClass());
  }

  private Object encode(Region region) {
    define(region.parameters());
    List<Object> parts = new ArrayList<>();
    parts.add(region.parameters().stream().map(Value::type).toList());
    region.ops().forEach(op -> parts.add(encode(op)));
    parts.add(encode(region.yields()));
    return parts;
  }

  private void define(List<Value> values) {
    values.forEach(value -> inside.put(value, inside.size()));
  }

  private List<Object> encode(List<Value> values) {
    List<Object> parts = new ArrayList<>();
    for (Value value : values) {
      Integer number = inside.get(value);
      parts.add(number == null ? outside.apply(value) : number);
    }
    return parts;
  }
}
