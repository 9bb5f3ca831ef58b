package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.Set;

/** Copies of arrays that the forward sweep makes for the reverse sweep. */
final class Copies {
  /** The elements of arrays that the holder keeps for records. */
  private static final Set<Type> POOLED =
      Set.of(
          PrimitiveType.DOUBLE,
          PrimitiveType.FLOAT,
          PrimitiveType.LONG,
          PrimitiveType.INT,
          PrimitiveType.BOOLEAN);

  private Copies() {}

  /** A copy of an array, null for null. */
  static Value orNull(Value array, Builder out) {
    Value result = out.value(array.type(), "");
    return out.ifNull(array, result, none -> array, some -> copy(array, some));
  }

  /** A copy with rows of its own, null for null. */
  static Value whole(Value array, Builder out) {
    if (!(((ArrayType) array.type()).element() instanceof ArrayType)) {
      return orNull(array, out);
    }
    Value result = out.value(array.type(), "");
    return out.ifNull(
        array,
        result,
        none -> array,
        some -> {
          Value copy = some.cloneOf(array, "");
          some.repeat(
              "i",
              some.length(copy),
              (body, i) -> body.store(copy, i, whole(body.load(copy, i), body)));
          return copy;
        });
  }

  private static Value copy(Value array, Builder out) {
    ArrayType type = (ArrayType) array.type();
    if (!POOLED.contains(type.element())) {
      Value copy = out.value(type, "");
      out.append(new CloneArray(array, copy));
      return copy;
    }
    Value length = out.length(array);
    Value copy = out.alloc(type, length, Alloc.Purpose.COPY, "");
    out.repeat("i", length, (body, i) -> body.store(copy, i, body.load(array, i)));
    return copy;
  }
}
