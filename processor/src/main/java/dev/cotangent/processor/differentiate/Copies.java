package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.List;
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
    Value copy = out.value(array.type(), "");
    Value isNull = out.binary(BinaryOperator.EQUAL, array, out.zero(array.type()));
    Region same = new Region(List.of(), List.of(), List.of(array));
    Builder inner = new Builder().at(out.source());
    Region other = inner.region(List.of(), List.of(copy(array, inner)));
    out.append(new If(isNull, same, other, List.of(copy), out.source()));
    return copy;
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
    Value index = out.value(PrimitiveType.INT, "i");
    Builder body = new Builder().at(out.source());
    body.store(copy, index, body.load(array, index));
    Region region = body.region(List.of(index), List.of());
    out.append(
        new For(
            out.constant(0),
            length,
            1,
            BinaryOperator.LESS,
            List.of(),
            region,
            List.of(),
            out.source()));
    return copy;
  }
}
