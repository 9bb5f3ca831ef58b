package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Throw;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which operations must run even if nobody uses their results: those that change what others see,
 * and those that may throw, or not end, unless the function is known to return. An access cannot
 * throw if it belongs to the derivative's own memory, or if its index is that of a loop over the
 * array's length from zero, as it was asked for or given to a new array.
 */
final class Roots {
  private final Memory memory;
  private final boolean returns;
  private final Map<Value, Op> definitions = new IdentityHashMap<>();
  private final Map<Value, For> loops = new IdentityHashMap<>();

  Roots(Function function, Memory memory, boolean returns) {
    this.memory = memory;
    this.returns = returns;
    collect(function.body());
  }

  private void collect(Region region) {
    for (Op op : region.ops()) {
      op.results().forEach(result -> definitions.put(result, op));
      if (op instanceof For loop) {
        loops.put(loop.index(), loop);
      }
      op.regions().forEach(this::collect);
    }
  }

  /** Whether the operation itself, apart from what its regions hold, must run. */
  boolean isRoot(Op op) {
    if (op instanceof Store store) {
      return !memory.isLocalDerivative(store.array());
    }
    return (!returns && mayNotReturn(op)) || changesSomething(op);
  }

  /** A throw ends its region, even where it is never reached. */
  private static boolean changesSomething(Op op) {
    boolean own = !(op instanceof Grow) && op.regions().isEmpty();
    return op instanceof Throw || (own && Effects.of(op).writes());
  }

  private boolean mayNotReturn(Op op) {
    if (op instanceof Load load) {
      return !memory.isDerivative(load.array()) && !isInBounds(load);
    }
    if (op instanceof Length length) {
      return !memory.isDerivative(length.array()) && !memory.isNonNull(length.array());
    }
    if (op instanceof CloneArray copy) {
      return !memory.isNonNull(copy.array());
    }
    if (op instanceof Alloc alloc) {
      return alloc.purpose() == Alloc.Purpose.PRIMAL && !isNotNegative(alloc.length());
    }
    if (op instanceof Binary binary) {
      return !Effects.of(op).isRemovable() && !isNonZero(binary.right());
    }
    // A while may not end; an if or a for has no effect of its own.
    return op.regions().isEmpty() ? Effects.of(op).throwing() : op instanceof While;
  }

  private <T> Optional<T> literal(Value value, Class<T> kind) {
    return definitions.get(value) instanceof Constant constant
            && kind.isInstance(constant.content())
        ? Optional.of(kind.cast(constant.content()))
        : Optional.empty();
  }

  private boolean isNonZero(Value value) {
    return literal(value, Number.class).map(number -> number.longValue() != 0).orElse(false);
  }

  private boolean isNotNegative(Value length) {
    return definitions.get(length) instanceof Length
        || literal(length, Integer.class).map(n -> n >= 0).orElse(false);
  }

  private boolean isInBounds(Load load) {
    For loop = loops.get(load.index());
    return loop != null
        && loop.step() > 0
        && loop.relation() == BinaryOperator.LESS
        && isNotNegative(loop.start())
        && isLength(loop.bound(), load.array());
  }

  private boolean isLength(Value value, Value array) {
    boolean asked = definitions.get(value) instanceof Length length && length.array() == array;
    return asked || (definitions.get(array) instanceof Alloc made && made.length() == value);
  }
}
