package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The proof that the iterations of an innermost loop may run in groups: each value of an iteration
 * is of a {@link Kind} that has a counterpart for a group; what is stored is neither read nor
 * stored by another iteration; and nothing is carried but free sums.
 */
final class VectorLoop {
  /** What a value of one iteration is for a group of them. */
  enum Kind {
    /** The same in each. */
    SAME,
    /** An integer that is the next one in the next iteration. */
    COUNTING,
    /** A number for each: what becomes a vector. */
    NUMBER
  }

  /** An element that each iteration reads or writes: the next one the next. */
  record Access(Value array, Value index) {}

  private final For op;
  private final Reductions.Direction direction;
  private final Map<Value, Kind> kinds = new IdentityHashMap<>();
  private final Map<Value, Op> inside = new IdentityHashMap<>();
  private final Set<Access> stored = new LinkedHashSet<>();
  private final Set<Access> all = new LinkedHashSet<>();
  private final List<Access> doubtful = new ArrayList<>();

  private VectorLoop(For op, Reductions.Direction direction) {
    this.op = op;
    this.direction = direction;
  }

  /** Those of a function. */
  static Map<For, VectorLoop> all(Function function, Memory memory) {
    Map<Value, Op> definitions = new IdentityHashMap<>();
    Map<For, VectorLoop> found = new IdentityHashMap<>();
    Structure.forEach(
        function.body(),
        op -> {
          op.results().forEach(result -> definitions.put(result, op));
          if (op instanceof For loop) {
            of(loop, memory, definitions).ifPresent(proven -> found.put(loop, proven));
          }
        });
    return found;
  }

  private static Optional<VectorLoop> of(For op, Memory memory, Map<Value, Op> definitions) {
    if (op.start().type() != PrimitiveType.INT
        || Reductions.sums(op).size() != op.carried().size()) {
      return Optional.empty();
    }
    return Reductions.Direction.of(op)
        .map(direction -> new VectorLoop(op, direction))
        .filter(loop -> loop.hasCounterparts() && loop.isApart(memory))
        .map(loop -> loop.withDoubts(memory, definitions));
  }

  private boolean hasCounterparts() {
    kinds.put(op.index(), Kind.COUNTING);
    op.carried().forEach(sum -> kinds.put(sum, Kind.NUMBER));
    for (Op inner : op.body().ops()) {
      if (inner instanceof Store store) {
        if (!isElement(store.array(), store.index()) || kind(store.content()) == Kind.COUNTING) {
          return false;
        }
        stored.add(new Access(store.array(), store.index()));
        all.add(new Access(store.array(), store.index()));
        continue;
      }
      Optional<Kind> kind = inner.results().size() == 1 ? kindOf(inner) : Optional.empty();
      if (kind.isEmpty()) {
        return false;
      }
      kinds.put(inner.results().get(0), kind.get());
      inside.put(inner.results().get(0), inner);
    }
    return !all.isEmpty();
  }

  /** The kind of the operation's result, if it has one. */
  private Optional<Kind> kindOf(Op inner) {
    if (inner instanceof Load load) {
      boolean element = isElement(load.array(), load.index());
      if (element) {
        all.add(new Access(load.array(), load.index()));
      }
      return element ? Optional.of(Kind.NUMBER) : Optional.empty();
    }
    boolean same =
        Effects.of(inner).isPure()
            && inner.regions().isEmpty()
            && inner.operands().stream().allMatch(operand -> kind(operand) == Kind.SAME);
    if (same || inner instanceof Constant) {
      return Optional.of(Kind.SAME);
    }
    if (inner instanceof Binary binary) {
      return kindOf(binary);
    }
    boolean negates = inner instanceof Unary unary && unary.operator() == UnaryOperator.NEGATE;
    return negates && kind(inner.operands().get(0)) == Kind.NUMBER
        ? Optional.of(Kind.NUMBER)
        : Optional.empty();
  }

  private Optional<Kind> kindOf(Binary binary) {
    Kind left = kind(binary.left());
    Kind right = kind(binary.right());
    if (left != Kind.COUNTING && right != Kind.COUNTING) {
      boolean numbers =
          binary.operator().isBasic() && binary.result().type() == PrimitiveType.DOUBLE;
      return numbers ? Optional.of(Kind.NUMBER) : Optional.empty();
    }
    boolean counts =
        (binary.operator() == BinaryOperator.ADD && (left == Kind.SAME || right == Kind.SAME))
            || (binary.operator() == BinaryOperator.SUBTRACT && right == Kind.SAME);
    return counts && binary.result().type() == PrimitiveType.INT
        ? Optional.of(Kind.COUNTING)
        : Optional.empty();
  }

  private boolean isElement(Value array, Value index) {
    return array.type().equals(ArrayType.DOUBLES)
        && kind(array) == Kind.SAME
        && kind(index) == Kind.COUNTING;
  }

  /** Whether no iteration reads or stores what another one stores. */
  private boolean isApart(Memory memory) {
    return stored.stream()
        .allMatch(store -> all.stream().allMatch(other -> isApart(store, other, memory)));
  }

  private static boolean isApart(Access store, Access other, Memory memory) {
    return store.array() == other.array()
        ? store.index() == other.index()
        : !memory.mayAlias(store.array(), other.array());
  }

  /** Finds out which accesses may leave their arrays. */
  private VectorLoop withDoubts(Memory memory, Map<Value, Op> definitions) {
    for (Access access : all) {
      if (!memory.isDerivative(access.array()) && !isInside(access, definitions)) {
        doubtful.add(access);
      }
    }
    return this;
  }

  /** Whether the loop runs over the array's elements, from the first one on. */
  private boolean isInside(Access access, Map<Value, Op> definitions) {
    boolean fromZero =
        direction == Reductions.Direction.UP
            && access.index() == op.index()
            && definitions.get(op.start()) instanceof Constant start
            && start.content().equals(0);
    boolean ofItsLength =
        definitions.get(access.array()) instanceof Alloc alloc && alloc.length() == op.bound();
    boolean toItsEnd =
        definitions.get(op.bound()) instanceof Length length && length.array() == access.array();
    return fromZero && (ofItsLength || toItsEnd);
  }

  For op() {
    return op;
  }

  boolean isUpwards() {
    return direction == Reductions.Direction.UP;
  }

  /** What a value is for a group. */
  Kind kind(Value value) {
    return kinds.getOrDefault(value, Kind.SAME);
  }

  /** The operation of the body that defines the value; null if it is from outside. */
  Op definition(Value value) {
    return inside.get(value);
  }

  /** The accesses of which it is not known that they stay inside their arrays. */
  List<Access> doubtful() {
    return doubtful;
  }
}
