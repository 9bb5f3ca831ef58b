package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.function.Consumer;

/**
 * Arrays with lanes: where an array of tangents has a number, one with lanes has a row, an array of
 * its own, since the machine computes with vectors only where arrays are gone through from one and
 * the same place on. A row stays where it is; its elements are overwritten.
 *
 * @param lanes how many lanes there are
 */
record LaneArrays(Value lanes) {
  /** The type of an array with lanes that takes the place of one of that type. */
  static ArrayType typeOf(Type array) {
    return new ArrayType(array);
  }

  private static boolean isInnermost(Type array) {
    return array.equals(ArrayType.DOUBLES);
  }

  /** A zeroed array in place of one of that type. */
  Value alloc(Type old, Value length, Alloc.Purpose purpose, String name, Builder out) {
    Value array = out.alloc(typeOf(old), length, purpose, name);
    if (isInnermost(old)) {
      out.repeat("i", length, (body, i) -> body.store(array, i, row(body)));
    }
    return array;
  }

  private Value row(Builder out) {
    return out.alloc(ArrayType.DOUBLES, lanes, Alloc.Purpose.SHADOW, "row");
  }

  /** A zeroed array in place of the shadow of that type of an array without lanes. */
  Value shadowOf(Value array, Type old, String name, Builder out) {
    return out.ifNull(
        array,
        out.value(typeOf(old), name),
        none -> none.zero(typeOf(old)),
        some -> shadowOfPresent(array, old, name, some));
  }

  private Value shadowOfPresent(Value array, Type old, String name, Builder out) {
    Value length = out.length(array);
    Value shadow = alloc(old, length, Alloc.Purpose.SHADOW, name, out);
    if (!isInnermost(old)) {
      Type rows = ((ArrayType) old).element();
      out.repeat(
          "i",
          length,
          (body, i) -> body.store(shadow, i, shadowOf(body.load(array, i), rows, "", body)));
    }
    return shadow;
  }

  /** A copy in place of the copy of an array of that type, which may share arrays with it. */
  Value cloneOf(Value array, Type old, String name, Builder out) {
    Value copy = out.cloneOf(array, name);
    if (isInnermost(old)) {
      out.repeat(
          "i",
          out.length(copy),
          (body, i) -> {
            Value from = body.load(array, i);
            // What is longer than it need be may lack rows at its end.
            body.unlessNull(from, present -> present.store(copy, i, present.cloneOf(from, "row")));
          });
    }
    return copy;
  }

  /**
   * Writes the ones of unit vectors into a zeroed shadow.
   *
   * @param array what it is the shadow of
   * @param first the lane of its first element, if it is one
   * @return the lane of what comes behind its last element
   */
  Value seed(Value array, Value shadow, Type old, Value first, Builder out) {
    return out.ifNull(
        array,
        out.value(PrimitiveType.INT, first.name()),
        none -> first,
        some -> seedPresent(array, shadow, old, first, some));
  }

  private Value seedPresent(Value array, Value shadow, Type old, Value first, Builder out) {
    Value length = out.length(array);
    if (isInnermost(old)) {
      out.repeat(
          "lane",
          lanes,
          (body, lane) -> {
            Value index = body.subtract(lane, first);
            within(index, length, body, in -> one(in.load(shadow, index), lane, in));
          });
      return out.add(first, length);
    }
    Value i = out.value(PrimitiveType.INT, "i");
    Value at = out.value(PrimitiveType.INT, first.name());
    Builder body = new Builder().at(out.source());
    Type rows = ((ArrayType) old).element();
    Value next = seed(body.load(array, i), body.load(shadow, i), rows, at, body);
    Value behind = out.value(PrimitiveType.INT, first.name());
    Region region = body.region(List.of(i, at), List.of(next));
    out.append(
        new For(
            out.constant(0),
            length,
            1,
            BinaryOperator.LESS,
            List.of(first),
            region,
            List.of(behind),
            out.source()));
    return behind;
  }

  /** Writes the one of a unit vector into the zeroed row of a number, if its lane is one. */
  void seed(Value row, Value lane, Builder out) {
    within(lane, lanes, out, in -> one(row, lane, in));
  }

  private static void one(Value row, Value lane, Builder out) {
    out.store(row, lane, out.constant(1.0));
  }

  private static void within(Value index, Value length, Builder out, Consumer<Builder> code) {
    Value above = out.binary(BinaryOperator.GREATER_EQUAL, index, out.constant(0));
    Value below = out.binary(BinaryOperator.LESS, index, length);
    Builder inner = new Builder().at(out.source());
    code.accept(inner);
    Region none = new Region(List.of(), List.of(), List.of());
    Region then = inner.region(List.of(), List.of());
    Value both = out.binary(BinaryOperator.AND, above, below);
    out.append(new If(both, then, none, List.of(), out.source()));
  }
}
