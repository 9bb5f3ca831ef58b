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
    return orNull(array, (ArrayType) array.type().derivative(), true, out);
  }

  /** A copy that shares nothing, of the same type. */
  static Value same(Value array, Builder out) {
    return orNull(array, (ArrayType) array.type(), true, out);
  }

  /** An array of arrays with the same rows of numbers. */
  static Value ofRows(Value array, Builder out) {
    return orNull(array, (ArrayType) array.type(), false, out);
  }

  private static Value orNull(Value array, ArrayType type, boolean whole, Builder out) {
    return out.ifNull(
        array,
        out.value(type, array.name()),
        none -> none.zero(type),
        some -> copy(array, type, whole, some));
  }

  private static Value copy(Value array, ArrayType type, boolean whole, Builder out) {
    Value length = out.length(array);
    Value copy = out.alloc(type, length, purpose(type), "");
    out.repeat(
        "i",
        length,
        (body, i) -> body.store(copy, i, element(body.load(array, i), type, whole, body)));
    return copy;
  }

  /** Shadows have elements of {@code double}; others are arrays like the user's. */
  private static Alloc.Purpose purpose(ArrayType type) {
    return type.equals(type.derivative()) ? Alloc.Purpose.SHADOW : Alloc.Purpose.PRIMAL;
  }

  private static Value element(Value element, ArrayType type, boolean whole, Builder out) {
    if (type.element() instanceof ArrayType row) {
      boolean numbers = row.element().isFloating();
      return numbers && !whole ? element : orNull(element, row, whole, out);
    }
    return element.type().equals(type.element())
        ? element
        : out.convert(element, PrimitiveType.DOUBLE);
  }
}
