package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.MakeTape;
import dev.cotangent.processor.ir.ShadowOf;

/**
 * Stage 7: the expressions that make arrays, asked once for each operation that does. The code it
 * is given are expressions without parentheses around them; each may be written once, or often
 * where that is said.
 */
public interface Allocator {
  /** Makes every array by {@code new}. */
  Allocator PLAIN = new Allocator() {};

  /** A new array of the given length, zeroed unless the operation says that it need not be. */
  default CodeBlock alloc(Alloc op, CodeBlock length) {
    Dimensions dimensions = Dimensions.of((ArrayType) op.result().type());
    return CodeBlock.of("new $T[$L]$L", dimensions.innermost(), length, dimensions.emptyBrackets());
  }

  /**
   * The zeroed {@code double} array of an array's shape, null for null. The array's expression is a
   * name and may be repeated.
   */
  default CodeBlock shadowOf(ShadowOf op, CodeBlock array) {
    if (PartialsType.isNested(op.array().type())) {
      return CodeBlock.of("$L.zeroed($L)", PartialsType.of(op.array().type()).receiver(), array);
    }
    return CodeBlock.of("$1L == null ? null : new double[$1L.length]", array);
  }

  /** A copy of the array; null throws. */
  default CodeBlock copy(CloneArray op, CodeBlock array) {
    return CodeBlock.of("$L.clone()", array);
  }

  /** An empty tape. */
  default CodeBlock tape(MakeTape op) {
    return CodeBlock.of("new $T()", RuntimeNames.TAPE);
  }

  /** The array, or a longer one with its elements, in which the index is valid. */
  default CodeBlock grow(Grow op, CodeBlock array, CodeBlock index) {
    CodeBlock grown = CodeBlock.of("$T.grow($L, $L)", JavaTypes.RECORDS, array, index);
    boolean ofReferences = ((ArrayType) op.result().type()).element().isReference();
    return ofReferences ? CodeBlock.of("($T) $L", JavaTypes.of(op.result().type()), grown) : grown;
  }
}
