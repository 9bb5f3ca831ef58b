package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where the parts of a split function hand values to each other: for each type one array, in which
 * each value has a place of its own.
 */
final class SplitFrame {
  private final Map<Type, Value> arrays = new LinkedHashMap<>();
  private final Map<Type, Integer> sizes = new LinkedHashMap<>();
  private final Map<Value, Integer> places = new IdentityHashMap<>();

  /** The values that are written to their places where they are defined. */
  private final Set<Value> kept = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Whether values of the type can stand in a frame: no array can be made of generic objects. */
  static boolean holds(Type type) {
    if (type instanceof ArrayType array) {
      return holds(array.element());
    }
    return type instanceof PrimitiveType || type.equals(ReferenceType.SCALAR);
  }

  /** From where it is defined, the value is to stand in the frame as well. */
  void keep(Value value) {
    add(value);
    kept.add(value);
  }

  /** Whether everybody inside finds the value in the frame. */
  boolean keeps(Value value) {
    return kept.contains(value);
  }

  /** Gives the value a place, if it has none. */
  void add(Value value) {
    places.computeIfAbsent(value, v -> sizes.merge(v.type(), 1, Integer::sum) - 1);
  }

  /** Whether the value is one of the frame's own arrays. */
  boolean isArray(Value value) {
    return arrays.containsValue(value);
  }

  /** The array in which values of the type stand, in the function that is split. */
  Value array(Type type) {
    return arrays.computeIfAbsent(
        type, t -> new Value(new ArrayType(t), "frame", SourceRange.NONE));
  }

  /** Reads what stands at the value's place in the given array, as another value. */
  void load(Value value, Value array, Value as, Builder out) {
    out.append(new Load(array, out.constant(places.get(value)), as));
  }

  /** Writes what the value has become to its place in the given array. */
  void store(Value value, Value array, Value content, Builder out) {
    out.store(array, out.constant(places.get(value)), content);
  }

  /** Makes the arrays. */
  void allocate(Builder out) {
    arrays.forEach(
        (type, array) ->
            out.append(
                new Alloc(out.constant(sizes.getOrDefault(type, 0)), Alloc.Purpose.RECORD, array)));
  }
}
