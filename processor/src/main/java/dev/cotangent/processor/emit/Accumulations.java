package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Stage 7: the stores that are written {@code array[index] += term}, with the load and the
 * operation that they absorb.
 *
 * <p>Java loads the element before it evaluates the term. So nothing between the load and the store
 * may write, and for the user's own (exact) operations nothing there may even throw or read. The
 * load of a free accumulation may move before the reads of its term: it stands in derivative code,
 * whose arrays have the shape of arrays that the primal has already accessed in the same way.
 */
final class Accumulations {
  private static final Set<BinaryOperator> COMPOUND =
      Set.of(BinaryOperator.ADD, BinaryOperator.SUBTRACT, BinaryOperator.MULTIPLY);

  private final Map<Store, Binary> absorbed = new IdentityHashMap<>();
  private final Set<Value> absorbedValues = new HashSet<>();
  private final Map<Value, Integer> discounts = new HashMap<>();

  private Accumulations() {}

  /** Finds those of a whole function. */
  static Accumulations of(Function function, Uses uses) {
    Accumulations all = new Accumulations();
    all.search(function.body(), uses);
    return all;
  }

  private void search(Region region, Uses uses) {
    for (int i = 0; i < region.ops().size(); i++) {
      Op op = region.ops().get(i);
      if (op instanceof Store store) {
        consider(store, region.ops().subList(0, i), uses);
      }
      op.regions().forEach(inner -> search(inner, uses));
    }
  }

  private void consider(Store store, List<Op> before, Uses uses) {
    if (VectorText.isVector(store.content())
        || !(singleUse(store.content(), uses) instanceof Binary sum)
        || !COMPOUND.contains(sum.operator())
        || !(singleUse(sum.left(), uses) instanceof Load load)
        || load.array() != store.array()
        || !sameIndex(load.index(), store.index(), uses)) {
      return;
    }
    int from = indexOf(load, before);
    if (from < 0) {
      return;
    }
    Effects between = Effects.of(before.subList(from + 1, before.size()));
    boolean free = !sum.exact() && sum.result().type().isFloating();
    if (free ? !between.writes() : between.isPure()) {
      absorbed.put(store, sum);
      absorbedValues.add(sum.result());
      absorbedValues.add(load.result());
      discounts.merge(load.array(), 1, Integer::sum);
      discounts.merge(load.index(), 1, Integer::sum);
    }
  }

  private static Op singleUse(Value value, Uses uses) {
    return uses.count(value) == 1 ? uses.definition(value) : null;
  }

  private static boolean sameIndex(Value a, Value b, Uses uses) {
    return a == b
        || (uses.definition(a) instanceof Constant x
            && uses.definition(b) instanceof Constant y
            && Objects.equals(x.content(), y.content()));
  }

  private static int indexOf(Op wanted, List<Op> ops) {
    for (int i = ops.size() - 1; i >= 0; i--) {
      if (ops.get(i) == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a store with its load and operation is written as one compound assignment. */
  boolean contains(Store store) {
    return absorbed.containsKey(store);
  }

  /** The operation between the old element, on its left, and what it is combined with. */
  Binary operation(Store store) {
    return absorbed.get(store);
  }

  /** Whether the operation is written as part of a compound assignment. */
  boolean absorbs(Op op) {
    return op.results().size() == 1 && absorbedValues.contains(op.results().get(0));
  }

  /** How many of the value's uses disappear: array and index are then written once, not twice. */
  int discount(Value value) {
    return discounts.getOrDefault(value, 0);
  }
}
