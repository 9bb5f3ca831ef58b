package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.StrongMultiply;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of operations of a reverse sweep if one value is zero: products with it are zero,
 * sums with it are their other term, and to store such a sum where its other term was loaded from
 * changes nothing.
 *
 * <p>Stores that do more make {@link #without} false; so all loads of one element, as far as it is
 * true, give one number.
 */
final class Vanishing {
  private final Set<Value> zeros = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Value, Value> same = new IdentityHashMap<>();
  private final Map<Value, Load> loads = new IdentityHashMap<>();

  Vanishing(Value zero) {
    zeros.add(zero);
  }

  /** Whether what the operation computes depends on the value at all. */
  boolean isReachedBy(Op op) {
    return op.operands().stream().anyMatch(zeros::contains)
        || op.regions().stream()
            .anyMatch(
                region ->
                    region.yields().stream().anyMatch(zeros::contains)
                        || region.ops().stream().anyMatch(this::isReachedBy));
  }

  /** Whether the operation, its regions included, can be left out; notes what its results are. */
  boolean without(Op op) {
    if (op instanceof Store store) {
      return changesNothing(store);
    }
    if (op instanceof For loop) {
      return without(loop);
    }
    if (op instanceof If choice) {
      return without(choice);
    }
    if (op instanceof Load load) {
      loads.put(load.result(), load);
      return true;
    }
    if (op instanceof Binary binary) {
      note(binary);
    } else if (isZero(op)) {
      zeros.addAll(op.results());
    }
    return op instanceof Length || (op.regions().isEmpty() && Effects.of(op).isPure());
  }

  private boolean without(Region region) {
    return !region.endsInThrow() && region.ops().stream().allMatch(this::without);
  }

  private boolean without(If choice) {
    if (!choice.regions().stream().allMatch(this::without)) {
      return false;
    }
    for (int i = 0; i < choice.results().size(); i++) {
      int result = i;
      if (choice.regions().stream().allMatch(r -> zeros.contains(r.yields().get(result)))) {
        zeros.add(choice.results().get(i));
      }
    }
    return true;
  }

  /** Carried values must be zero all the way, or stay what they were. */
  private boolean without(For loop) {
    for (int i = 0; i < loop.initial().size(); i++) {
      if (zeros.contains(loop.initial().get(i))) {
        zeros.add(loop.carried().get(i));
      }
    }
    if (!without(loop.body())) {
      return false;
    }
    for (int i = 0; i < loop.initial().size(); i++) {
      Value next = loop.body().yields().get(i);
      Value carried = loop.carried().get(i);
      if (zeros.contains(carried) ? !zeros.contains(next) : origin(next) != carried) {
        return false;
      }
    }
    for (int i = 0; i < loop.initial().size(); i++) {
      is(loop.results().get(i), loop.initial().get(i));
    }
    return true;
  }

  /** One value is what another is. */
  private void is(Value value, Value other) {
    if (zeros.contains(other)) {
      zeros.add(value);
    } else {
      same.put(value, origin(other));
    }
  }

  private Value origin(Value value) {
    return same.getOrDefault(value, value);
  }

  private boolean changesNothing(Store store) {
    Load load = loads.get(origin(store.content()));
    return load != null && load.array() == store.array() && load.index() == store.index();
  }

  private void note(Binary op) {
    if (!op.result().type().isFloating() || op.exact()) {
      return;
    }
    boolean left = zeros.contains(op.left());
    boolean right = zeros.contains(op.right());
    switch (op.operator()) {
      case ADD -> noteSum(op, left, right);
      case SUBTRACT -> {
        if (right) {
          is(op.result(), op.left());
        }
      }
      case MULTIPLY -> noteZero(op, left || right);
      case DIVIDE -> noteZero(op, left);
      default -> {
        // No other operator makes anything of a zero.
      }
    }
  }

  private void noteSum(Binary op, boolean left, boolean right) {
    if (left || right) {
      is(op.result(), left ? op.right() : op.left());
    }
  }

  private void noteZero(Binary op, boolean zero) {
    if (zero) {
      zeros.add(op.result());
    }
  }

  private boolean isZero(Op op) {
    boolean keepsZero =
        (op instanceof Unary unary && unary.operator() == UnaryOperator.NEGATE)
            || op instanceof Convert;
    List<Value> operands = op.operands();
    return (keepsZero && zeros.contains(operands.get(0)))
        || (op instanceof StrongMultiply && operands.stream().anyMatch(zeros::contains));
  }
}
