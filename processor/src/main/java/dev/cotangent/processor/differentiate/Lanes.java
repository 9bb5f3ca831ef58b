package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Activity;
import dev.cotangent.processor.analysis.Aliases;
import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.StrongMultiply;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Which values of a function differ from one direction to the next, and so have a lane for each:
 * what depends on the tangents that it is given, numbers and the contents of arrays. The others are
 * computed once for all directions.
 */
final class Lanes {
  /** What is done with tangents in each lane alone, or with the arrays that hold them. */
  private static final Set<Class<? extends Op>> KNOWN =
      Set.of(
          Unary.class,
          Binary.class,
          Convert.class,
          MathCall.class,
          StrongMultiply.class,
          Load.class,
          Store.class,
          Constant.class,
          Alloc.class,
          ShadowOf.class,
          CloneArray.class,
          Length.class,
          If.class,
          For.class,
          While.class);

  private final Function function;
  private final Activity activity;

  private Lanes(Function function, Activity activity) {
    this.function = function;
    this.activity = activity;
  }

  /**
   * The lanes of a main function.
   *
   * @param tangents its parameters that differ
   */
  static Lanes of(Function function, List<Value> tangents, HelperEffects effects) {
    // An array that is a result has lanes whatever is in it.
    List<Value> seeds = new ArrayList<>(tangents);
    function.results().stream().filter(v -> v.type().isFloatingArray()).forEach(seeds::add);
    Aliases aliases = Aliases.of(function, true, effects);
    return new Lanes(function, Activity.of(function, seeds, function.results(), aliases));
  }

  /** Whether the number, or what is in the array, differs. */
  boolean has(Value value) {
    boolean floating = value.type().isFloating() || value.type().isFloatingArray();
    return floating && activity.isVaried(value);
  }

  /** Whether it is a number that differs. */
  boolean isNumber(Value value) {
    return value.type().isFloating() && has(value);
  }

  /** Whether something in the operation differs, its regions included. */
  boolean touches(Op op) {
    return touchesItself(op)
        || op.regions().stream()
            .anyMatch(
                region ->
                    region.yields().stream().anyMatch(this::has)
                        || region.ops().stream().anyMatch(this::touches));
  }

  private boolean touchesItself(Op op) {
    return op.operands().stream().anyMatch(this::has) || op.results().stream().anyMatch(this::has);
  }

  /** Whether the operation computes with numbers that differ, so that it is done in each lane. */
  boolean isInEach(Op op) {
    return op.results().stream().anyMatch(this::isNumber)
        || (op instanceof Store store && store.content().type().isFloating() && has(store.array()));
  }

  /**
   * Whether all that differs can be carried in lanes: no decision, no index, no call and no tape
   * depends on it, and no parameter holds any but the tangents.
   */
  boolean areEnough(List<Value> tangents) {
    Set<Value> given = Collections.newSetFromMap(new IdentityHashMap<>());
    given.addAll(tangents);
    boolean[] enough = {
      function.parameters().stream().noneMatch(p -> has(p) && !given.contains(p))
    };
    Structure.forEach(function.body(), op -> enough[0] &= !touchesItself(op) || isKnown(op));
    return enough[0];
  }

  private boolean isKnown(Op op) {
    if (!KNOWN.contains(op.getClass()) || !op.results().stream().allMatch(this::isDouble)) {
      return false;
    }
    boolean structure = !op.regions().isEmpty() || isAboutReferences(op);
    boolean shadow = op instanceof ShadowOf made && has(made.array());
    return !shadow
        && (structure || op instanceof Store || op.results().stream().allMatch(this::has));
  }

  /** Lengths and comparisons of references are the same in each lane. */
  private static boolean isAboutReferences(Op op) {
    return op instanceof Length
        || (op instanceof Binary binary && binary.left().type().isReference());
  }

  private boolean isDouble(Value value) {
    return !has(value) || innermost(value.type()) == PrimitiveType.DOUBLE;
  }

  private static Type innermost(Type type) {
    return type instanceof ArrayType array ? innermost(array.element()) : type;
  }
}
