package dev.cotangent.processor;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/**
 * What is done with the numbers of two arrays of every rank. Both are at least as long as a third
 * one, which says how many numbers count: none if it is null.
 */
final class ArraySums {
  private ArraySums() {}

  /** Overwrites the numbers of an array of {@code double}. */
  static void fill(Value array, Value from, Value shape, Builder out) {
    shape(array, from, shape, Builder::store, out);
  }

  /** Adds numbers to those of an array of {@code double}. */
  static void add(Value array, Value terms, Value shape, Builder out) {
    shape(array, terms, shape, Builder::accumulate, out);
  }

  /** What becomes of an element. */
  @FunctionalInterface
  private interface Action {
    void write(Builder out, Value array, Value index, Value number);
  }

  private static void shape(Value array, Value from, Value shape, Action action, Builder out) {
    out.unlessNull(
        shape,
        some ->
            some.repeat(
                "i",
                some.length(shape),
                (body, i) -> {
                  Value number = body.load(from, i);
                  if (isOfArrays(shape)) {
                    shape(body.load(array, i), number, body.load(shape, i), action, body);
                  } else {
                    action.write(body, array, i, body.widen(number));
                  }
                }));
  }

  private static boolean isOfArrays(Value array) {
    return ((ArrayType) array.type()).element() instanceof ArrayType;
  }

  /** The sum of the products; a zero seed gives zero whatever it meets. */
  static Value dot(Value seeds, Value partials, Value shape, Builder out) {
    return shape.type().isReference()
        ? out.ifNull(
            shape,
            out.value(PrimitiveType.DOUBLE, ""),
            none -> none.constant(0.0),
            some -> sum(seeds, partials, shape, some))
        : out.strongMultiply(out.widen(seeds), partials);
  }

  private static Value sum(Value seeds, Value partials, Value shape, Builder out) {
    Builder body = new Builder().at(out.source());
    Value index = body.value(PrimitiveType.INT, "i");
    Value sum = body.value(PrimitiveType.DOUBLE, "sum");
    Value element = isOfArrays(shape) ? body.load(shape, index) : sum;
    Value term = dot(body.load(seeds, index), body.load(partials, index), element, body);
    Value next = body.add(sum, term);
    Value total = out.value(PrimitiveType.DOUBLE, "sum");
    out.append(
        new For(
            out.constant(0),
            out.length(shape),
            1,
            BinaryOperator.LESS,
            List.of(out.constant(0.0)),
            body.region(List.of(index, sum), List.of(next)),
            List.of(total),
            out.source()));
    return total;
  }
}
