package dev.cotangent.processor;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Value;

/**
 * Copies of arrays of every rank, null for null, for a derivative that would otherwise overwrite
 * what it was given or exchange the rows of what it gives.
 */
final class ArrayCopies {
  private ArrayCopies() {}

  /** A copy that shares nothing, with elements of {@code double}. */
  static Value whole(Value array, Builder out) {
    return orNull(array, (ArrayType) array.type().derivative(), Alloc.Purpose.SHADOW, out);
  }

  /** A copy that shares nothing, of the same type, whose length somebody may ask for. */
  static Value same(Value array, Builder out) {
    return orNull(array, (ArrayType) array.type(), Alloc.Purpose.COPY, out);
  }

  /** An array of arrays with the same rows of numbers, which the user's code has. */
  static Value ofRows(Value array, Builder out) {
    return orNull(array, (ArrayType) array.type(), Alloc.Purpose.PRIMAL, out);
  }

  private static Value orNull(Value array, ArrayType type, Alloc.Purpose purpose, Builder out) {
    return out.ifNull(
        array,
        out.value(type, array.name()),
        none -> none.zero(type),
        some -> copy(array, type, purpose, some));
  }

  private static Value copy(Value array, ArrayType type, Alloc.Purpose purpose, Builder out) {
    Value length = out.length(array);
    Value copy = out.alloc(type, length, purpose, "");
    out.repeat(
        "i",
        length,
        (body, i) -> body.store(copy, i, element(body.load(array, i), type, purpose, body)));
    return copy;
  }

  private static Value element(Value element, ArrayType type, Alloc.Purpose purpose, Builder out) {
    if (type.element() instanceof ArrayType row) {
      boolean kept = row.element().isFloating() && purpose == Alloc.Purpose.PRIMAL;
      return kept ? element : orNull(element, row, purpose, out);
    }
    return element.type().equals(type.element())
        ? element
        : out.convert(element, PrimitiveType.DOUBLE);
  }
}
