package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Derive;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which arrays of a function may be one: an over-estimate from where each reference comes from
 * ({@link Origins}). Two references may be the same array if their types are equal and they have an
 * origin in common, or origins that nothing tells apart. An array allocated here is no parameter
 * and no other allocation; it is what a call or a loaded reference gives only if it has escaped.
 * The same holds for the rows of shadows.
 */
final class Memory {
  private final Origins origins;
  private final Set<Value> unaliased;

  private final Set<Value> scratch;

  private Memory(Origins origins, Set<Value> unaliased, Set<Value> scratch) {
    this.origins = origins;
    this.unaliased = unaliased;
    this.scratch = scratch;
  }

  /** Looks at a function, some of whose parameters are known to share memory with nothing. */
  static Memory of(Function function, Set<Value> unaliased) {
    return of(function, unaliased, Set.of());
  }

  /** The same where nobody looks at some of those parameters' arrays after the function. */
  static Memory of(Function function, Set<Value> unaliased, Set<Value> scratch) {
    return new Memory(Origins.of(function, unaliased), unaliased, scratch);
  }

  /** Whether a write to one may change the other. */
  boolean mayAlias(Value a, Value b) {
    return a.type().equals(b.type())
        && origins.of(a).stream()
            .anyMatch(x -> origins.of(b).stream().anyMatch(y -> mayBeOne(x, y)));
  }

  private boolean mayBeOne(Value x, Value y) {
    if (x == y) {
      return true;
    }
    return isWild(x) ? isWild(y) || origins.hasEscaped(y) : isWild(y) && origins.hasEscaped(x);
  }

  /** Whether an origin may be any array that was made elsewhere. */
  private boolean isWild(Value origin) {
    return origin == Origins.UNKNOWN
        || (origins.isParameter(origin) && !unaliased.contains(origin));
  }

  /** Whether code out of sight may read or change the array while the function runs. */
  private boolean isReachable(Value array) {
    return origins.of(array).stream().anyMatch(x -> isWild(x) || origins.hasEscaped(x));
  }

  /** Whether the operation, or what runs inside it, may change elements of the array. */
  boolean mayWrite(Op op, Value array) {
    if (op instanceof Store store) {
      return mayAlias(store.array(), array);
    }
    boolean foreign = isForeign(op) && Effects.of(op).writes();
    return (foreign && isReachable(array)) || anyInside(op, inner -> mayWrite(inner, array));
  }

  /** Whether the operation, or what runs inside it, may look at elements of the array. */
  boolean mayRead(Op op, Value array) {
    if (op instanceof Load load) {
      return mayAlias(load.array(), array);
    }
    if (op instanceof CloneArray copy) {
      return mayAlias(copy.array(), array);
    }
    boolean foreign = isForeign(op) && Effects.of(op).reads();
    return (foreign && isReachable(array)) || anyInside(op, inner -> mayRead(inner, array));
  }

  /** Whether the operation runs code that this function does not show. */
  private static boolean isForeign(Op op) {
    return op instanceof Call
        || op instanceof Invoke
        || op instanceof Opaque
        || op instanceof Derive;
  }

  private static boolean anyInside(Op op, java.util.function.Predicate<Op> condition) {
    for (Region region : op.regions()) {
      if (region.ops().stream().anyMatch(condition)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the array belongs to the derivative: a shadow, a row of one, or a record. Its accesses
   * are in bounds by construction, and nobody sees its content after an exception.
   */
  boolean isDerivative(Value array) {
    return isOnly(
        array, x -> unaliased.contains(x) || origins.isShadowRow(x) || isOwnDerivative(x));
  }

  /** Whether the array is a shadow or a record that nobody sees after the function. */
  boolean isLocalDerivative(Value array) {
    return isOnly(
        array, x -> scratch.contains(x) || origins.isRowOf(scratch, x) || isOwnDerivative(x));
  }

  /** What comes from nowhere is null, and an access of it is the user's own, which throws. */
  private boolean isOnly(Value array, Predicate<Value> kind) {
    Set<Value> all = origins.of(array);
    return !all.isEmpty() && all.stream().allMatch(kind);
  }

  private boolean isOwnDerivative(Value origin) {
    Op op = origins.allocation(origin);
    return (op instanceof ShadowOf shadow && !shadow.visible())
        || (op instanceof Alloc alloc && alloc.purpose() != Alloc.Purpose.PRIMAL);
  }

  /** Whether the reference is certainly not null. */
  boolean isNonNull(Value array) {
    return origins.of(array).stream()
            .allMatch(
                x ->
                    origins.allocation(x) instanceof Alloc
                        || origins.allocation(x) instanceof CloneArray)
        && !origins.mayBeNull(array);
  }

  /** Where the rows may come from that the reference's array had from the start. */
  Set<Value> rows(Value array) {
    return origins.of(array).stream().flatMap(origins::rowsOf).collect(Collectors.toSet());
  }

  /** Where the reference may come from. */
  Set<Value> origins(Value array) {
    return origins.of(array);
  }
}
