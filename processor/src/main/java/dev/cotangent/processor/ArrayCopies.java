package dev.cotangent.processor;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.List;

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

  /** An array of arrays with the same rows of numbers. */
  static Value ofRows(Value array, Builder out) {
    return orNull(array, (ArrayType) array.type(), false, out);
  }

  private static Value orNull(Value array, ArrayType type, boolean whole, Builder out) {
    Builder none = new Builder().at(out.source());
    Builder some = new Builder().at(out.source());
    Value isNull = out.binary(BinaryOperator.EQUAL, array, out.zero(array.type()));
    Region absent = none.region(List.of(), List.of(none.zero(type)));
    Region present = some.region(List.of(), List.of(copy(array, type, whole, some)));
    Value result = out.value(type, array.name());
    out.append(new If(isNull, absent, present, List.of(result), out.source()));
    return result;
  }

  private static Value copy(Value array, ArrayType type, boolean whole, Builder out) {
    Value length = out.length(array);
    Value copy = out.alloc(type, length, Alloc.Purpose.SHADOW, "");
    Value index = out.value(PrimitiveType.INT, "i");
    Builder body = new Builder().at(out.source());
    Value element = body.load(array, index);
    body.store(copy, index, element(element, type, whole, body));
    out.append(
        new For(
            out.constant(0),
            length,
            1,
            BinaryOperator.LESS,
            List.of(),
            body.region(List.of(index), List.of()),
            List.of(),
            out.source()));
    return copy;
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
