package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.StrongMultiply;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Which values of a program that reverse mode wrote may be zero because a branch chose so: the
 * adjoints that are a literal zero in one branch of an {@code If}, and what is made of nothing
 * else. To name one too many costs a comparison.
 */
final class MaybeUnreached {
  private static final Set<BinaryOperator> SCALINGS =
      EnumSet.of(BinaryOperator.MULTIPLY, BinaryOperator.DIVIDE);
  private static final Set<BinaryOperator> SUMS =
      EnumSet.of(BinaryOperator.ADD, BinaryOperator.SUBTRACT);

  private final Set<Value> zeros = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Value> found = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * Carried values that are taken to be unreached before each iteration, until the one before turns
   * out to reach them: adjoints that go round in loops are made of each other.
   */
  private final Set<Value> assumed;

  private MaybeUnreached(Set<Value> assumed) {
    this.assumed = assumed;
  }

  static Set<Value> in(Region body) {
    Set<Value> assumed = Collections.newSetFromMap(new IdentityHashMap<>());
    MaybeUnreached search = found(body, assumed);
    if (search.found.isEmpty()) {
      return search.found;
    }
    Structure.forEach(body, op -> assumed.addAll(carried(op)));
    int before;
    do {
      before = assumed.size();
      search = found(body, assumed);
      Structure.forEach(body, search::drop);
    } while (assumed.size() < before);
    return search.found;
  }

  private static MaybeUnreached found(Region body, Set<Value> assumed) {
    MaybeUnreached search = new MaybeUnreached(assumed);
    int before;
    do {
      before = search.found.size();
      search.visit(body);
    } while (search.found.size() > before);
    return search;
  }

  private static List<Value> carried(Op op) {
    Loop loop = Loop.of(op);
    return loop == null
        ? List.of()
        : loop.carried().stream().filter(value -> value.type().isFloating()).toList();
  }

  /** Withdraws what was assumed without ground. */
  private void drop(Op op) {
    Loop loop = Loop.of(op);
    for (int i = 0; loop != null && i < loop.carried().size(); i++) {
      if (!mayBeZero(loop.initial().get(i)) || !mayBeZero(loop.next().get(i))) {
        assumed.remove(loop.carried().get(i));
      }
    }
  }

  private boolean mayBeZero(Value value) {
    return zeros.contains(value) || found.contains(value);
  }

  /** Whether the operation is free and a seed, its first operand, times or over something. */
  private static boolean isScaling(Op op) {
    return op instanceof Binary binary && isFree(binary) && SCALINGS.contains(binary.operator());
  }

  /** Whether the operation only adds or subtracts adjoints. */
  static boolean isSum(Op op) {
    return op instanceof Binary binary && isFree(binary) && SUMS.contains(binary.operator());
  }

  private static boolean isFree(Binary op) {
    return !op.exact() && op.result().type().isFloating();
  }

  /** Whether a zero as its first operand gives zero, whatever else it takes. */
  private static boolean keepsZero(Op op) {
    return op instanceof StrongMultiply
        || (op instanceof Convert convert
            && !convert.exact()
            && convert.result().type().isFloating())
        || (op instanceof Unary unary
            && unary.operator() == UnaryOperator.NEGATE
            && !unary.exact());
  }

  private void visit(Region region) {
    region.ops().forEach(this::visit);
  }

  private void visit(Op op) {
    op.regions().forEach(this::visit);
    if (op instanceof Constant constant) {
      if (Double.valueOf(0).equals(constant.content())) {
        zeros.add(constant.result());
      }
    } else if (op instanceof If choice) {
      visit(choice);
    } else if (Loop.of(op) != null) {
      visit(Loop.of(op));
    } else if (isScaling(op) || keepsZero(op)) {
      note(op.results().get(0), found.contains(op.operands().get(0)));
    } else if (isSum(op)) {
      List<Value> terms = op.operands();
      boolean all = terms.stream().allMatch(this::mayBeZero);
      note(op.results().get(0), all && terms.stream().anyMatch(found::contains));
    }
  }

  private void visit(If choice) {
    if (choice.regions().stream().anyMatch(Region::endsInThrow)) {
      return;
    }
    for (int i = 0; i < choice.results().size(); i++) {
      Value one = choice.thenRegion().yields().get(i);
      Value other = choice.elseRegion().yields().get(i);
      boolean chosen = zeros.contains(one) != zeros.contains(other);
      note(choice.results().get(i), chosen || found.contains(one) || found.contains(other));
    }
  }

  private void visit(Loop loop) {
    for (int i = 0; i < loop.carried().size(); i++) {
      Value carried = loop.carried().get(i);
      boolean maybe = assumed.contains(carried) || found.contains(loop.next().get(i));
      note(carried, maybe);
      note(loop.results().get(i), maybe);
    }
  }

  private void note(Value value, boolean maybe) {
    if (maybe) {
      found.add(value);
    }
  }
}
