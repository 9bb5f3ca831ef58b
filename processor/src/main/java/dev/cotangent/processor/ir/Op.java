package dev.cotangent.processor.ir;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An operation: it reads its operands, may run its regions, and defines its results.
 *
 * <p>The family is closed. Code that treats every kind implements {@link OpVisitor}; code that
 * rebuilds functions extends {@link Rewriter} and overrides what it changes.
 */
public sealed interface Op
    permits Constant,
        Unary,
        Binary,
        Convert,
        MathCall,
        StrongMultiply,
        Alloc,
        ShadowOf,
        Grow,
        CloneArray,
        Length,
        Load,
        Store,
        MakeRecord,
        ReadComponent,
        Call,
        Invoke,
        Opaque,
        Derive,
        MakeTape,
        Push,
        Pop,
        Throw,
        If,
        For,
        While {

  /**
   * What the operation itself reads, in Java's order of evaluation; values that its regions use
   * from outside are not listed.
   */
  List<Value> operands();

  /** The values that the operation defines. */
  default List<Value> results() {
    return List.of();
  }

  /** The regions, in the order in which they would first run. */
  default List<Region> regions() {
    return List.of();
  }

  /** Whether the regions may run several times. */
  default boolean repeats() {
    return this instanceof For || this instanceof While;
  }

  /**
   * The same operation with other operands, results and regions; the lists have the sizes of {@link
   * #operands()}, {@link #results()} and {@link #regions()}.
   */
  Op rebuild(List<Value> operands, List<Value> results, List<Region> regions);

  /** The operation with its regions changed, first to last; itself if all stay the same. */
  default Op withRegions(UnaryOperator<Region> change) {
    List<Region> inside = regions();
    List<Region> changed = Lists.map(inside, change);
    return changed == inside ? this : rebuild(operands(), results(), changed);
  }

  /** Calls the visitor's method for this kind. */
  <R> R accept(OpVisitor<R> visitor);

  /** Where the user wrote it: the place of its first result, unless it has one of its own. */
  default SourceRange source() {
    return results().isEmpty() ? SourceRange.NONE : results().get(0).source();
  }
}
