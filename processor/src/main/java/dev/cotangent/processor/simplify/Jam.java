package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.BytecodeEstimate;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.StrongMultiply;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A loop whose iterations may run their inner loop side by side: its body taken apart into what the
 * inner loop needs ({@code ahead}), that loop, and the rest, and the proof that the rest of one
 * iteration may follow the inner loop of a later one.
 *
 * <p>What is ahead, and the inner loop, read nothing that the outer loop carries and no memory that
 * its body writes; they write nothing but records that the iteration itself makes, which the rest
 * reads behind the inner loop only. Their reads are at the index of one of the two loops, so that
 * {@link JamGuard} can ask before whether one would throw.
 */
final class Jam {
  /** A body is written once more for each iteration: the estimate of what is short enough. */
  private static final int LARGEST_BODY = 300;

  /** With more arrays at once, the checks of their bounds cost more than waiting does. */
  private static final int MOST_ARRAYS = 6;

  private final For outer;
  private final For inner;
  private final List<Op> ahead = new ArrayList<>();
  private final List<Op> rest = new ArrayList<>();
  private final Structure structure;
  private final Memory memory;

  private Jam(For outer, For inner, Structure structure, Memory memory) {
    this.outer = outer;
    this.inner = inner;
    this.structure = structure;
    this.memory = memory;
    Set<Value> needed = Uses.fromOutside(inner);
    List<Op> ops = outer.body().ops();
    for (int k = ops.size() - 1; k >= 0; k--) {
      Op op = ops.get(k);
      if (op.results().stream().anyMatch(needed::contains) && op != inner) {
        needed.addAll(Uses.of(op));
        ahead.add(0, op);
      } else if (op != inner) {
        rest.add(0, op);
      }
    }
  }

  /** The first inner loop that may be run side by side. */
  static Optional<Jam> of(For outer, Structure structure, Memory memory) {
    if (!isFromZero(outer, structure) || BytecodeEstimate.of(outer.body()) > LARGEST_BODY) {
      return Optional.empty();
    }
    return outer.body().ops().stream()
        .filter(op -> op instanceof For loop && isChain(loop) && isFromZero(loop, structure))
        .map(op -> new Jam(outer, (For) op, structure, memory))
        .filter(jam -> jam.width() > 1 && jam.isProven())
        .findFirst();
  }

  private static boolean isFromZero(For loop, Structure structure) {
    return loop.step() == 1
        && loop.relation() == BinaryOperator.LESS
        && structure.definition(loop.start()) instanceof Constant literal
        && literal.content().equals(0);
  }

  /** Whether each iteration waits for a number of the user's method that the one before gives. */
  private static boolean isChain(For loop) {
    Set<Value> exact = Collections.newSetFromMap(new IdentityHashMap<>());
    loop.body().ops().stream().filter(Exactness::isExact).forEach(op -> exact.addAll(op.results()));
    return loop.body().yields().stream()
        .anyMatch(next -> next.type().isFloating() && exact.contains(next));
  }

  For outer() {
    return outer;
  }

  For inner() {
    return inner;
  }

  /** What the inner loop needs of its iteration, in order. */
  List<Op> ahead() {
    return Collections.unmodifiableList(ahead);
  }

  /** All else, in order. */
  List<Op> rest() {
    return Collections.unmodifiableList(rest);
  }

  /** How many iterations run side by side; 1 if it would not pay. */
  int width() {
    Set<Value> arrays = new LinkedHashSet<>(Uses.loaded(inner));
    arrays.addAll(Uses.stored(inner));
    int own = (int) arrays.stream().filter(this::isOwn).count();
    int shared = arrays.size() - own;
    for (int width = 4; width > 1; width /= 2) {
      if (shared + width * own <= MOST_ARRAYS) {
        return width;
      }
    }
    return 1;
  }

  /** What the elements are read of that are ahead, at the outer index. */
  List<Load> loadsAhead() {
    return ahead.stream().filter(Load.class::isInstance).map(Load.class::cast).toList();
  }

  /** The arrays that the inner loop reads, at its index. */
  List<Value> rows() {
    return inner.body().ops().stream()
        .filter(Load.class::isInstance)
        .map(op -> ((Load) op).array())
        .distinct()
        .toList();
  }

  /** Whether the value may be another one in each iteration. */
  boolean isOwn(Value value) {
    return computing(value).stream()
        .anyMatch(op -> op instanceof Alloc || op.operands().contains(outer.index()));
  }

  /** What computes the value in its iteration, in order; nothing if it comes from outside. */
  List<Op> computing(Value value) {
    Set<Value> needed = Collections.newSetFromMap(new IdentityHashMap<>());
    needed.add(value);
    List<Op> ops = new ArrayList<>();
    for (int k = ahead.size() - 1; k >= 0; k--) {
      Op op = ahead.get(k);
      if (op.results().stream().anyMatch(needed::contains)) {
        needed.addAll(op.operands());
        ops.add(0, op);
      }
    }
    return ops;
  }

  /** Whether the value is the length of the array. */
  boolean isLength(Value value, Value array) {
    return structure.definition(value) instanceof Length length && length.array() == array;
  }

  /** Whether the reference is known not to be null. */
  boolean isNonNull(Value array) {
    return memory.isNonNull(array);
  }

  private boolean isProven() {
    return ahead.stream().allMatch(this::mayStandAhead)
        && inner.body().ops().stream().allMatch(this::mayRunBeside)
        && readsNothingCarried()
        && readsNothingWritten()
        && isWrittenBehind();
  }

  private boolean mayStandAhead(Op op) {
    if (op instanceof Load load) {
      return load.index() == outer.index() && isOutside(load.array());
    }
    boolean record = op instanceof Alloc alloc && alloc.purpose() == Alloc.Purpose.RECORD;
    boolean pure = op.regions().isEmpty() && Effects.of(op).isPure();
    return record || pure || op instanceof Length;
  }

  private boolean mayRunBeside(Op op) {
    if (op instanceof Load load) {
      return load.index() == inner.index() && !isMadeIn(inner.body(), load.array());
    }
    if (op instanceof Store store) {
      boolean record = structure.definition(store.array()) instanceof Alloc;
      return store.index() == inner.index() && record && isOwn(store.array());
    }
    boolean quick =
        op instanceof Constant
            || op instanceof Unary
            || op instanceof Binary
            || op instanceof Convert
            || op instanceof StrongMultiply;
    return quick && Effects.of(op).isPure();
  }

  private boolean isOutside(Value value) {
    return !isMadeIn(outer.body(), value);
  }

  private boolean isMadeIn(Region region, Value value) {
    return structure.isInside(structure.regionOf(value), region);
  }

  private boolean readsNothingCarried() {
    Set<Value> read = new LinkedHashSet<>(Uses.fromOutside(inner));
    ahead.forEach(op -> read.addAll(Uses.of(op)));
    return outer.carried().stream().noneMatch(read::contains);
  }

  private boolean readsNothingWritten() {
    List<Value> read = new ArrayList<>(rows());
    loadsAhead().forEach(load -> read.add(load.array()));
    return read.stream()
        .allMatch(array -> outer.body().ops().stream().noneMatch(op -> memory.mayWrite(op, array)));
  }

  /**
   * Whether what stands before the inner loop, and is to run behind it, leaves its records alone.
   */
  private boolean isWrittenBehind() {
    List<Op> ops = outer.body().ops();
    List<Op> before = ops.subList(0, ops.indexOf(inner));
    return Uses.stored(inner).stream()
        .allMatch(
            array ->
                before.stream()
                    .noneMatch(op -> memory.mayRead(op, array) || memory.mayWrite(op, array)));
  }
}
