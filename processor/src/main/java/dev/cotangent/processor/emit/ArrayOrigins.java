package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stage 7: where the arrays that a function makes come from, and whether somebody may keep them.
 */
final class ArrayOrigins {
  private final Map<Value, Op> definitions = new IdentityHashMap<>();

  /** What a value that control flow hands on was at first. */
  private final Map<Value, Value> sources = new IdentityHashMap<>();

  private boolean foreignCode;

  private ArrayOrigins() {}

  static ArrayOrigins of(Function function) {
    ArrayOrigins origins = new ArrayOrigins();
    origins.visit(function.body());
    return origins;
  }

  private void visit(Region region) {
    for (Op op : region.ops()) {
      op.results().forEach(result -> definitions.put(result, op));
      visit(op);
      op.regions().forEach(this::visit);
    }
  }

  private void visit(Op op) {
    if (op instanceof If choice) {
      link(choice.results(), choice.thenRegion().yields());
    } else if (op instanceof For loop) {
      link(loop.carried(), loop.initial());
      link(loop.results(), loop.initial());
    } else if (op instanceof While loop) {
      link(loop.condition().parameters(), loop.initial());
      link(loop.body().parameters(), loop.initial());
      link(loop.results(), loop.initial());
    } else if (op instanceof Grow grow) {
      sources.put(grow.result(), grow.array());
    } else if (op instanceof Opaque opaque) {
      foreignCode |= opaque.operands().stream().anyMatch(value -> value.type().isReference());
    }
  }

  private void link(List<Value> values, List<Value> from) {
    for (int i = 0; i < values.size(); i++) {
      sources.put(values.get(i), from.get(i));
    }
  }

  /** The value as which the array was made that a growing value was at first. */
  Optional<Value> of(Value value) {
    Value at = value;
    while (sources.containsKey(at)) {
      at = sources.get(at);
    }
    return definitions.get(at) instanceof Alloc ? Optional.of(at) : Optional.empty();
  }

  /** Whether code that nobody looks into may have been given the array and keep it. */
  boolean mayEscape(Value array) {
    return foreignCode && array.type().isReference();
  }

  /** Whether the array is made here and now. */
  boolean isNeverNull(Value array) {
    Op definition = definitions.get(array);
    return definition instanceof Alloc || definition instanceof CloneArray;
  }
}
