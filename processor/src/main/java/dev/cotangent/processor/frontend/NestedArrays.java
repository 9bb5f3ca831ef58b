package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/**
 * Stage 1: {@code new double[n][m]} as what it means, an array of rows and a loop that makes the
 * rows, so that no later stage knows of more than one dimension. Input: the lengths, evaluated;
 * output: operations.
 */
final class NestedArrays {
  private final SourceRange source;

  /** For an expression at this place. */
  NestedArrays(SourceRange source) {
    this.source = source;
  }

  /**
   * Appends what makes an array of the type with these lengths of its outer dimensions. A negative
   * length throws wherever it stands, even if no row of that length is made.
   */
  Value make(ArrayType type, List<Value> lengths, Builder out) {
    Builder at = out.at(source);
    Value array = at.alloc(type, lengths.get(0), Alloc.Purpose.PRIMAL, "");
    List<Value> inner = lengths.subList(1, lengths.size());
    for (Value length : inner) {
      if (!isNotNegative(length, out.ops())) {
        requireNotNegative(length, at);
      }
    }
    rows(array, lengths, at);
    return array;
  }

  private void rows(Value array, List<Value> lengths, Builder out) {
    List<Value> inner = lengths.subList(1, lengths.size());
    if (inner.isEmpty()) {
      return;
    }
    ArrayType type = (ArrayType) ((ArrayType) array.type()).element();
    out.repeat(
        "",
        lengths.get(0),
        (body, index) -> {
          Value row = body.alloc(type, inner.get(0), Alloc.Purpose.PRIMAL, "");
          rows(row, inner, body);
          body.store(array, index, row);
        });
  }

  private static boolean isNotNegative(Value length, List<Op> ops) {
    return ops.stream()
        .filter(op -> op.results().contains(length))
        .anyMatch(
            op ->
                op instanceof Length
                    || (op instanceof Constant constant
                        && constant.content() instanceof Integer content
                        && content >= 0));
  }

  private void requireNotNegative(Value length, Builder out) {
    Value negative = out.binary(BinaryOperator.LESS, length, out.constant(0));
    Builder then = new Builder().at(source);
    then.alloc(new ArrayType(PrimitiveType.BOOLEAN), length, Alloc.Purpose.PRIMAL, "");
    out.append(
        new If(
            negative,
            then.region(List.of(), List.of()),
            new Builder().region(List.of(), List.of()),
            List.of(),
            source));
  }
}
