package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.BytecodeEstimate;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.StrongMultiply;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The innermost loops of a function that add up derivatives: of each the carried values that are
 * sums. All floating values that it carries must be: another one would be waited for anyway.
 */
final class Reductions {
  /** A body is written three times: the estimate of what is short enough. */
  private static final int LARGEST_BODY = 200;

  private final Map<Op, List<Integer>> loops = new IdentityHashMap<>();

  private Reductions() {}

  static Reductions of(Function function) {
    Map<Value, Constant> literals = new IdentityHashMap<>();
    Reductions found = new Reductions();
    Structure.forEach(
        function.body(),
        op -> {
          if (op instanceof Constant literal) {
            literals.put(literal.result(), literal);
          } else if (op instanceof For loop && countsByOne(loop, literals) && isShort(loop)) {
            List<Integer> sums = sums(loop);
            if (!sums.isEmpty() && sums.size() == floating(loop)) {
              found.loops.put(loop, sums);
            }
          }
        });
    return found;
  }

  boolean isEmpty() {
    return loops.isEmpty();
  }

  boolean contains(For loop) {
    return loops.containsKey(loop);
  }

  /** The places of the sums among what the loop carries. */
  List<Integer> of(For loop) {
    return loops.get(loop);
  }

  /** How a loop counts. */
  enum Direction {
    /** From zero on. */
    UP(BinaryOperator.LESS),
    /** Down to zero. */
    DOWN(BinaryOperator.GREATER);

    private final BinaryOperator relation;

    Direction(BinaryOperator relation) {
      this.relation = relation;
    }

    /** Between an index with another one behind it, and the bound. */
    BinaryOperator relation() {
      return relation;
    }

    /** Of a loop that counts by one. */
    static Optional<Direction> of(For loop) {
      if (loop.step() == 1 && loop.relation() == BinaryOperator.LESS) {
        return Optional.of(UP);
      }
      return loop.step() == -1 && loop.relation() == BinaryOperator.GREATER_EQUAL
          ? Optional.of(DOWN)
          : Optional.empty();
    }
  }

  /** Whether the loop begins or ends at zero: nothing overflows where it is halved. */
  private static boolean countsByOne(For loop, Map<Value, Constant> literals) {
    return Direction.of(loop)
        .map(direction -> direction == Direction.UP ? loop.start() : loop.bound())
        .map(literals::get)
        .filter(literal -> literal.content().equals(0))
        .isPresent();
  }

  private static boolean isShort(For loop) {
    return loop.body().ops().stream().allMatch(Reductions::isQuick)
        && BytecodeEstimate.of(loop.body()) <= LARGEST_BODY;
  }

  /** What takes no longer than the additions do. */
  private static boolean isQuick(Op op) {
    return op instanceof Constant
        || op instanceof Unary
        || op instanceof Binary
        || op instanceof Convert
        || op instanceof StrongMultiply
        || op instanceof Length
        || op instanceof Load
        || op instanceof Store;
  }

  private static int floating(For loop) {
    return (int) loop.carried().stream().filter(value -> value.type().isFloating()).count();
  }

  /** The places of the free sums among what the loop carries. */
  static List<Integer> sums(For loop) {
    Map<Value, List<Op>> users = users(loop.body());
    return IntStream.range(0, loop.carried().size())
        .filter(place -> !additions(loop, place, users).isEmpty())
        .boxed()
        .toList();
  }

  /**
   * The free additions through which alone a carried value goes until it is yielded in its place;
   * none if it is no free sum.
   */
  static List<Binary> additions(For loop, int place) {
    return additions(loop, place, users(loop.body()));
  }

  private static Map<Value, List<Op>> users(Region body) {
    Map<Value, List<Op>> users = new IdentityHashMap<>();
    for (Op op : body.ops()) {
      Uses.of(op).forEach(value -> users.computeIfAbsent(value, v -> new ArrayList<>()).add(op));
    }
    return users;
  }

  private static List<Binary> additions(For loop, int place, Map<Value, List<Op>> users) {
    List<Value> yields = loop.body().yields();
    Value at = loop.carried().get(place);
    if (at.type() != PrimitiveType.DOUBLE) {
      return List.of();
    }
    List<Binary> additions = new ArrayList<>();
    while (at != yields.get(place)) {
      List<Op> next = users.getOrDefault(at, List.of());
      if (next.size() != 1 || yields.contains(at) || !isAddition(next.get(0), at)) {
        return List.of();
      }
      additions.add((Binary) next.get(0));
      at = additions.get(additions.size() - 1).result();
    }
    Value last = at;
    boolean isKept = !users.containsKey(at) && yields.stream().filter(v -> v == last).count() == 1;
    return isKept ? additions : List.of();
  }

  /** A sum that is added to itself is no sum of terms. */
  private static boolean isAddition(Op op, Value sum) {
    return op instanceof Binary binary
        && Exactness.isFree(op)
        && binary.left() != binary.right()
        && (binary.operator() == BinaryOperator.ADD
            || (binary.operator() == BinaryOperator.SUBTRACT && binary.left() == sum));
  }
}
